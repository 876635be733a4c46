import type { Standing } from '../standing.ts';
import { clausesOf, type Clause } from './clause/clause.ts';
import { textOf } from './clause/span.ts';
import type { Sentence } from './sentence.ts';

/** How a document stands to what it says, and whose word it is where it does not vouch for it. */
export interface Stand {
  readonly standing: Standing;
  readonly by?: string;
}

/** What the author puts as likely, judges, or draws as a conclusion. */
const OPINION = new RegExp(
  [
    'seem(?:s|ed|ingly)?|appear(?:s|ed)? to|probabl[ey]|perhaps|possibly|maybe|presumabl[ey]|arguably|apparently|presumed',
    'obviously|clearly|certainly|undoubtedly|no doubt|without (?:a )?doubt|needless to|unfortunately|fortunately|surprisingly|evidently|admittedly',
    '(?:it is|it’s|it was) (?:difficult|hard|easy|impossible|important|likely|unlikely|clear|obvious|worth)',
    '(?:is|are) (?:difficult|hard|impossible) to|in (?:essence|short|my view|my opinion)|all in all',
    '(?<!you )should|ought to|could have|may (?:well )?(?:have|be)|might|you can be sure|i (?:think|believe|suspect)|we believe',
    '(?:extremely|remarkably|largely|notably|hugely|enormously) \\p{L}+|(?:best|worst|most (?:important|beautiful|remarkable)) of all|just think|notable|real choice',
  ].join('|'),
  'iu',
);
const PREDICTION =
  /\b(?:will|won['’]t|shall|(?:is|are) (?:expected|likely|bound|set|forecast|going) to|by 20[3-9]\d|in the (?:near )?future|could (?:have|lead|become|bring|cause)|should (?:not )?(?:last|end|begin|rise|fall|reach))\b/i;
/** What introduces a fact rather than judging it. */
const REMINDER = /\bit (?:should|must|is worth) (?:also )?(?:not )?(?:be )?\p{L}+(?: that)?\b/iu;
/** What happens time and again, said with "will", is no prediction. */
const HABIT = /\b(?:if|when|whenever|once|you)\b/i;

const REPORTING = new Set(
  (
    'say declare claim argue announce state warn suggest insist maintain allege assert deny admit report complain promise predict believe speak ' +
    'hold explain add note tell estimate conclude propose accuse'
  ).split(' '),
);
/** Verbs that take what is said as their object; after the others it stands in a clause. */
const DECLARING = /^(?:declare|claim|announce|report|warn|promise|deny|accuse|allege|predict)$/;
const SPOKEN_OF = /^(?:about|of|that)$/;
const ACCORDING =
  /\baccording to ((?:the )?[^,.;:–—(]{2,60}?)(?=,|\.|;|:| (?:the|a|an|it|this|that|there|about)\b)/i;

/** Whose word a sentence is, by its cues: somebody's whom it names, the author's view or forecast, or plainly stated. */
export function standingOf(sentence: Sentence): Stand {
  const { text } = sentence;
  const source = ACCORDING.exec(text)?.[1]?.trim();
  if (source !== undefined && !/^(?:plan|schedule|law|tradition|which|whom)\b/i.test(source))
    return { standing: 'reported', by: source };
  const reporting = clausesOf(sentence).find((clause) => isReport(sentence, clause));
  if (reporting !== undefined) {
    const by = textOf(sentence, reporting.subject);
    return {
      standing: 'reported',
      by: /^\p{Lu}/u.test(by) && reporting.subject.from === 0 ? lowered(by) : by,
    };
  }
  if (PREDICTION.test(text) && !HABIT.test(text)) return { standing: 'prediction', by: 'the author' };
  const cue = sentence.block.kind === 'item' ? undefined : OPINION.exec(text.replace(REMINDER, ' '));
  return cue ? { standing: 'opinion', by: 'the author' } : { standing: 'stated' };
}

/** Whether a clause tells what its subject, whom it names, has said. */
export function isReport({ words }: Sentence, { verb, rest, subject }: Clause): boolean {
  const main = words[verb.main];
  if (main === undefined || !REPORTING.has(main.lemma) || main.pos !== 'VERB' || verb.isNegated) return false;
  if (/^(?:is|are|was|were|be|been)$/.test(words[verb.main - 1]?.text ?? '')) return false;
  if (words[subject.to - 1]?.pos === 'PRON') return false;
  const next = words[rest.from];
  const follows = words[rest.to];
  if (main.lemma === 'speak' || main.lemma === 'tell') return SPOKEN_OF.test(next?.text ?? '');
  const isThat = /^(?:that|,|:)$/.test(follows?.text ?? '') || next?.text === 'that';
  return (
    isThat ||
    (rest.from < rest.to && DECLARING.test(main.lemma) && next?.pos !== 'PRON' && next?.text !== 'this')
  );
}

function lowered(name: string): string {
  return name.replace(/^(?:The|A|An|Some|Many|Most|Several|Other)(?= )/, (word) => word.toLowerCase());
}
