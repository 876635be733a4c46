import { isDateKey, judgeDate } from './typed/date.ts';
import { judgeNumber } from './typed/number.ts';
import { judgePhrase, type PhraseWorld } from './typed/phrase.ts';
import { close, partial, right, withItems, wrong, type ItemMark, type Verdict } from './verdict.ts';

/** A gap in a sentence: the answer and what kind of answer it is. */
export interface Blank {
  readonly answer: string;
  readonly shows: string;
}

/** Takes a text with `{{answer|kind}}` apart: always one part more than there are blanks. */
export function blanksOf(text: string): {
  readonly parts: readonly string[];
  readonly blanks: readonly Blank[];
} {
  const parts: string[] = [];
  const blanks: Blank[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{\{([^{}|]*)(?:\|([^{}|]*))?\}\}/g)) {
    parts.push(text.slice(from, match.index));
    blanks.push({ answer: (match[1] ?? '').trim(), shows: (match[2] ?? '').trim() });
    from = match.index + match[0].length;
  }
  return { parts: [...parts, text.slice(from)], blanks };
}

/** Judges every blank by what it shows: a year or date as a date, digits as a number, the rest as a phrase. */
export function judgeBlanks(
  given: readonly string[],
  blanks: readonly Blank[],
  accept: Readonly<Record<string, readonly string[]>>,
  world: PhraseWorld,
): Verdict {
  const verdicts = blanks.map((blank, at) =>
    judgeBlank(given[at] ?? '', blank, accept[blank.answer] ?? [], world),
  );
  const [only] = verdicts;
  if (verdicts.length === 1 && only !== undefined) return only;
  const unclear = verdicts.find(({ outcome }) => outcome === 'again');
  if (unclear !== undefined) return unclear;
  const items = verdicts.map(({ outcome }, at): ItemMark => ({
    given: given[at] ?? '',
    expected: blanks[at]?.answer ?? '',
    outcome,
  }));
  return withItems(together(verdicts), items);
}

function together(verdicts: readonly Verdict[]): Verdict {
  const share = verdicts.reduce((sum, verdict) => sum + verdict.share, 0) / verdicts.length;
  if (share === 0) return wrong();
  if (share < 1) return partial(share, 'some-items');
  return verdicts.some(({ outcome }) => outcome === 'close') ? close() : right();
}

function judgeBlank(
  given: string,
  { answer, shows }: Blank,
  accept: readonly string[],
  world: PhraseWorld,
): Verdict {
  if (/^(year|date|month|day)$/i.test(shows) && isDateKey(answer)) return judgeDate(given, answer);
  const phrase = judgePhrase(given, { answer, accept }, world);
  if (!/^\d+([.,]\d+)*$/.test(answer) || phrase.outcome === 'right') return phrase;
  return judgeNumber(given, { answer: Number(answer.replace(/,/g, '')) });
}
