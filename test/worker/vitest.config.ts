import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Runs these tests inside workerd, with the Worker's own bindings. One isolate for all files: each file empties the store it fills. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cloudflareTest({
      main: './main.ts',
      wrangler: { configPath: '../../wrangler.toml' },
      miniflare: { bindings: { SIGNING_SECRET: 'for tests only, and known to everybody' } },
    }),
  ],
  test: { name: 'worker', include: ['**/*.test.ts'], isolate: false },
});
