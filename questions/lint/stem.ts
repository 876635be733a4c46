import { crossCues } from '../cue.ts';
import { unitNamed, singular } from '../typed/unit.ts';
import { hasPhrase, readingOf } from './evidence.ts';
import { quoted, type Remark, type Rule } from './finding.ts';
import { giveaways } from './giveaway.ts';
import type { Posed, Subject } from './subject.ts';
import { timing } from './timing.ts';
import { numbersIn, sameNumber } from './values.ts';

const WORDS_MAX = 28;
const WORDS_MIN = 4;

/** The rules about what a learner reads before answering. */
export function stem(subject: Subject): readonly Remark[] {
  const { posed, file } = subject;
  return [
    ...posed.flatMap((one) => giveaways(one, file.glossary)),
    ...posed.flatMap(standingHidden),
    ...byMissing(subject),
    ...timing(subject),
    ...posed.flatMap(wording),
    ...posed.flatMap(length),
    ...posed.flatMap(shapeUnstated),
    ...crossCue(subject),
  ];
}

const ATTRIBUTION =
  /according to|\b(?:authors?|article|text|writer|predict\w*|forecast\w*|foresee\w*|expect\w*|said|says?|claim\w*|argue\w*|believe\w*|thinks?|thought|views?|opinion|judge[ds]?|consider\w*|describe\w*|call(?:s|ed)|report\w*|announce\w*|declare\w*|spoke|speaks|stated|attribut\w*|explain\w*|suspect\w*|interpret\w*)\b/i;

function standingHidden({ question, fact, stem: text, stemPath }: Posed): readonly Remark[] {
  if (question.kind === 'judge' || fact.standing === 'stated' || ATTRIBUTION.test(text)) return [];
  if (fact.by !== undefined && hasPhrase(readingOf(text), fact.by)) return [];
  const kind = { reported: 'only reported', opinion: 'an opinion', prediction: 'a prediction' }[
    fact.standing
  ];
  const message = `the fact is ${kind}: say whose, as in “According to ${fact.by ?? 'the author'}, …”`;
  return [{ rule: 'standing-hidden', path: stemPath, message }];
}

function byMissing({ file }: Subject): readonly Remark[] {
  return Object.entries(file.facts)
    .filter(([, { standing, by }]) => standing !== 'stated' && by === undefined)
    .map(([id, { standing }]) => {
      const message = `the fact is ${standing === 'opinion' ? 'an opinion' : standing}, but not whose: add by, as in by: the author`;
      return { rule: 'by-missing', path: ['facts', id, 'standing'], message };
    });
}

const YES_NO =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)\b(?!.*\bor\b).*\?\s*$/i;
const NEGATIVE = /\b(?:not|except|never)\b|n['’]t\b/i;
const TWO_QUESTIONS =
  /\?.*\?|\b(?:who|what|which|when|where|why|how)\b.*\band (?:who|what|which|when|where|why|how)\b/i;

/** Patterns of a prompt that make it ask for less, or more, than it seems to. */
function wording({ question, stem: text, stemPath }: Posed): readonly Remark[] {
  if (question.kind === 'judge' || question.kind === 'cloze') return [];
  const remark = (rule: Rule, message: string): Remark => ({ rule, path: stemPath, message });
  const negative = NEGATIVE.exec(text)?.[0];
  return [
    ...(YES_NO.test(text)
      ? [remark('yes-no', 'yes or no is half known by guessing: ask who, what, when, which or why')]
      : []),
    ...(negative === undefined
      ? []
      : [remark('negative', `${quoted(negative)} is easily overlooked: ask for what is so`)]),
    ...(TWO_QUESTIONS.test(text)
      ? [remark('double-barrelled', 'this asks two things at once: make two questions')]
      : []),
  ];
}

function length({ question, stem: text, stemPath }: Posed): readonly Remark[] {
  const count = text.match(/[\p{L}\p{N}_]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (count > WORDS_MAX) {
    return [
      {
        rule: 'stem-long',
        path: stemPath,
        message: `the stem has ${count} words: at most ${WORDS_MAX} are read with ease`,
      },
    ];
  }
  if (count >= WORDS_MIN || question.kind === 'cloze' || question.kind === 'judge') return [];
  return [
    { rule: 'stem-short', path: stemPath, message: `the stem has only ${count} words: say what it is about` },
  ];
}

function shapeUnstated({ question, stem: text, stemPath }: Posed): readonly Remark[] {
  const remark = (message: string): readonly Remark[] => [
    { rule: 'shape-unstated', path: stemPath, message },
  ];
  if (question.kind === 'list') {
    const count = question.answer.length;
    const said =
      numbersIn(text).some((value) => sameNumber(value, count)) ||
      (count === 2 && /\b(?:both|pair)\b/i.test(text));
    return said ? [] : remark(`say how many are wanted: ${count}`);
  }
  if (question.kind === 'number') {
    if (question.unit !== undefined)
      return namesUnit(text, question.unit) ? [] : remark(`say the unit: in ${question.unit}`);
    return COUNTS.test(text) ? [] : remark('say what the number counts, as in “How many …?”');
  }
  if (question.kind !== 'short' || question.expects !== 'date') return [];
  const [, month, day] = question.answer.split('-');
  const part = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const words = { day: /\b(?:day|date)\b/i, month: /\bmonth\b/i, year: /\byears?\b/i }[part];
  return words.test(text) ? [] : remark(`say how precise the date must be: the ${part}`);
}

const COUNTS =
  /\bhow many\b|\bnumber\b|\bwhat (?:place|rank|position|share|fraction|year|percentage)\b|\b(?:which|in what) (?:year|place|rank|position)\b|\brank(?:s|ed)?\b/i;

function namesUnit(text: string, unit: string): boolean {
  const wanted = unitNamed(unit);
  const words = text.match(/[\p{L}\p{N}%$€£]+/gu) ?? [];
  const pairs = words.map((word, at) => `${word} ${words[at + 1] ?? ''}`);
  if (wanted?.dimension === 'ratio' && /\bpercentage\b/i.test(text)) return true;
  if (wanted === undefined)
    return words.some((word) => singular(word) === singular(unit)) || hasPhrase(readingOf(text), unit);
  return [...words, ...pairs].some((word) => {
    const named = unitNamed(word);
    return named?.dimension === wanted.dimension && named.factor === wanted.factor;
  });
}

/** One remark a question, however many others give it away. */
function crossCue({ file, posed }: Subject): readonly Remark[] {
  const pairs = crossCues(file);
  return posed.flatMap(({ factId, id, stemPath }): readonly Remark[] => {
    const cues = pairs.filter(([asked]) => asked === `${factId}/${id}`).map(([, cue]) => cue);
    const [first, second] = cues;
    if (first === undefined) return [];
    const named =
      second === undefined
        ? first
        : cues.length === 2
          ? `${first} and ${second}`
          : `${first} and ${cues.length - 1} more`;
    const message = `the answer stands in the stem of ${named}`;
    return file.access === 'sealed'
      ? [
          {
            rule: 'cross-cue-sealed',
            path: stemPath,
            message: `${message}, which anybody may read before answering`,
          },
        ]
      : [{ rule: 'cross-cue', path: stemPath, message: `${message}: never in one session with it` }];
  });
}
