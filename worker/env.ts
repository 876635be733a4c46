import type { Fetcher, KVNamespace, RateLimit } from '@cloudflare/workers-types';

/** What the platform gives the Worker (`wrangler.toml`), in the form that hono takes. */
export interface Env {
  Bindings: {
    /** Every learner's log; `kvStore.ts` alone knows its keys. */
    readonly PROGRESS: KVNamespace;
    /** The built app. */
    readonly ASSETS: Fetcher;
    /** Requests a minute from one address; a server without this binding sets no such limit. */
    readonly ADDRESS_LIMIT?: RateLimit;
    /** Requests a minute for one learner's log; a server without this binding sets no such limit. */
    readonly LEARNER_LIMIT?: RateLimit;
  };
}
