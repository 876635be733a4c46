import { expect, test } from 'vitest';
import { readFileInBrowser } from '../../../../web/studio/reading/readFileInBrowser.ts';
import { READ, REFUSED } from '../../../questions/draft/reading/readFileCases.ts';

async function fileOf(name: string, bytes: Uint8Array | Promise<Uint8Array>, type = ''): Promise<File> {
  return new File([new Uint8Array(await bytes)], name, { type });
}

/** The library for Word files opens them in another way outside a browser: `test/browser` opens one. */
const elsewhere = READ.filter(({ name }) => !name.endsWith('.docx'));

test.each(elsewhere)('$what is read', async ({ name, bytes, document, title }) => {
  expect(await readFileInBrowser(await fileOf(name, bytes()))).toEqual({ ok: true, document, title });
});

test.each(REFUSED)('$what is refused with the reason', async ({ name, bytes, why }) => {
  expect(await readFileInBrowser(await fileOf(name, bytes()))).toEqual({ ok: false, why });
});

test('the type that the browser gives tells HTML without a name', async () => {
  const file = await fileOf('tides', new TextEncoder().encode('<p>Text</p>'), 'text/html');
  expect(await readFileInBrowser(file)).toEqual({ ok: true, document: 'Text\n', title: 'Text' });
});

test('a file that has gone meanwhile is told of', async () => {
  const gone = Object.assign(new File(['text'], 'a.txt'), {
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  });
  expect(await readFileInBrowser(gone)).toEqual({
    ok: false,
    why: 'a.txt cannot be read here. Try again, or paste its text.',
  });
});
