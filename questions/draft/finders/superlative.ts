import { accordingTo, attributed } from '../asking/accordingTo.ts';
import { clozeForm } from '../asking/clozeForm.ts';
import { foundFact } from '../asking/foundFact.ts';
import { whQuestion } from '../asking/whQuestion.ts';
import { clausesOf, type Clause } from '../clause/clause.ts';
import { resolved } from '../clause/antecedent.ts';
import { capitalised, midSentence } from '../clause/midSentence.ts';
import { isWithin, textOf, wordCount, type Span } from '../clause/span.ts';
import { entryNamed } from '../../glossary.ts';
import { firstHolder } from './firstHolder.ts';
import type { Finder, FormDraft, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { superlativesOf, type Superlative } from '../clause/superlativePhrase.ts';

/** What is the most of its kind, or the first, or the ninth: "the ninth largest country in the world". */
export const superlative: Finder = (sentence, surroundings) =>
  superlativesOf(sentence).flatMap((found) => {
    const first = firstHolder(found, sentence, surroundings);
    if (first.length > 0) return first;
    const clause = clausesOf(sentence).find(({ rest }) => isWithin(found.phrase, rest));
    const aside = clause === undefined ? asideHolder(found, sentence, surroundings) : undefined;
    const degree = foundFact(
      {
        reason: 'superlative',
        answers: [found.degree],
        answerType: 'phrase',
        confidence: found.rank === undefined ? 0.7 : 0.85,
        forms: [
          placeForm(found, clause, sentence, surroundings),
          aside === undefined
            ? rankCloze(found, sentence, surroundings)
            : asideCloze(found, aside, sentence, surroundings),
        ],
      },
      sentence,
      surroundings,
    );
    const holder = found.isOneOf ? undefined : holderForm(found, clause, sentence, surroundings);
    const said = `${aside ?? ''} is ${textOf(sentence, found.phrase)}.`;
    return [
      ...(aside === undefined ? degree : degree.map((fact) => ({ ...fact, statement: capitalised(said) }))),
      ...(holder === undefined || clause === undefined
        ? []
        : foundFact(
            {
              reason: 'superlative',
              answers: [clause.subject],
              answerType: 'term',
              confidence: 0.85,
              forms: [holder],
            },
            sentence,
            surroundings,
          )),
    ];
  });

/** Of "Kazakhstan has a role, being the ninth largest country": what is the ninth largest. */
function asideHolder(
  { phrase, isOneOf }: Superlative,
  sentence: Sentence,
  surroundings: Surroundings,
): string | undefined {
  if (isOneOf || !/^being$/i.test(sentence.words[phrase.from - 1]?.text ?? '')) return undefined;
  const clause = [...clausesOf(sentence)].reverse().find(({ subject }) => subject.to <= phrase.from);
  const { swaps, dangling } = resolved(sentence, surroundings);
  if (clause === undefined || dangling.has(clause.subject.from)) return undefined;
  return midSentence(sentence, clause.subject, surroundings.document, swaps);
}

function asideCloze(
  found: Superlative,
  holder: string,
  sentence: Sentence,
  surroundings: Surroundings,
): FormDraft {
  const { phrase, degree } = found;
  const answer = textOf(sentence, degree);
  const before = textOf(sentence, { from: phrase.from, to: degree.from });
  const after = textOf(sentence, { from: degree.to, to: phrase.to });
  const said = `${holder} is ${before} {{${answer}|${shows(found)}}} ${after}.`;
  const accept = accepted(found, sentence);
  return {
    id: 'rank-cloze',
    confidence: 0.75,
    question: {
      kind: 'cloze',
      text: capitalised(`${accordingTo(surroundings.standingOf(sentence), said)}${said}`),
      accept: accept.length === 0 ? {} : { [answer]: [...accept] },
      allow: [],
    },
  };
}

function rankCloze(
  found: Superlative,
  sentence: Sentence,
  surroundings: Surroundings,
): FormDraft | undefined {
  const gap = { span: found.degree, shows: shows(found), accept: accepted(found, sentence) };
  return clozeForm(
    'rank-cloze',
    [gap],
    sentence,
    surroundings,
    found.rank === undefined || found.rank === 1 ? 0.5 : 0.7,
  );
}

function shows({ rank }: Superlative): string {
  return rank === undefined ? 'superlative' : 'rank';
}

function accepted({ rank }: Superlative, sentence: Sentence): readonly string[] {
  const named = rank === undefined ? '' : `${rank}${suffix(rank)}`;
  return named === '' || sentence.text.includes(named) ? [] : [named];
}

const PEOPLE =
  /^(?:person|man|woman|human|president|leader|king|queen|scientist|explorer|astronaut|author|writer|player|ruler|emperor|minister|chancellor|climber|pilot|people|european|american|child|boy|girl)$/;
const HOLDER_WORDS_MAX = 6;

/** "Which country is the ninth largest in the world?", "Who became the first person to walk on the Moon?" */
function holderForm(
  { phrase, head }: Superlative,
  clause: Clause | undefined,
  sentence: Sentence,
  surroundings: Surroundings,
): FormDraft | undefined {
  const { words } = sentence;
  if (clause === undefined || clause.rest.from !== phrase.from) return undefined;
  const { swaps, dangling } = resolved(sentence, surroundings);
  const subject = words.slice(clause.subject.from, clause.subject.to);
  const isOne = subject.every(({ pos }) => pos !== 'CCONJ' && pos !== 'PRON' && pos !== 'ADP');
  const isNamed = isOne && (subject.some(({ pos }) => pos === 'PROPN') || subject[0]?.lemma === 'the');
  if (isMany(clause, head, words)) return undefined;
  if (dangling.has(clause.subject.from) || !(isNamed || swaps.has(clause.subject.from))) return undefined;
  const answer = midSentence(sentence, clause.subject, surroundings.document, swaps);
  if (wordCount(answer) > HOLDER_WORDS_MAX) return undefined;
  const noun = words[head];
  const isBeing = /^(?:be|become|remain)$/.test(words[clause.verb.main]?.lemma ?? '');
  const who = isBeing ? PEOPLE.test(noun?.lemma ?? '') : isPerson(answer, surroundings);
  const wh = who ? 'who' : isBeing ? `which ${nounAt(head, sentence)}` : 'what';
  const made = whQuestion(wh, clause.subject, sentence, surroundings);
  if (made === undefined) return undefined;
  const prompt = attributed(
    surroundings.standingOf(sentence),
    wh.startsWith('which') ? withoutNoun(made.prompt, head, sentence) : made.prompt,
  );
  return {
    id: who ? 'who' : 'which',
    confidence: (isBeing || who ? 0.88 : 0.7) * made.fluency,
    question: { kind: 'short', prompt, expects: 'text', answer, accept: [], reject: [], allow: [] },
  };
}

/** "Neutrophils are the most common type": "which type are" does not agree. */
function isMany({ verb }: Clause, head: number, words: Sentence['words']): boolean {
  const isPlural = /^(?:are|were)$/.test(words[verb.main]?.text ?? '');
  return isPlural && words[head]?.text.toLowerCase() === words[head]?.lemma;
}

function isPerson(name: string, { glossary }: Surroundings): boolean {
  const entry = entryNamed(glossary, name);
  if (entry !== undefined && glossary[entry]?.kind !== 'term') return glossary[entry]?.kind === 'person';
  return /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name);
}

