import { overlap } from '../passage.ts';
import type { FormDraft, FoundFact } from './finder.ts';

const WORDS_MAX = 24;
/** Only what is surely a fact of its own makes a claim that can be judged without its surroundings. */
const FACT_LEAST = 0.8;
const LED = /^according to [^,]+, */i;
const DEPENDS =
  /^(?:and|but|also|because|especially|first of all|in (?:essence|short|addition)|needless|so|then|triggering|it|this|these|that|they|he|she)\b/i;

/**
 * The question whose word a claim is: stated, reported, an opinion or a prediction? Of what is not plainly stated, once for
 * each passage; the claim does not say whose it is. Undefined where it would not be understood by itself.
 */
export function judgeForm(fact: FoundFact, all: readonly FoundFact[]): FormDraft | undefined {
  if (fact.standing === 'stated' || fact.confidence < FACT_LEAST || fact.reason === 'superlative')
    return undefined;
  const rivals = all.filter(
    ({ standing, passage }) => standing !== 'stated' && overlap(passage, fact.passage),
  );
  const best = rivals.reduce((one, other) => (other.confidence > one.confidence ? other : one), fact);
  if (best !== fact && best.confidence > fact.confidence) return undefined;
  if (rivals.find(({ confidence }) => confidence === fact.confidence) !== fact) return undefined;
  const bare = fact.statement.replace(LED, '');
  const claim = bare.charAt(0).toUpperCase() + bare.slice(1);
  if (DEPENDS.test(claim) || claim.split(' ').length > WORDS_MAX) return undefined;
  return { id: 'standing', confidence: 0.6, question: { kind: 'judge', claim, allow: [] } };
}
