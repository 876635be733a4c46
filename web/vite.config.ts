import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // No helper script, no polyfill: the few lazy chunks have nothing of their own to preload.
    modulePreload: false,
    // A data: URL in a style or script would need a wider content security policy.
    assetsInlineLimit: 0,
  },
});
