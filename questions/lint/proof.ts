import type { Fact } from '../deck.ts';
import type { Path } from '../deckSource.ts';
import { formsOf } from '../glossary.ts';
import { findPassage, overlap, type TextQuote } from '../passage.ts';
import { proves, provesNumber, readingOf, type Reading } from './evidence.ts';
import { quoted, type Remark } from './finding.ts';
import { garbledWords, wordsOf } from './garbled.ts';
import type { Posed, Subject } from './subject.ts';

const PASSAGE_MAX = 300;

/** The rules that tie every fact to the document and every answer to its passage. */
export function proof(subject: Subject): readonly Remark[] {
  const facts = Object.entries(subject.file.facts);
  const known = wordsOf(subject.document);
  const passages = facts.map(([, fact]) => readingOf(fact.passage.exact));
  return [
    ...documentChanged(subject),
    ...subject.file.faults.flatMap((fault, at) => verbatim(subject, fault, ['faults', at])),
    ...facts.flatMap(([id, { passage }]) => verbatim(subject, passage, ['facts', id, 'passage'])),
    ...facts.flatMap(([id, fact]) => passageShape(fact, known, ['facts', id, 'passage', 'exact'])),
    ...facts.flatMap(([id, fact]) => noteMissing(subject, fact, ['facts', id, 'passage', 'exact'])),
    ...subject.posed.flatMap((posed) => answerNotInPassage(subject, posed, passages)),
    ...subject.posed.flatMap((posed) => unreviewed(subject, posed)),
  ];
}

function documentChanged({ file, sha256 }: Subject): readonly Remark[] {
  if (file.documentSha256 === sha256) return [];
  const message = `document.md has changed: look over every passage, then write ${sha256}`;
  return [{ rule: 'document-changed', path: ['documentSha256'], message }];
}

function verbatim({ document, isPlain }: Subject, quote: TextQuote, path: Path): readonly Remark[] {
  const plain = (['exact', 'prefix', 'suffix'] as const)
    .filter((part) => isPlain([...path, part]))
    .map((part): Remark => {
      const message = `the ${part} is not quoted, so a “ #” would cut it short: put it in double quotes`;
      return { rule: 'passage-plain-scalar', path: [...path, part], message };
    });
  const found = findPassage(document, quote);
  if (found.found === 'never') return [...plain, notVerbatim(document, quote, [...path, 'exact'])];
  if (found.found === 'once') return plain;
  const message = `${quoted(quote.exact)} stands ${found.times} times in the document: add a prefix or suffix`;
  return [...plain, { rule: 'passage-ambiguous', path: [...path, 'exact'], message }];
}

/** Says how far the quote goes with the document, which is where to look. */
function notVerbatim(document: string, quote: TextQuote, path: Path): Remark {
  const whole = (quote.prefix ?? '') + quote.exact + (quote.suffix ?? '');
  const same = agreeingLength(document, whole);
  const edge = document.includes(quote.exact) ? 'with its prefix and suffix ' : '';
  const where = same === 0 ? '' : `; it agrees up to ${quoted(whole.slice(Math.max(0, same - 25), same))}`;
  return {
    rule: 'passage-not-verbatim',
    path,
    message: `the passage ${edge}does not stand in the document${where}: copy it as it is`,
  };
}

function agreeingLength(document: string, whole: string): number {
  let low = 0;
  let high = whole.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (document.includes(whole.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function passageShape({ passage }: Fact, known: ReadonlySet<string>, path: Path): readonly Remark[] {
  const remarks: Remark[] = [];
  if (passage.exact.length > PASSAGE_MAX) {
    const message = `the passage has ${passage.exact.length} characters: quote the ${PASSAGE_MAX} that prove the fact, or make two facts`;
    remarks.push({ rule: 'passage-long', path, message });
  }
  const garbled = garbledWords(passage.exact, known);
  if (garbled.length > 0) {
    const message = `${garbled.map(quoted).join(', ')} is garbled: quote around it, or acknowledge it`;
    remarks.push({ rule: 'passage-garbled', path, message });
  }
  return remarks;
}

function noteMissing({ document, file }: Subject, fact: Fact, path: Path): readonly Remark[] {
  const found = findPassage(document, fact.passage);
  if (fact.note !== undefined || found.found !== 'once') return [];
  const faults = file.faults.filter((fault) => {
    const place = findPassage(document, fault);
    return place.found === 'once' && overlap(place.place, found.place);
  });
  return faults.map(({ exact }) => {
    const message = `the passage touches the fault ${quoted(exact)}: tell the learner in a note`;
    return { rule: 'note-missing', path, message };
  });
}

function answerNotInPassage(
  { file }: Subject,
  posed: Posed,
  passages: readonly Reading[],
): readonly Remark[] {
  const { question, fact, keys } = posed;
  if (question.inferred === true) return [];
  const passage = readingOf(fact.passage.exact);
  const missing = keys.filter(({ text, accept }, at) => {
    if (question.kind === 'number') return !provesNumber(passage, question);
    if (question.kind !== 'match') return !proves(passage, formsOf(file.glossary, text, accept));
    const sides = [text, question.answer[at]?.left ?? text].flatMap((side) => formsOf(file.glossary, side));
    return !passages.some((reading) => proves(reading, sides));
  });
  return missing.map(({ text, path }) => {
    const message = `${quoted(text)} does not stand in the passage: quote where it stands, or write inferred: true`;
    return { rule: 'answer-not-in-passage', path, message };
  });
}

function unreviewed({ publish }: Subject, { question, id, path }: Posed): readonly Remark[] {
  if (!publish || question.draft !== true) return [];
  const message = `${quoted(id)} is a draft: review it and take draft: true out, or remove it`;
  return [{ rule: 'unreviewed', path: [...path, 'draft'], message }];
}
