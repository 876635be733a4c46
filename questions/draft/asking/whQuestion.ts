import { resolved } from '../clause/antecedent.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { imperativesOf } from '../clause/imperative.ts';
import { isDoubted } from '../clause/doubted.ts';
import { isWithin, textOf, wordCount, type Span, type Swaps } from '../clause/span.ts';
import type { Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { inverted, joined, type Inverted } from './inverted.ts';

/** A question made of a clause, without "According to", and how well it reads: 0 to 1. */
export interface WhQuestion {
  readonly prompt: string;
  readonly fluency: number;
}

const WORDS_MAX = 26;
const WORDS_GOOD = 18;
/** What is asked for, and how few words make the question of it too bare. */
const BARE: readonly (readonly [RegExp, number])[] = [
  [/^(?:who|what)$/i, 6],
  [/\b(?:year|date|month|decade|century)$/i, 7],
];
const LEAD_WORDS_MAX = 10;
const UNSURE = new Set(['if', 'unless', 'whether', 'until', 'as', 'though', 'than']);

/**
 * Asks for some words of a sentence by the word order of a question: `wh` takes the place of the words, which are the
 * beginning of a subject or stand after the verb or before the subject. Undefined where the sentence's build is not clear.
 */
export function whQuestion(
  wh: string,
  gap: Span,
  sentence: Sentence,
  surroundings: Surroundings,
  clause = clauseWith(gap, sentence),
): WhQuestion | undefined {
  if (clause === undefined || clause.verb.isNegated || UNSURE.has(clause.marker ?? '')) return undefined;
  if (isDoubted(sentence, clause) || isSplit(sentence, clause)) return undefined;
  const { swaps, dangling } = resolved(sentence, surroundings);
  if (dangling.has(clause.subject.from)) return undefined;
  const body = bodyOf(wh, gap, clause, sentence, surroundings.document, swaps);
  if (body === undefined) return undefined;
  const lead = leadOf(gap, clause, sentence, surroundings.document);
  const prompt = withLead(lead, body);
  if (wordCount(prompt) > WORDS_MAX || !isWhole(prompt)) return undefined;
  const fluency =
    (wordCount(prompt) > WORDS_GOOD ? 0.85 : 1) *
    (isBare(wh, prompt) ? 0.55 : 1) *
    (swaps.has(clause.subject.from) ? 0.85 : 1) *
    (pointsAway(prompt, textOf(sentence, clause.subject)) ? 0.7 : 1) *
    (/\b(?:this|these|those)(?: (?:in|by|from|to|of|with|for|on|at)\b|\?)/i.test(prompt) ? 0.5 : 1) *
    (/\p{Ll}\p{Lu}\p{Ll}|\p{L}[’']\p{Ll}{3}/u.test(prompt) ? 0.5 : 1);
  return { prompt, fluency };
}

/** The first clause with some words in its subject, rest or lead: of several with one subject it is the first. */
function clauseWith(gap: Span, sentence: Sentence): Clause | undefined {
  return [...clausesOf(sentence), ...imperativesOf(sentence)].find(
    ({ lead, subject, rest }) => isWithin(gap, subject) || isWithin(gap, rest) || isWithin(gap, lead),
  );
}

function bodyOf(
  wh: string,
  gap: Span,
  clause: Clause,
  sentence: Sentence,
  document: string,
  swaps: Swaps,
): string | undefined {
  const { subject, rest } = clause;
  const words = (from: number, to: number) => textOf(sentence, { from, to }, swaps);
  if (isWithin(gap, subject)) {
    if (gap.from !== subject.from || subject.to === subject.from) return undefined;
    const asker = words(gap.to, subject.to);
    return joined(wh, asker, agreeing(sentence, clause, asker === '' ? wh : ''), words(rest.from, rest.to));
  }
  const turned = subject.to === subject.from ? commanded(sentence, clause) : inverted(sentence, clause);
  if (turned === undefined) return undefined;
  const cut = isWithin(gap, rest) ? gap : { from: rest.to, to: rest.to };
  if (isShared(sentence, cut, rest) || isHollow(sentence, cut, rest)) return undefined;
  return joined(
    wh,
    turned.before,
    midSentence(sentence, subject, document, swaps),
    turned.after,
    words(rest.from, cut.from),
    words(cut.to, rest.to),
  );
}

/** An instruction as a question has it: "should you bake". */
function commanded({ words }: Sentence, { verb }: Clause): Inverted {
  return { before: 'should you', after: words[verb.main]?.text.toLowerCase() ?? '' };
}

/** The verb as "who" and "what" want it, whatever their answer: "who has", "what keeps". */
function agreeing(sentence: Sentence, { verb }: Clause, wh: string): string {
  const text = textOf(sentence, verb);
  const first = sentence.words[verb.first];
  if (!/^(?:who|what)$/i.test(wh) || first === undefined) return text;
  const single =
    SINGULAR[first.text] ??
    (first.pos === 'VERB' && first.text === first.lemma ? thirdPerson(first.text) : first.text);
  return text.replace(first.text, single);
}

/** Forms of the plural with those of the singular. */
export const SINGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' };
/** Pasts that look like the present. */
const SAME_PAST = /^(?:put|set|cut|let|hit|cost|spread|shut|split|burst|hurt|cast|beat|read)$/;

/** A verb after "he" or "it": "goes", "keeps". */
export function thirdPerson(base: string): string {
  if (SAME_PAST.test(base)) return base;
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** Whether the words asked for are one of two that "and" joins: the other would be left hanging. */
function isShared({ words }: Sentence, gap: Span, rest: Span): boolean {
  const after = words.slice(gap.to, rest.to);
  const isBefore = gap.from > rest.from && words[gap.from - 1]?.pos === 'CCONJ';
  const isAmongAmounts =
    words[gap.from]?.pos === 'NUM' && words.slice(rest.from, gap.from).some(({ pos }) => pos === 'CCONJ');
  return (
    isBefore ||
    isAmongAmounts ||
    after.some(({ pos }, at) => pos === 'CCONJ' && (at === 0 || after[at + 1]?.pos === 'NUM'))
  );
}

/** "Three metals, iron, tin and zinc, are …": what stands before the comma is the subject's, and no time or place. */
function isSplit({ words }: Sentence, { lead }: Clause): boolean {
  const own = words.slice(lead.from, lead.to);
  const isPhrase = /^(?:DET|NUM|NOUN|PROPN|ADJ)$/.test(own[0]?.pos ?? '');
  return isPhrase && own.every(({ pos, text }) => pos !== 'ADP' && pos !== 'ADV' && text !== 'ago');
}

/** "In which decade did she show?": what she showed stands in another clause. */
function isHollow({ words }: Sentence, gap: Span, rest: Span): boolean {
  if (words[rest.to]?.lemma !== 'that') return false;
  const left = [...words.slice(rest.from, gap.from), ...words.slice(gap.to, rest.to)];
  return left.every(({ pos }) => pos !== 'NOUN' && pos !== 'PROPN');
}

/** What a question begins with to say when or where: short, and no mere connection to the sentence before. */
function leadOf(gap: Span, { lead }: Clause, sentence: Sentence, document: string): string {
  const first = sentence.words[lead.from];
  if (isWithin(gap, lead) || lead.to === lead.from || first === undefined) return '';
  const text = midSentence(sentence, lead, document).replace(
    /, (?:however|though|therefore|of course)$/i,
    '',
  );
  const own = sentence.words.slice(lead.from, lead.to);
  const isPlace = own[1]?.pos === 'DET' && own.at(-1)?.pos === 'NOUN';
  const says = isPlace || own.some(({ pos }) => pos === 'NUM' || pos === 'PROPN');
  if (!(first.pos === 'ADP' || first.pos === 'SCONJ') || !says) return '';
  return wordCount(text) > LEAD_WORDS_MAX || /\b(?:this|these|that|which|it|they|he|she)\b/i.test(text)
    ? ''
    : text;
}

function withLead(lead: string, body: string): string {
  const tidy = body
    .replace(/ (?:in fact|also|indeed|however|therefore|moreover|precisely)(?= )/g, '')
    .replace(/[\s.,;:–—-]+$/u, '')
    .replace(/\s+([,;:.])/g, '$1');
  return `${capitalised(lead === '' || wordCount(lead) + wordCount(tidy) > WORDS_MAX ? tidy : `${lead}, ${tidy}`)}?`;
}

/** Whether its brackets and quotation marks close, and nothing hangs at its end. */
function isWhole(prompt: string): boolean {
  const count = (mark: RegExp) => prompt.match(mark)?.length ?? 0;
  if (count(/\(/g) !== count(/\)/g) || count(/“/g) !== count(/”/g) || /[{}|]/.test(prompt)) return false;
  return !/\b(?:and|or|the|an?|than|but|which|who)\?$/i.test(prompt);
}

/** "In which year did coins follow?": too short to say what it is about, and without a name. */
function isBare(wh: string, prompt: string): boolean {
  return (
    BARE.some(([asks, words]) => asks.test(wh) && wordCount(prompt) <= words) && !/ \p{Lu}/u.test(prompt)
  );
}

/** Whether it has a pronoun that its own subject does not explain. */
function pointsAway(prompt: string, subject: string): boolean {
  const rest = prompt.replace(subject, '').replace('should you', '');
  return /\b(?:this|these|those|it|they|them|he|him|she|there|latter|former|here|we|us|our|you)\b/i.test(
    rest,
  );
}
