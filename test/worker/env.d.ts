declare namespace Cloudflare {
  interface Env {
    readonly PROGRESS: KVNamespace;
    readonly ASSETS: Fetcher;
    readonly SIGNING_SECRET: string;
    readonly ADDRESS_LIMIT: RateLimit;
    readonly LEARNER_LIMIT: RateLimit;
  }
  interface GlobalProps {
    mainModule: typeof import('./main.ts');
  }
}
declare module '*.toml?raw' {
  const text: string;
  export default text;
}
declare module '*.yaml?raw' {
  const text: string;
  export default text;
}
declare module '*.md?raw' {
  const text: string;
  export default text;
}
