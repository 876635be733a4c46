import type { Fetcher, KVNamespace, RateLimit } from '@cloudflare/workers-types';

/** What the platform gives the Worker (`wrangler.toml`), in the form that hono takes. */
export interface Env {
  Bindings: {
    /** Every learner's log, and the classes: `kvStore.ts` and `classroom/` alone know its keys. */
    readonly PROGRESS: KVNamespace;
    /** The built app. */
    readonly ASSETS: Fetcher;
    /** Requests a minute from one address; a server without this binding sets no such limit. */
    readonly ADDRESS_LIMIT?: RateLimit;
    /** Requests a minute for one learner's log; a server without this binding sets no such limit. */
    readonly LEARNER_LIMIT?: RateLimit;
    /** At least 32 characters that nobody else knows: signs invitations, attempts and receipts. Without it there are no classes. */
    readonly SIGNING_SECRET?: string;
  };
}
