import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

test('pages that listen to quizzes, in JSX too, compile against /embed.d.ts, their mistakes do not, and it names what the frame says', () => {
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  const project = join(ROOT, 'test/fixtures/embedTypes');
  const { stdout, stderr } = spawnSync(tsc, ['--project', project], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
});
