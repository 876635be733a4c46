import type { Path } from '../deckSource.ts';
import { quoted, type Remark } from './finding.ts';
import type { Subject } from './subject.ts';

const RELATIVE =
  /\b(?:now|nowadays|today|tomorrow|yesterday|tonight|recently|lately|currently|so far|at present|at the moment|these days|(?:this|last|next) (?:year|month|week|decade|century)|(?:days?|weeks?|months?|years?|decades?) ago)\b/i;

const DATED =
  /\b(?:1\d|20)\d\d\b|\bat (?:the|that) time\b|\bwhen the (?:article|text|author|document)\b|\bas of\b|\bwas written\b|\bwhen it was\b/i;

const OFFICES =
  'president|prime minister|premier|minister|chancellor|king|queen|monarch|emperor|leader|head of|secretary[- ]general|chair(?:man|woman|person)?|governor|mayor|ceo';
const HOLDER = new RegExp(
  `\\b(?:who|which|what)\\b.*\\b(?:is|are|holds)\\b.*\\b(?:${OFFICES})\\b|\\b(?:${OFFICES})\\b[^.?]* \\bis\\b`,
  'i',
);
const MEMBER =
  /(?<!founding )\bmembers?\b(?! of the (?:family|public|nomenklatura|population))|\bmembership\b|\bbelongs? to the\b/i;
const CAPITAL = /\bcapital (?:city )?of\b|['’]s capital\b|\bcapital city\b/i;

const DANGLING =
  /^(?:it(?! (?:is|was)\b.*\b(?:that|who)\b)|its|they|their|he|she|his|her|these|those|this(?! (?:article|text|document)\b))\b|\bthe latter\b|\bthe former(?=[,.;:?!]|$)/i;

/** Words that mean something only at one moment or after another sentence: a question comes alone, and years later. */
export function timing({ posed, file }: Subject): readonly Remark[] {
  const asked = posed
    .filter(({ question }) => question.kind !== 'judge')
    .flatMap(({ stem, stemPath }) => remarksOn(stem, stemPath));
  const claims = posed.flatMap(({ question, stemPath }) =>
    question.kind === 'judge' && question.claim !== undefined ? dangling(question.claim, stemPath) : [],
  );
  const statements = Object.entries(file.facts).flatMap(([id, { statement }]) =>
    remarksOn(statement, ['facts', id, 'statement']),
  );
  return [...asked, ...claims, ...statements];
}

function remarksOn(text: string, path: Path): readonly Remark[] {
  const remarks: Remark[] = [...dangling(text, path)];
  if (DATED.test(text)) return remarks;
  const relative = RELATIVE.exec(text)?.[0];
  if (relative !== undefined) {
    const message = `${quoted(relative)} will mean another time when this is asked: give the date`;
    remarks.push({ rule: 'time-relative', path, message });
  }
  const changing = [HOLDER, MEMBER, CAPITAL]
    .map((pattern) => pattern.exec(text)?.[0])
    .find((found) => found !== undefined);
  if (changing !== undefined) {
    const message = `${quoted(changing)} can change: give the date, or say “when the article was written”`;
    remarks.push({ rule: 'as-of-missing', path, message });
  }
  return remarks;
}

function dangling(text: string, path: Path): readonly Remark[] {
  const found = DANGLING.exec(text)?.[0];
  if (found === undefined) return [];
  return [
    {
      rule: 'dangling-reference',
      path,
      message: `${quoted(found)} points at nothing that the learner sees: name it`,
    },
  ];
}
