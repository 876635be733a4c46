// The linting thread: judges a deck file apart from the page, so that typing is never slow.
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { lint } from '../../../questions/lint.ts';
import { sha256Of } from '../sha256.ts';
import type { LintAsked, LintTold } from './talk.ts';

addEventListener('message', ({ data }: MessageEvent<LintAsked>) => {
  void findingsOf(data).then((findings) => {
    const told: LintTold = { number: data.number, findings };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread speaks to its own page alone
    postMessage(told);
  });
});

async function findingsOf({ yaml, document }: LintAsked): Promise<LintTold['findings']> {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) return [];
  return lint(parsed.source, document, { sha256: await sha256Of(document), publish: false });
}
