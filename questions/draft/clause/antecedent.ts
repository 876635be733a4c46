import type { Surroundings } from '../finder.ts';
import type { Glossary } from '../../glossary.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { clausesOf, type Clause } from './clause.ts';
import { nounPhraseEnd } from './nounPhrase.ts';
import { midSentence } from './midSentence.ts';
import { sentenceNumber } from './sentenceNumber.ts';
import { NO_SWAPS, wordCount, type Span, type Swaps } from './span.ts';

/** So many sentences back a pronoun is followed, within one block. */
const BACK_MAX = 2;
/** A longer subject reads badly in the place of a pronoun. */
const NAME_WORDS_MAX = 6;

/** Pronouns with what they stand for, as far as that can be told. */
export interface Resolved {
  readonly swaps: Swaps;
  /** The numbers of pronouns that point at something outside the sentence that is not known. */
  readonly dangling: ReadonlySet<number>;
}

const remembered = new WeakMap<Sentence, Resolved>();

/** What the pronouns of a sentence's subjects stand for: the subject before, where number and kind agree. */
export function resolved(sentence: Sentence, surroundings: Surroundings): Resolved {
  const known = remembered.get(sentence);
  if (known !== undefined) return known;
  const made = resolve(sentence, surroundings);
  remembered.set(sentence, made);
  return made;
}

const PRONOUN = /^(?:it|they|he|she|its|their|his|her)$/;
const POSSESSIVE = /^(?:its|their|his|her)$/;
const POINTING = /^(?:this|these|that|those|such|latter|former|who|which|whose|we|i|our|my)$/;

function resolve(sentence: Sentence, surroundings: Surroundings): Resolved {
  const swaps = new Map<number, string>();
  const dangling = new Set<number>();
  const clauses = clausesOf(sentence);
  for (const [number, clause] of clauses.entries()) {
    for (let at = clause.subject.from; at < clause.subject.to; at += 1) {
      const word = sentence.words[at];
      const pronoun = word?.text.toLowerCase() ?? '';
      if (swaps.has(at)) continue;
      const isExample = word?.lemma === 'such' && sentence.words[at + 1]?.lemma === 'as';
      if (POINTING.test(word?.lemma ?? '') && !isExample) dangling.add(at);
      if (!PRONOUN.test(pronoun)) continue;
      const isEmpty = isEmptySubject(sentence, clause);
      const name = isEmpty
        ? undefined
        : (ofItsKind(pronoun, sentence, clause, surroundings) ??
          nameFor(pronoun, sentence, number, surroundings));
      if (name === undefined) dangling.add(at);
      else swaps.set(at, POSSESSIVE.test(pronoun) ? possessive(name) : name);
    }
  }
  return { swaps: swaps.size === 0 ? NO_SWAPS : swaps, dangling };
}

/** "It is difficult to …", "It is no coincidence that …": this "it" stands for nothing. */
function isEmptySubject({ words }: Sentence, clause: Clause | undefined): boolean {
  if (clause === undefined || words[clause.subject.from]?.lemma !== 'it') return false;
  const after = words.slice(clause.verb.to, clause.rest.to + 1);
  return after.some(({ lemma }, at) => lemma === 'that' || (lemma === 'to' && after[at - 1]?.pos === 'ADJ'));
}

/** The subject that a pronoun stands for: the first before it that agrees, in this sentence or just before. */
function nameFor(
  pronoun: string,
  sentence: Sentence,
  number: number,
  surroundings: Surroundings,
): string | undefined {
  const earlier = clausesOf(sentence)
    .slice(0, number)
    .map((clause) => ({ sentence, clause }));
  const before = sentencesBefore(sentence, surroundings).map((other) => ({
    sentence: other,
    clause: clausesOf(other)[0],
  }));
  const isFirst = earlier.length > 0 || !hasNounBefore(sentence, clausesOf(sentence)[number]);
  for (const { sentence: from, clause } of [...earlier.reverse(), ...(isFirst ? before : [])]) {
    if (clause === undefined) continue;
    const own = from.words[clause.subject.from]?.text.toLowerCase() ?? '';
    const kind = own === pronoun ? ofItsKind(own, from, clause, surroundings) : undefined;
    if (kind !== undefined) return kind;
    const name = nameOf(from, clause.subject, surroundings);
    if (name === undefined) continue;
    return agrees(pronoun, from, clause.subject, surroundings) ? name : undefined;
  }
  return undefined;
}

