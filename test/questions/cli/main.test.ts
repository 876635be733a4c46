import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../../questions/cli/main.ts');
/** A process of its own, which a busy machine makes wait. */
const PATIENT_MS = 30_000;
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

it(
  'checks all decks of the project and finds nothing that blocks',
  () => {
    const { status, stdout } = run('check');
    expect(stdout).toMatch(/\n0 errors, \d+ warnings, \d+ remarks in \d+ decks?\n$/);
    expect(status).toBe(0);
  },
  PATIENT_MS,
);

it(
  'says which file is missing, and exits with 2',
  () => {
    const { status, stderr, stdout } = run('check', 'no-such-folder');
    expect([status, stderr, stdout]).toEqual([2, 'no-such-folder/deck.yaml: there is no such file\n', '']);
  },
  PATIENT_MS,
);

it(
  'prints the schema',
  () => {
    expect(run('schema').stdout).toMatch(/^\{\n {2}"/);
  },
  PATIENT_MS,
);

it.each([[[]], [['toString']], [['check', '--nonsense']]])(
  'exits with 2 when called as %j',
  (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  },
  PATIENT_MS,
);
