import type { DeckFile, Fact } from '../deck.ts';
import { answer } from '../lint/answer.ts';
import { cloze } from '../lint/cloze.ts';
import { LEVELS, type Remark, type Rule } from '../lint/finding.ts';
import { options } from '../lint/options.ts';
import { proof } from '../lint/proof.ts';
import { stem } from '../lint/stem.ts';
import { subjectOf } from '../lint/subject.ts';

/** What the gate says of the drafted facts. */
export interface Gated {
  /** Facts (`fact`) and questions (`fact/question`) that the lint marks with an error: they are not drafted. */
  readonly refused: ReadonlySet<string>;
  /** The warnings of each question, by `fact/question`; those of its fact among them. */
  readonly warned: ReadonlyMap<string, readonly Rule[]>;
}

/** So many facts are looked at together: rules that compare each with each take the square of it. */
const TOGETHER = 60;

/** Judges drafted facts by the lint's own rules of proof, stem, answer, options and blanks. */
export function gate(
  facts: ReadonlyMap<string, Fact>,
  about: { readonly document: string; readonly language: string; readonly glossary: DeckFile['glossary'] },
  onProgress: (share: number) => void,
): Gated {
  const refused = new Set<string>();
  const warned = new Map<string, Rule[]>();
  const all = [...facts];
  for (let from = 0; from < all.length; from += TOGETHER) {
    const some = all.slice(from, from + TOGETHER);
    for (const { rule, path } of remarksOn(some, about)) {
      const [, fact, , question] = path.map(String);
      if (path[0] !== 'facts' || fact === undefined || rule === 'because-unknown') continue;
      const isOwn = path[2] === 'questions' && question !== undefined;
      if (LEVELS[rule] === 'E') refused.add(isOwn ? `${fact}/${question}` : fact);
      if (LEVELS[rule] !== 'W') continue;
      for (const id of isOwn ? [question] : Object.keys(facts.get(fact)?.questions ?? {})) {
        const ref = `${fact}/${id}`;
        warned.set(ref, [...(warned.get(ref) ?? []), rule]);
      }
    }
    onProgress(Math.min(1, (from + TOGETHER) / all.length));
  }
  return { refused, warned };
}

function remarksOn(
  facts: readonly (readonly [string, Fact])[],
  { document, language, glossary }: { document: string; language: string; glossary: DeckFile['glossary'] },
): readonly Remark[] {
  const file: DeckFile = {
    title: 'Drafts',
    language,
    access: 'open',
    documentSha256: '',
    glossary,
    faults: [],
    retired: [],
    facts: Object.fromEntries(facts),
  };
  const source = { file, at: () => ({ line: 1, column: 1 }), isPlain: () => false };
  const subject = subjectOf(source, document, { sha256: '', publish: false });
  return [proof, stem, answer, options, cloze].flatMap((rules) => rules(subject));
}
