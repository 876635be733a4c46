// The linting thread: reads deck files apart from the page, so that typing is never slow.
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { lint } from '../../../questions/lint.ts';
import { sha256Of } from '../sha256.ts';
import type { DeckCount, LintAsked, LintTold } from './talk.ts';

addEventListener('message', ({ data }: MessageEvent<LintAsked>) => {
  void toldOf(data).then((told) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread speaks to its own page alone
    postMessage(told);
  });
});

async function toldOf(asked: LintAsked): Promise<LintTold> {
  const { number, yaml } = asked;
  if (asked.type === 'count') return { number, type: 'count', count: countOf(yaml) };
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) return { number, type: 'lint', findings: [] };
  const sha256 = await sha256Of(asked.document);
  return { number, type: 'lint', findings: lint(parsed.source, asked.document, { sha256, publish: false }) };
}

function countOf(yaml: string): DeckCount | null {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) return null;
  const { title, facts } = parsed.source.file;
  const questions = Object.values(facts).flatMap((fact) => Object.values(fact.questions));
  const drafts = questions.filter(({ draft }) => draft === true).length;
  return { title, reviewed: questions.length - drafts, drafts };
}
