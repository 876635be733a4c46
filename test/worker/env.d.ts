declare namespace Cloudflare {
  interface Env {
    readonly PROGRESS: KVNamespace;
  }
  interface GlobalProps {
    mainModule: typeof import('./main.ts');
  }
}
