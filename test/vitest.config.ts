import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    reporters: ['default', 'json'],
    outputFile: { json: '.build/test-results.json' },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'test/questions/**/*.test.ts',
            'test/web/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
      'test/worker/vitest.config.ts',
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A machine that is busy with other builds loses a key press now and then; the report names each test that needed it.
          retry: process.env['CI'] === undefined ? 0 : 1,
        },
      },
    ],
  },
});
