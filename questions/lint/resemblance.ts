import { contentWords } from '../cue.ts';
import { foldSpelling } from '../typed/fold.ts';
import { quoted, type Remark } from './finding.ts';
import type { Posed, Subject } from './subject.ts';

const NEARLY_SAME = 0.8;
const SIMILAR = 0.6;
/** Stems with fewer words that carry meaning than this resemble one another by chance. */
const WORDS_LEAST = 3;

interface Stem {
  readonly posed: Posed;
  readonly words: ReadonlySet<string>;
  readonly answer: string;
}

/** Questions and statements that are nearly the same, and similar stems with different answers. */
export function resemblances({ posed, file }: Subject): readonly Remark[] {
  const stems = posed
    .filter(({ question }) => question.kind !== 'judge')
    .map((one): Stem => ({
      posed: one,
      words: meaning(one.stem),
      answer: one.keys.map(({ text }) => foldSpelling(text)).join('; '),
    }));
  return [
    ...pairsOf(stems).flatMap(([first, second]) => compare(first, second)),
    ...sameStatements(
      Object.entries(file.facts).map(([id, { statement }]) => ({ id, words: meaning(statement) })),
    ),
  ];
}

function compare(first: Stem, second: Stem): readonly Remark[] {
  const alike = likeness(first.words, second.words);
  const isOneFact = first.posed.factId === second.posed.factId;
  const isOneAnswer = first.answer === second.answer;
  const name = `${first.posed.factId}/${first.posed.id}`;
  const path = second.posed.stemPath;
  if (
    alike >= NEARLY_SAME &&
    isOneAnswer &&
    (!isOneFact || first.posed.question.kind === second.posed.question.kind)
  ) {
    return [
      {
        rule: 'near-duplicate',
        path,
        message: `this asks the same as ${name}: remove one, or ask another side of it`,
      },
    ];
  }
  if (alike < SIMILAR || isOneAnswer || isOneFact) return [];
  return [
    {
      rule: 'interference',
      path,
      message: `${name} reads alike and has another answer: a match question would tell them apart`,
    },
  ];
}

function sameStatements(
  facts: readonly { readonly id: string; readonly words: ReadonlySet<string> }[],
): readonly Remark[] {
  return pairsOf(facts)
    .filter(([first, second]) => likeness(first.words, second.words) >= NEARLY_SAME)
    .map(([first, second]) => {
      const message = `this says the same as the fact ${quoted(first.id)}: keep one of the two`;
      return { rule: 'near-duplicate', path: ['facts', second.id, 'statement'], message };
    });
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((second, at) => items.slice(0, at).map((first): readonly [T, T] => [first, second]));
}

/** Words that carry meaning, and numbers: "in 2010" and "in 2020" are not the same. */
function meaning(text: string): ReadonlySet<string> {
  const folded = foldSpelling(text);
  return new Set([...contentWords(folded), ...folded.split(' ').filter((word) => /\d/.test(word))]);
}

/** Words in common among all words of the two (Jaccard); 0 where there are too few to tell. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < WORDS_LEAST || b.size < WORDS_LEAST) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
