import { foundFact } from '../asking/foundFact.ts';
import { acronymsIn, type AcronymRead } from '../acronyms.ts';
import { spanAt } from '../clause/span.ts';
import type { Finder, FormDraft } from '../finder.ts';

/** Acronyms that a sentence explains: "Collective Security Treaty Organization (CSTO)", "CERN, the European …". */
export const acronym: Finder = (sentence, surroundings) =>
  acronymsIn(sentence.text).flatMap((read) => {
    const at = sentence.text.search(read.expansion.split(' ').map(escaped).join('\\s+'));
    const span = at < 0 ? undefined : spanAt(sentence, at, at + read.expansion.length);
    const shortAt = sentence.text.indexOf(read.acronym);
    const short = spanAt(sentence, shortAt, shortAt + read.acronym.length);
    if (span === undefined) return [];
    const name = capitals(read);
    const facts = foundFact(
      {
        reason: 'acronym',
        answers: short === undefined ? [span] : [span, short],
        answerType: 'organisation',
        confidence: 0.9,
        forms: [standsFor(name, read.expansion), lettersCloze(name, read.expansion), acronymOf(name, read)],
      },
      sentence,
      { ...surroundings, standingOf: () => ({ standing: 'stated' }) },
    );
    return facts.map((fact) => ({ ...fact, statement: `${name} stands for ${read.expansion}.` }));
  });

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "Csto" is written CSTO where its letters are the name's initials. */
function capitals({ acronym: short, expansion }: AcronymRead): string {
  const initials = initialsOf(expansion);
  return initials === short.toUpperCase() ? initials : short;
}

function initialsOf(expansion: string): string {
  return (expansion.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('');
}

function standsFor(name: string, answer: string): FormDraft {
  const prompt = `What does ${name} stand for?`;
  return {
    id: 'stands-for',
    confidence: initialsOf(answer) === name ? 0.9 : 0.6,
    question: { kind: 'short', prompt, expects: 'text', answer, accept: [], reject: [], allow: [] },
  };
}

function acronymOf(name: string, { acronym: short, expansion }: AcronymRead): FormDraft {
  const prompt = `Which letters are short for ${expansion}?`;
  const accept = short === name ? [] : [short];
  return {
    id: 'letters',
    confidence: 0.7,
    question: { kind: 'short', prompt, expects: 'text', answer: name, accept, reject: [], allow: [] },
  };
}

const BLANKS = 2;
const GENERIC =
  /^(?:of|for|and|the|on|in|de|organi[sz]ation|association|agency|union|institute|committee|commission|council|international|national|system)$/i;

/** "The letters SCO stand for {{Shanghai|word}} {{Cooperation|word}} Organization." */
function lettersCloze(name: string, expansion: string): FormDraft | undefined {
  const words = expansion.split(' ');
  const telling = words.filter((word) => !GENERIC.test(word) && /^\p{Lu}\p{L}+$/u.test(word));
  const blank = new Set(telling.slice(0, Math.min(BLANKS, words.length - 1)));
  if (blank.size === 0 || initialsOf(expansion) !== name) return undefined;
  const shown = words.map((word) => (blank.has(word) ? `{{${word}|word}}` : word)).join(' ');
  return {
    id: 'letters-cloze',
    confidence: 0.8,
    question: { kind: 'cloze', text: `The letters ${name} stand for ${shown}.`, accept: {}, allow: [] },
  };
}
