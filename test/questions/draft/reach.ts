import type { Draft } from '../../../questions/draft/draft.ts';
import { solutionOf } from '../../../questions/kinds.ts';
import { findPassage, overlap, type Place } from '../../../questions/passage.ts';
import { isDateKey, judgeDate } from '../../../questions/typed/date.ts';
import { fold } from '../../../questions/typed/fold.ts';
import { judgeNumber } from '../../../questions/typed/number.ts';

/** A fact that a person has marked in a document. */
export interface MarkedFact {
  /** Verbatim, but that white space may be another. */
  readonly quote: string;
  /** Spans of the quote, any of which is an answer worth asking for. */
  readonly answers: readonly string[];
  readonly what: string;
}

/** How far drafts come to what a person has marked. */
export interface Reach {
  readonly reached: readonly MarkedFact[];
  readonly missed: readonly MarkedFact[];
  /** Drafts that ask for something marked, and the rest. */
  readonly fitting: readonly Draft[];
  readonly others: readonly Draft[];
}

/** A marked fact is reached by a draft whose passage overlaps its quote and one of whose questions asks for one of its answers. */
export function reachOf(document: string, marked: readonly MarkedFact[], drafts: readonly Draft[]): Reach {
  const placed = marked.map((fact) => ({ fact, place: quotePlace(document, fact.quote) }));
  const asked = drafts.map((draft) => ({ draft, place: passagePlace(document, draft) }));
  const hits = placed.map(({ fact, place }) =>
    asked
      .filter((one) => overlap(one.place, place) && asksFor(one, document, fact.answers))
      .map(({ draft }) => draft),
  );
  const fitting = new Set(hits.flat());
  return {
    reached: marked.filter((_, at) => hits[at]?.length !== 0),
    missed: marked.filter((_, at) => hits[at]?.length === 0),
    fitting: drafts.filter((draft) => fitting.has(draft)),
    others: drafts.filter((draft) => !fitting.has(draft)),
  };
}

/** The share of marked facts that some draft reaches, and of drafts that reach one; 0 where there are none. */
export function sharesOf({ reached, missed, fitting, others }: Reach): {
  readonly recall: number;
  readonly precision: number;
} {
  return { recall: share(reached.length, missed.length), precision: share(fitting.length, others.length) };
}

function share(some: number, others: number): number {
  return some === 0 ? 0 : some / (some + others);
}

/** Where a quote stands, whatever the line breaks in it. Throws where it does not stand in the document exactly once. */
export function quotePlace(document: string, quote: string): Place {
  const words = quote.split(/\s+/).map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const [match, second] = document.matchAll(new RegExp(words.join('\\s+'), 'g'));
  if (match === undefined || second !== undefined)
    throw new Error(`Inconsistent: not in the document once: ${quote}`);
  return { start: match.index, end: match.index + match[0].length };
}

function passagePlace(document: string, { factId, fact }: Draft): Place {
  const found = findPassage(document, fact.passage);
  if (found.found !== 'once')
    throw new Error(`Inconsistent: the passage of ${factId} is not in the document`);
  return found.place;
}

interface Placed {
  readonly draft: Draft;
  readonly place: Place;
}

/** Numbers and dates by their value, everything else by its folded text. Whose word a sentence is, is no answer of the text's. */
function asksFor({ draft, place }: Placed, document: string, answers: readonly string[]): boolean {
  const { factId, fact } = draft;
  const { statement, standing } = fact;
  const about = { factId, statement, standing, place, document, language: 'en' };
  return Object.values(fact.questions).some((question) => {
    if (question.kind === 'judge') return false;
    const keys = solutionOf(question, { ...about, prompts: [], rivals: [], sealed: false, glossary: {} });
    return answers.some(
      (answer) =>
        keys.some((key) => sameSpan(key, answer) || sameDate(key, answer)) ||
        (question.kind === 'number' && judgeNumber(answer, question).outcome === 'right'),
    );
  });
}

function sameDate(key: string, answer: string): boolean {
  return isDateKey(key) && judgeDate(answer, key).outcome === 'right';
}

/** The same words, or one within the other and at least half as long; a number in digits stands for its unit too. */
function sameSpan(key: string, answer: string): boolean {
  const [short = '', long = ''] = [fold(key), fold(answer)].sort((a, b) => a.length - b.length);
  if (short === '' || !` ${long} `.includes(` ${short} `)) return false;
  return short.length * 2 >= long.length || /^\d[\d., ]*$/.test(key);
}
