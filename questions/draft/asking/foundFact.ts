import { resolved } from '../clause/antecedent.ts';
import { clausesOf } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { isWithin, placeOf, textOf, type Span } from '../clause/span.ts';
import type { AnswerType, FormDraft, FoundFact, Reason, Surroundings } from '../finder.ts';
import type { Place } from '../../passage.ts';
import type { Sentence } from '../sentence.ts';
import { accordingTo, type Stands } from './accordingTo.ts';
import { sayableAround } from './sayable.ts';

/** A longer sentence is quoted by the part that says it. */
const PASSAGE_MAX = 300;
/** Words run together, or split by a stray apostrophe: quoted only where they must be. */
const GARBLED = /\b(?:the|an?|of|in|for|to|and)(?:\p{Lu}\p{Ll}|[’']\p{Ll}{3})/u;
const STATEMENT_MAX = 1000;

/** What a finder adds to the words it found. */
export interface Finding {
  readonly reason: Reason;
  /** The words of each answer. */
  readonly answers: readonly Span[];
  readonly answerType: AnswerType;
  readonly confidence: number;
  readonly forms: readonly (FormDraft | undefined)[];
  /** In the place of the sentence's own words, where they say more, or say it worse; without whose claim it is. */
  readonly statement?: string;
  /** The words to quote, where fewer than the sentence say it. */
  readonly quoted?: Span;
  readonly kin?: string;
}

/** A fact with the passage and statement that its sentence gives; nothing where no question could be made. */
export function foundFact(
  { reason, answers, answerType, confidence, forms, statement, quoted, kin }: Finding,
  sentence: Sentence,
  surroundings: Surroundings,
): readonly FoundFact[] {
  const made = forms.filter((form) => form !== undefined).sort((a, b) => b.confidence - a.confidence);
  const [first] = answers;
  const last = answers.at(-1);
  if (made.length === 0 || first === undefined || last === undefined) return [];
  if (/\?[”"’)\s]*$/.test(sentence.text)) return [];
  const asked = { from: first.from, to: last.to };
  const said = statement ?? statementOf(sentence, asked, surroundings);
  if (/^(?:According to [^,]+, )?(?:which|who|whose)\b/i.test(said)) return [];
  const stands = surroundings.standingOf(sentence);
  return [
    {
      reason,
      passage: quoted === undefined ? passageOf(sentence, asked) : placeOf(sentence, quoted),
      answers: answers.map((answer) => placeOf(sentence, answer)),
      answerType,
      ...(kin === undefined ? {} : { kin }),
      statement: statement === undefined ? said : withSource(stands, said),
      standing: stands.standing,
      ...(stands.standing === 'stated' ? {} : { by: stands.by ?? 'the text' }),
      confidence,
      forms: made,
    },
  ];
}

/** "The war …" with "According to the author," before it. */
function withSource(stands: Stands, said: string): string {
  const opening = accordingTo(stands, said);
  const inner = opening === '' ? said : said.replace(/^(?:The|There|An?)\b/, (word) => word.toLowerCase());
  return capitalised(opening + inner);
}

/** The sentence, or where it is long the clause with the answers. */
function passageOf(sentence: Sentence, asked: Span): Place {
  const { place } = sentence;
  const isClean = !GARBLED.test(sentence.text);
  if (isClean && place.end - place.start <= PASSAGE_MAX) return place;
  const clause = clausesOf(sentence).find(({ lead, rest }) =>
    isWithin(asked, { from: lead.from, to: rest.to }),
  );
  const span =
    clause === undefined ? sayableAround(sentence, asked) : { from: clause.lead.from, to: clause.rest.to };
  return span === undefined ? place : placeOf(sentence, span);
}

function statementOf(sentence: Sentence, asked: Span, surroundings: Surroundings): string {
  const whole = { from: 0, to: sentence.words.length };
  const span = sayableAround(sentence, asked) ?? whole;
  const { swaps } = resolved(sentence, surroundings);
  const opening = accordingTo(surroundings.standingOf(sentence), textOf(sentence, span));
  const text = opening + midSentence(sentence, span, surroundings.document, swaps);
  return `${capitalised(text)
    .replace(/[.,:;\s]+$/, '')
    .slice(0, STATEMENT_MAX)}.`;
}
