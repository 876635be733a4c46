import type { Path } from '../deckSource.ts';
import { dropAt } from './dropAt.ts';
import { factsWith, inFact } from './section.ts';
import { setAt } from './setAt.ts';
import { valueAt } from './treeAt.ts';

/** What is said in the place of a fact that has gone: why an option is wrong (nothing, where undefined), and why an answer is refused. */
export interface Instead {
  readonly distractors: string | undefined;
  readonly reject: string;
}

/** A deck file in which no wrong option and no refused answer is proved by a fact that has gone. */
export function withoutProof(yaml: string, gone: string, instead: Instead): string {
  const cited = new RegExp(`because["']?\\s*:\\s*["']?${gone}["']?\\s*(?:[,}\\]#\\n]|$)`);
  const facts = factsWith(yaml, cited) ?? (cited.test(yaml) ? factIdsIn(yaml) : []);
  return facts.reduce(
    (made, fact) => inFact(made, fact, (text, path) => without(text, path, gone, instead)),
    yaml,
  );
}

function factIdsIn(yaml: string): readonly string[] {
  return pairsOf(valueAt(yaml, ['facts'])).map(([id]) => id);
}

const PARTS = ['distractors', 'reject'] as const;

function without(text: string, fact: Path, gone: string, instead: Instead): string {
  return PARTS.reduce(
    (whole, part) =>
      citationsIn(text, fact, part, gone).reduce((made, path) => {
        const words = instead[part];
        return words === undefined ? dropAt(made, path) : setAt(made, path, words);
      }, whole),
    text,
  );
}

/** Where the wrong options, or the refused answers, of a fact's questions name the fact that has gone. */
function citationsIn(text: string, fact: Path, part: keyof Instead, gone: string): readonly Path[] {
  return pairsOf(valueAt(text, [...fact, 'questions'])).flatMap(([id, question]) =>
    pairsOf(new Map(pairsOf(question)).get(part)).flatMap(([at, wrong]): Path[] =>
      new Map(pairsOf(wrong)).get('because') === gone
        ? [[...fact, 'questions', id, part, Number(at), 'because']]
        : [],
    ),
  );
}

function pairsOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