function nounAt(head: number, sentence: Sentence): string {
  return textOf(sentence, { from: head, to: head + 1 });
}

/** "Which country is the ninth largest country in …" says its noun once. */
function withoutNoun(prompt: string, head: number, sentence: Sentence): string {
  const noun = nounAt(head, sentence);
  const second = prompt.indexOf(` ${noun}`, prompt.indexOf(noun) + noun.length);
  return second < 0 ? prompt : prompt.slice(0, second) + prompt.slice(second + noun.length + 1);
}

/** "What place does Kazakhstan take among the largest countries in the world?" */
function placeForm(
  { rank, phrase, degree, head }: Superlative,
  clause: Clause | undefined,
  sentence: Sentence,
  surroundings: Surroundings,
): FormDraft | undefined {
  const holder =
    clause ?? [...clausesOf(sentence)].reverse().find(({ subject }) => subject.to <= phrase.from);
  if (rank === undefined || rank < 2 || holder === undefined || degree.to !== degree.from + 1)
    return undefined;
  const { swaps, dangling } = resolved(sentence, surroundings);
  if (dangling.has(holder.subject.from)) return undefined;
  const what = midSentence(sentence, holder.subject, surroundings.document, swaps);
  const among = textOf(sentence, { from: firstAdjective(degree, sentence), to: head });
  const tail = { from: head + 1, to: tailEnd(phrase, head, sentence) };
  const kind = `${among} ${plural(nounAt(head, sentence))} ${textOf(sentence, tail)}`.trim();
  return {
    id: 'place',
    confidence: wordCount(what) > HOLDER_WORDS_MAX ? 0.5 : 0.8,
    question: {
      kind: 'number',
      prompt: attributed(
        surroundings.standingOf(sentence),
        `What place does ${what} take among the ${kind}?`,
      ),
      answer: rank,
      allow: [],
    },
  };
}

/** To the next comma or "and". */
function tailEnd({ to }: Span, head: number, { words }: Sentence): number {
  const stop = words.findIndex(
    ({ pos, text }, at) => at > head && at < to && (pos === 'CCONJ' || text === ','),
  );
  return stop < 0 ? Math.max(head + 1, to) : stop;
}

/** After the rank, and a hyphen where one stands. */
function firstAdjective({ to }: Span, { words }: Sentence): number {
  return words[to]?.text === '-' ? to + 1 : to;
}

function plural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function suffix(rank: number): string {
  const teens = rank % 100 > 10 && rank % 100 < 14;
  return teens ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
}
