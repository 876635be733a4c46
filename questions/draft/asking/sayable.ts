import { clausesOf } from '../clause/clause.ts';
import { frameEnd, isDoubted } from '../clause/doubted.ts';
import { isWithin, textOf, wordCount, type Span } from '../clause/span.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

const VISIBLE_MIN = 6;
const VISIBLE_MAX = 28;
const CONNECTING =
  /^(?:however|therefore|moreover|furthermore|nevertheless|thus|hence|also|then|besides|instead|first of all|in short|in fact|in addition|in essence|for example|for instance|as a result|of course|finally|obviously|especially|indeed|meanwhile|consequently)$/i;

/** The words around some others that say enough by themselves: the sentence, or where it is long a part of it. */
export function sayableAround(sentence: Sentence, gap: Span): Span | undefined {
  const end = sentence.words.length;
  const clause = clausesOf(sentence).find(({ lead, rest }) =>
    isWithin(gap, { from: lead.from, to: rest.to }),
  );
  const isHeld = clause !== undefined && !isDoubted(sentence, clause);
  const parts = [
    { from: frameEnd(sentence), to: end },
    { from: 0, to: end },
    ...(isHeld
      ? [
          { from: clause.lead.from, to: clause.rest.to },
          { from: clause.subject.from, to: clause.rest.to },
        ]
      : []),
    ...(clause === undefined ? [withoutFrame(sentence, segmentsAround(sentence, gap))] : []),
  ];
  return parts.map((part) => trimmed(sentence, part)).find((part) => fits(sentence, part, gap));
}

/** Whether a cloze of these words has enough and not too much to read beside its gap. */
function fits(sentence: Sentence, span: Span, gap: Span): boolean {
  const visible = wordCount(textOf(sentence, span)) - wordCount(textOf(sentence, gap));
  return (
    isWithin(gap, span) &&
    visible >= VISIBLE_MIN &&
    visible <= VISIBLE_MAX &&
    (hasVerb(sentence, span) || span.from === frameEnd(sentence)) &&
    closes(textOf(sentence, span))
  );
}

/** Whether brackets and quotation marks that open in a text close in it. */
function closes(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/\(/g) === count(/\)/g) && count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0;
}

function withoutFrame(sentence: Sentence, { from, to }: Span): Span {
  return { from: Math.max(from, frameEnd(sentence)), to };
}

function hasVerb({ words }: Sentence, { from, to }: Span): boolean {
  return words
    .slice(from, to)
    .some(({ pos, text }) => (pos === 'VERB' && !text.endsWith('ing')) || pos === 'AUX');
}

/** Without marks at its ends, and without what joins it to the words before. */
function trimmed({ text, words }: Sentence, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (end > start && words[end - 1]?.pos === 'PUNCT' && !/[)”"%]/.test(words[end - 1]?.text ?? ''))
    end -= 1;
  for (;;) {
    while (start < end && isJoint(words[start], start > 0)) start += 1;
    const comma = words.findIndex(
      (word, at) => at >= start && at < Math.min(end, start + 5) && word.text === ',',
    );
    const opening = comma < 0 ? '' : text.slice(words[start]?.start, words[comma - 1]?.end);
    if (comma < 0 || !CONNECTING.test(opening)) return { from: start, to: end };
    start = comma + 1;
  }
}

function isJoint(word: Tagged | undefined, isInside: boolean): boolean {
  if (word === undefined) return false;
  if (word.lemma === 'that') return isInside && word.pos !== 'DET';
  return word.pos === 'CCONJ' || (word.pos === 'PUNCT' && !/^[“"(]$/.test(word.text));
}

/** Stretches between marks, from the one with the gap on: before it first, then after it, as long as they fit. */
function segmentsAround(sentence: Sentence, gap: Span): Span {
  const { words } = sentence;
  const isMark = (at: number) => /^[,;:–—()]$/.test(words[at]?.text ?? '');
  const before = (at: number) => {
    let start = at;
    while (start > 0 && !isMark(start - 1)) start -= 1;
    return start;
  };
  const after = (at: number) => {
    let end = at;
    while (end < words.length && !isMark(end)) end += 1;
    return end;
  };
  let span = { from: before(gap.from), to: after(gap.to) };
  const size = (one: Span) => wordCount(textOf(sentence, one)) - wordCount(textOf(sentence, gap));
  while (size(span) < VISIBLE_MIN) {
    const left = { from: before(Math.max(0, span.from - 1)), to: span.to };
    const right = { from: span.from, to: after(Math.min(words.length, span.to + 1)) };
    const next = [left, right].find((one) => size(one) > size(span) && size(one) <= VISIBLE_MAX);
    if (next === undefined) break;
    span = next;
  }
  return span;
}
