import { resolved } from '../clause/antecedent.ts';
import { clausesOf } from '../clause/clause.ts';
import { frameEnd } from '../clause/doubted.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { textOf, wordCount, type Span } from '../clause/span.ts';
import type { FormDraft, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { fold } from '../../typed/fold.ts';
import { accordingTo } from './accordingTo.ts';
import { sayableAround } from './sayable.ts';

/** With fewer words to read beside its gap a sentence says little. */
const VISIBLE_GOOD = 8;

/** Words that are left out of a sentence. */
export interface Gap {
  readonly span: Span;
  /** What kind of answer it is, as "year". */
  readonly shows: string;
  /** Other right forms. */
  readonly accept?: readonly string[];
}

/**
 * A sentence, or the part of it that says it alone, with one or more gaps; undefined where it is too long or short, where the
 * answer stands in the rest, or where it would be unreadable. `confidence` is that of a flawless one.
 */
export function clozeForm(
  id: string,
  gaps: readonly Gap[],
  sentence: Sentence,
  surroundings: Surroundings,
  confidence: number,
): FormDraft | undefined {
  const [first] = gaps;
  const last = gaps.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = sayableAround(sentence, { from: first.span.from, to: last.span.to });
  if (span === undefined) return undefined;
  const { swaps, dangling } = resolved(sentence, surroundings);
  const answers = gaps.map((gap) => textOf(sentence, gap.span));
  const stands = surroundings.standingOf(sentence);
  const opening = accordingTo(stands, textOf(sentence, span));
  const text = (shown: (gap: Gap, answer: string) => string): string => {
    const filled = new Map(swaps);
    for (const [number, gap] of gaps.entries()) {
      for (let at = gap.span.from; at < gap.span.to; at += 1) filled.set(at, '');
      filled.set(gap.span.from, shown(gap, answers[number] ?? ''));
    }
    const said = midSentence(sentence, span, surroundings.document, filled).replace(/\s+([,;:.])/g, '$1');
    return `${opening}${said.replace(/\.+$/, '')}.`;
  };
  const visible = fold(text(() => ' '));
  if (
    /[{}|]/.test(textOf(sentence, span)) ||
    answers.some((answer) => ` ${visible} `.includes(` ${fold(answer)} `))
  )
    return undefined;
  const isDangling = opensAway(sentence, span) || [...dangling].some((at) => isOpen(sentence, at, span));
  const accept = Object.fromEntries(
    gaps.flatMap((gap, number): [string, string[]][] => {
      const other = [...(gap.accept ?? [])].filter((form) => form !== answers[number]);
      return other.length === 0 ? [] : [[answers[number] ?? '', other]];
    }),
  );
  return {
    id,
    confidence:
      confidence *
      (isDangling ? 0.5 : 1) *
      (pointsBack(visible) ? 0.8 : 1) *
      (wordCount(visible) < VISIBLE_GOOD ? 0.9 : 1) *
      (isGarbled(visible) ? 0.6 : 1),
    question: {
      kind: 'cloze',
      text: capitalised(text(({ shows }, answer) => `{{${answer}|${shows}}}`)),
      accept,
      allow: [],
    },
  };
}

/** Whether the first word hangs on what stands before: "Which has …", or a part that no clause begins. */
function opensAway(sentence: Sentence, { from }: Span): boolean {
  const { words } = sentence;
  if (/^(?:which|who|whose|this|these|those|such|then|there)$/i.test(words[from]?.text ?? '')) return true;
  if (words.slice(0, from).every(({ pos }) => pos === 'PUNCT' || pos === 'CCONJ')) return false;
  const isOpening = clausesOf(sentence).some(
    ({ lead, subject }) => lead.from === from || subject.from === from,
  );
  return !isOpening && from !== frameEnd(sentence);
}

/** Whether a pronoun points out of the words; a relative one points at what stands before it. */
function isOpen({ words }: Sentence, at: number, { from, to }: Span): boolean {
  const isRelative = /^(?:who|which|whose|that)$/.test(words[at]?.lemma ?? '');
  return isRelative ? at === from : at >= from && at < to;
}

/** "In this recipe …": understood only beside the text. */
function pointsBack(text: string): boolean {
  return /\b(?:this|these|those|such) \p{L}+|\b(?:the latter|the former|there)\b/u.test(text);
}

function isGarbled(text: string): boolean {
  return /\p{Ll}\p{Lu}\p{Ll}/u.test(text);
}