/** Whether something else was named since the sentence began: the pronoun may stand for that. */
function hasNounBefore({ words }: Sentence, clause: Clause | undefined): boolean {
  if (clause === undefined) return false;
  const end = Math.min(clause.lead.from, clause.subject.from);
  return words.slice(0, end).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'organisation',
    /^(?:alliance|organi[sz]ation|company|agency|institution|association|bank|party|union|body|firm|university|club)$/,
  ],
  [
    'place',
    /^(?:country|city|town|village|state|region|island|river|lake|mountain|capital|republic|province|continent)$/,
  ],
];

/** "It is an alliance …": the last name of that kind in the sentence before. */
function ofItsKind(
  pronoun: string,
  sentence: Sentence,
  { verb, rest }: Clause,
  surroundings: Surroundings,
): string | undefined {
  const { words } = sentence;
  if (pronoun !== 'it' || words[verb.main]?.lemma !== 'be') return undefined;
  const head = words.slice(rest.from, nounPhraseEnd(words, rest.from)).at(-1);
  const kind = KINDS.find(([, nouns]) => nouns.test(head?.lemma ?? ''))?.[0];
  const [before] = sentencesBefore(sentence, surroundings);
  if (kind === undefined || before === undefined) return undefined;
  const named = Object.entries(surroundings.glossary)
    .filter(([, entry]) => entry.kind === kind)
    .map(([name, { aliases }]) => ({
      name,
      at: Math.max(...[name, ...aliases].map((form) => before.text.lastIndexOf(form))),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.name;
  return named === undefined ? undefined : withArticle(named);
}

/** "the CSTO", "the Rhine Commission": an organisation's capitals take an article in the middle of a sentence. */
function withArticle(name: string): string {
  return /^\p{Lu}{2,}$/u.test(name) ||
    /\b(?:Organi[sz]ation|Union|Agency|Association|Commission|Council|Party|Republic)\b/.test(name)
    ? `the ${name}`
    : name;
}

function sentencesBefore(sentence: Sentence, { sentences }: Surroundings): readonly Sentence[] {
  const at = sentenceNumber(sentence, sentences);
  return sentences
    .slice(Math.max(0, at - BACK_MAX), at)
    .filter(({ block }) => block === sentence.block)
    .reverse();
}

function nameOf(sentence: Sentence, subject: Span, { document }: Surroundings): string | undefined {
  const words = sentence.words.slice(subject.from, subject.to);
  if (words.some(({ pos, lemma }) => pos === 'PRON' || POINTING.test(lemma))) return undefined;
  const text = midSentence(sentence, subject, document);
  return wordCount(text) > NAME_WORDS_MAX ? undefined : text;
}

function agrees(
  pronoun: string,
  { words, text }: Sentence,
  subject: Span,
  { glossary }: Surroundings,
): boolean {
  const own = words.slice(subject.from, subject.to);
  const head = [...own].reverse().find(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const isPlural =
    own.some(({ pos }) => pos === 'CCONJ') ||
    (head?.pos === 'NOUN' && head.text.toLowerCase() !== head.lemma);
  if (/^(?:they|their)$/.test(pronoun)) return isPlural;
  if (isPlural || head === undefined) return false;
  const first = own[0];
  const name = first === undefined ? '' : text.slice(first.start, head.end);
  const isPerson = Object.entries(glossary).some(
    ([entry, { kind, aliases }]) => kind === 'person' && (entry === name || aliases.includes(name)),
  );
  if (/^(?:he|she|his|her)$/.test(pronoun)) return isPerson || head.pos === 'PROPN';
  return !isPerson && !looksLikePerson(own, name, glossary);
}

/** Two names in a row and no article, of which the glossary does not know better. */
function looksLikePerson(words: readonly Tagged[], name: string, glossary: Glossary): boolean {
  const isPair =
    words.length === 2 && words.every(({ pos, text }) => pos === 'PROPN' && /^\p{Lu}\p{Ll}+$/u.test(text));
  return (
    isPair &&
    !Object.entries(glossary).some(
      ([entry, { kind, aliases }]) => kind !== 'person' && (entry === name || aliases.includes(name)),
    )
  );
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}
