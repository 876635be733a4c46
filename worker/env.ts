/** What the platform gives the Worker (`wrangler.toml`), in the form that hono takes. */
export interface Env {
  Bindings: {
    /** Every learner's log; `kvStore.ts` alone knows its keys. */
    readonly PROGRESS: KVNamespace;
    /** The built app. */
    readonly ASSETS: Fetcher;
  };
}
