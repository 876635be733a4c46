import type { Path } from '../deckSource.ts';
import { entryNamed, formsOf, namesOf, type Glossary } from '../glossary.ts';
import { isDateKey } from '../typed/date.ts';
import { foldSpelling } from '../typed/fold.ts';
import { quoted, type Remark } from './finding.ts';
import { frequentNames } from './names.ts';
import type { Key, Posed, Subject } from './subject.ts';

const WORDS_MAX = 6;
const LIST_MAX = 6;

/** The rules about right answers and the forms that are accepted for them. */
export function answer(subject: Subject): readonly Remark[] {
  const { posed, file, document } = subject;
  const frequent = frequentNames(document, file.glossary);
  return [
    ...posed.flatMap(answerLong),
    ...posed.flatMap(listLong),
    ...posed.flatMap(noDate),
    ...glossaryCollisions(file.glossary),
    ...posed.flatMap((one) => aliasCollisions(one, file.glossary)),
    ...posed.flatMap((one) => trivialAnswer(one, file.glossary, frequent)),
  ];
}

function answerLong({ question, keys }: Posed): readonly Remark[] {
  if (question.kind !== 'short' && question.kind !== 'cloze' && question.kind !== 'list') return [];
  return keys
    .map(({ text, path }) => ({ text, path, count: text.trim().split(/\s+/).length }))
    .filter(({ count }) => count > WORDS_MAX)
    .map(({ text, path, count }) => {
      const message = `${quoted(text)} has ${count} words, too many to type alike: ask for less, or offer it as a choice`;
      return { rule: 'answer-long', path, message };
    });
}

function listLong({ question, path }: Posed): readonly Remark[] {
  if (question.kind !== 'list' || question.answer.length <= LIST_MAX) return [];
  const message = `${question.answer.length} items in no order are more than one remembers: split the list`;
  return [{ rule: 'list-long', path: [...path, 'answer'], message }];
}

function noDate({ question, path }: Posed): readonly Remark[] {
  if (question.kind !== 'short' || question.expects !== 'date' || isDateKey(question.answer)) return [];
  const message = `${quoted(question.answer)} is no date: write 2013, 2022-01 or 2022-01-08`;
  return [{ rule: 'form', path: [...path, 'answer'], message }];
}

/** One alias under two names would make either answer right for the other. */
function glossaryCollisions(glossary: Glossary): readonly Remark[] {
  const owner = new Map<string, string>();
  return Object.entries(glossary).flatMap(([name, { aliases }]) =>
    [name, ...aliases].flatMap((form, at): readonly Remark[] => {
      const folded = foldSpelling(form);
      const other = owner.get(folded);
      if (other === undefined || other === name) {
        owner.set(folded, name);
        return [];
      }
      const path: Path = at === 0 ? ['glossary', name] : ['glossary', name, 'aliases', at - 1];
      const message = `${quoted(form)} is also a name of ${quoted(other)}: keep it in one entry`;
      return [{ rule: 'alias-collision', path, message }];
    }),
  );
}

function aliasCollisions(posed: Posed, glossary: Glossary): readonly Remark[] {
  return posed.keys.flatMap((key, at) =>
    key.accept.flatMap((form, index): readonly Remark[] => {
      const rival = rivalOf(posed, key, at, form, glossary);
      if (rival === undefined) return [];
      const message = `${quoted(form)} is accepted for ${quoted(key.text)}, but is ${rival}: take it out`;
      return [{ rule: 'alias-collision', path: acceptPath(posed, key, index), message }];
    }),
  );
}

/** What else an accepted form names; undefined when nothing. */
function rivalOf(
  { question, keys }: Posed,
  key: Key,
  at: number,
  form: string,
  glossary: Glossary,
): string | undefined {
  const folded = foldSpelling(form);
  const own = entryNamed(glossary, key.text);
  const entry = entryNamed(glossary, form);
  if (own !== undefined && entry !== undefined && entry !== own) return `a name of ${quoted(entry)}`;
  if (question.kind === 'short') {
    const rejected = question.reject.find(({ text }) => foldSpelling(text) === folded);
    if (rejected !== undefined) return 'rejected as well';
  }
  if (question.kind !== 'list') return undefined;
  const other = keys.find(
    (item, index) =>
      index !== at && formsOf(glossary, item.text, item.accept).some((text) => foldSpelling(text) === folded),
  );
  return other === undefined ? undefined : `accepted for ${quoted(other.text)} too`;
}

function acceptPath({ question, path }: Posed, key: Key, index: number): Path {
  if (question.kind === 'cloze') return [...path, 'accept', key.text, index];
  if (question.kind === 'list') return [...key.path.slice(0, -1), 'accept', index];
  return [...path, 'accept', index];
}

/** A name that the whole document is about is guessed without knowing anything, unless another such name is offered beside it. */
function trivialAnswer(
  { question, keys, wrongs }: Posed,
  glossary: Glossary,
  frequent: readonly string[],
): readonly Remark[] {
  if (question.kind !== 'short' && question.kind !== 'choice' && question.kind !== 'cloze') return [];
  const isFrequent = ({ text }: { readonly text: string }) =>
    frequent.some((name) =>
      namesOf(glossary, name).some((form) => foldSpelling(form) === foldSpelling(text)),
    );
  if (wrongs.some(isFrequent)) return [];
  return keys.filter(isFrequent).map(({ text, path }) => {
    const message = `${quoted(text)} is one of the three names the document has most, so a guess is often right`;
    return { rule: 'trivial-answer', path, message };
  });
}
