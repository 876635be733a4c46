import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.tsx?$/.test(entry.name) && !/node_modules|\/dist(\/|$)/.test(entry.parentPath),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** Source text without its comments. */
function code(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');
}

function imports(path: string): string[] {
  return [...code(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

const pure = sources('questions').filter((path) => !path.startsWith('questions/cli/'));

test.each(pure)('%s takes clock, chance and I/O as arguments', (path) => {
  expect(code(path)).not.toMatch(
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b|\bperformance\b|\bfetch\(|\bconsole\b|\bprocess\.|\bsetTimeout\b|\bglobalThis\b/,
  );
  expect(imports(path).filter((from) => from.startsWith('node:'))).toEqual([]);
});

test('imports point inward: worker → questions ← web', () => {
  const wrong = ['questions', 'worker', 'web'].flatMap((folder) =>
    sources(folder)
      .filter((path) => !path.startsWith('questions/cli/'))
      .flatMap((path) => imports(path).map((from) => ({ path, from })))
      .filter(({ path, from }) => {
        if (!from.startsWith('.')) return false;
        const target = join(path, '..', from).split('/')[0];
        return target !== folder && target !== 'questions' && target !== '.build';
      }),
  );
  expect(wrong).toEqual([]);
});

test('ts-fsrs, which changes Date.prototype when it is imported, is in no file that reaches a browser or the Worker', () => {
  const importing = ['questions', 'worker', 'web'].flatMap((folder) =>
    sources(folder).filter((path) => imports(path).includes('ts-fsrs')),
  );
  expect(importing).toEqual([]);
});

test('no screen sets HTML from a string or carries a style attribute, which the content security policy refuses', () => {
  const wrong = sources('web').filter((path) =>
    /innerHTML|outerHTML|insertAdjacentHTML|\sstyle=/.test(code(path)),
  );
  expect(wrong).toEqual([]);
});
