import type { Path } from '../deckSource.ts';
import { formsOf, type Glossary } from '../glossary.ts';
import { foldSpelling } from '../typed/fold.ts';
import { readQuantity } from '../typed/quantity.ts';
import { quoted, type Remark } from './finding.ts';
import { alsoTrue, optionType } from './rival.ts';
import type { Posed, Subject, Wrong } from './subject.ts';
import { sameNumber } from './values.ts';

/** The rules about options; each looks at one question. */
export function options({ posed, file }: Subject): readonly Remark[] {
  return posed.flatMap((one) => [
    ...sidesTwice(one),
    ...(one.wrongs.length === 0 && !('distractors' in one.question) ? [] : optionRemarks(one, file.glossary)),
  ]);
}

function optionRemarks(posed: Posed, glossary: Glossary): readonly Remark[] {
  return [
    ...tooFew(posed),
    ...same(posed, glossary),
    ...alsoTrue(posed, glossary),
    ...optionType(posed, glossary),
    ...keyLongest(posed),
    ...posed.wrongs.flatMap((wrong) => wrongWords(posed, wrong)),
    ...keysAbove(posed),
    ...grammarCue(posed),
  ];
}

function tooFew({ question, wrongs, path }: Posed): readonly Remark[] {
  if (question.kind === 'match' || wrongs.length >= 2) return [];
  const message = 'one distractor makes this a coin toss: add at least one more';
  return [{ rule: 'too-few-distractors', path: [...path, 'distractors'], message }];
}

/** Options that are the same thing: a wrong one and a right one, or two alike. */
function same({ question, keys, wrongs }: Posed, glossary: Glossary): readonly Remark[] {
  const isSame = (a: string, b: string) => areSame(a, b, glossary);
  const correct = wrongs.flatMap(({ text, path }): readonly Remark[] => {
    const key = keys.find((one) => isSame(one.text, text));
    if (key === undefined) return [];
    const message = `${quoted(text)} is the right answer ${quoted(key.text)}: take another distractor`;
    return [{ rule: 'distractor-is-correct', path, message }];
  });
  const rights = question.kind === 'multiple' ? keys : [];
  return [...correct, ...twice(wrongs, isSame), ...twice(rights, isSame)];
}

function twice(
  items: readonly { text: string; path: Path }[],
  isSame: (a: string, b: string) => boolean,
): readonly Remark[] {
  return items.flatMap(({ text, path }, at): readonly Remark[] => {
    const first = items.slice(0, at).find((other) => isSame(other.text, text));
    if (first === undefined) return [];
    const message = `${quoted(text)} is the same as ${quoted(first.text)}: take another`;
    return [{ rule: 'option-duplicate', path, message }];
  });
}

function areSame(a: string, b: string, glossary: Glossary): boolean {
  const forms = new Set(formsOf(glossary, a).map(foldSpelling));
  if (formsOf(glossary, b).some((form) => forms.has(foldSpelling(form)))) return true;
  const [left] = readQuantity(a);
  const [right] = readQuantity(b);
  return (
    left !== undefined &&
    right !== undefined &&
    sameNumber(left.value, right.value) &&
    left.unit === right.unit
  );
}

function readAlike(a: string, b: string): boolean {
  return foldSpelling(a) === foldSpelling(b);
}

/** Items to order or pairs to match that cannot be told apart. */
function sidesTwice({ question, path }: Posed): readonly Remark[] {
  const answer: Path = [...path, 'answer'];
  if (question.kind === 'order')
    return twice(
      question.answer.map((text, at) => ({ text, path: [...answer, at] })),
      readAlike,
    );
  if (question.kind !== 'match') return [];
  return (['left', 'right'] as const).flatMap((side) =>
    twice(
      question.answer.map((pair, at) => ({ text: pair[side], path: [...answer, at, side] })),
      readAlike,
    ),
  );
}

const LONGER_TIMES = 1.6;
const LONGER_BY = 12;

function keyLongest({ question, wrongs, path }: Posed): readonly Remark[] {
  if (question.kind !== 'choice' || wrongs.length === 0) return [];
  const length = question.answer.length;
  const mean = wrongs.reduce((sum, { text }) => sum + text.length, 0) / wrongs.length;
  if (
    length <= LONGER_TIMES * mean ||
    length - mean <= LONGER_BY ||
    wrongs.some(({ text }) => text.length >= length)
  )
    return [];
  const message = `the right option has ${length} characters, the wrong ones ${Math.round(mean)} on average: make them alike`;
  return [{ rule: 'key-longest', path: [...path, 'answer'], message }];
}

function wrongWords(posed: Posed, wrong: Wrong): readonly Remark[] {
  return [...above(wrong.text, wrong.path), ...absolute(posed, wrong), ...noFeedback(wrong)];
}

const ABOVE =
  /\b(?:all|none|both|neither|any|each) of (?:the|these|those|them)\b(?: (?:above|others?|options|answers|choices))?\s*\.?$|^(?:all|none|both|neither)(?: of them)?$|\b(?:all|none) (?:of the )?above\b/i;

function above(text: string, path: Path): readonly Remark[] {
  if (!ABOVE.test(text)) return [];
  return [
    {
      rule: 'all-or-none-above',
      path,
      message: `${quoted(text)} tests the other options: name one more instead`,
    },
  ];
}

function keysAbove({ question, keys }: Posed): readonly Remark[] {
  return question.kind === 'match' ? [] : keys.flatMap(({ text, path }) => above(text, path));
}

const ABSOLUTE =
  /\b(?:always|never|all|every|none|only|completely|entirely|absolutely|impossible|nobody|nothing)\b/i;

function absolute({ keys }: Posed, { text, path }: Wrong): readonly Remark[] {
  const word = ABSOLUTE.exec(text)?.[0];
  if (word === undefined || ABOVE.test(text) || keys.some((key) => ABSOLUTE.test(key.text))) return [];
  const message = `${quoted(word)} marks this option as wrong: say it without`;
  return [{ rule: 'absolute-term', path, message }];
}

function noFeedback({ text, path, because }: Wrong): readonly Remark[] {
  if (because !== undefined) return [];
  const message = `whoever chooses ${quoted(text)} may learn it: add because, a fact's id or why it is wrong`;
  return [{ rule: 'no-feedback', path, message }];
}

function grammarCue({ question, stem, stemPath }: Posed): readonly Remark[] {
  const article = /\b(an?)\s*(?:_+|…|\.{3})?\s*[?:]?\s*$/i.exec(stem)?.[1];
  if (question.kind === 'match' || article === undefined) return [];
  const message = `the ${quoted(article)} at the end fits some options and not others: write a(n), or move it into the options`;
  return [{ rule: 'grammar-cue', path: stemPath, message }];
}
