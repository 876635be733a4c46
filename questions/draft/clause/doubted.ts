import type { Sentence } from '../sentence.ts';
import type { Clause } from './clause.ts';

const DOUBTING =
  /^(?:difficult|hard|unlikely|impossible|doubt|doubtful|deny|false|untrue|wrong|mistaken|mistakenly|myth|misconception|if|whether|not|never|no|nobody|contrary|reject|unless|assume|suppose|imagine)$/;
const NO_DOUBT =
  /\b(?:no|not an?|hardly an?) (?:doubt|coincidence|accident|surprise|wonder|secret)\b|\bnot be (?:forgotten|overlooked|ignored)\b/i;
const BACK_MAX = 8;

/** Whether a sentence holds what a clause says for doubtful, untrue or imagined: "it is difficult to think that …". */
export function isDoubted(sentence: Sentence, { lead, subject }: Clause): boolean {
  const joint = Math.min(lead.from, subject.from) - 1;
  const lemma = sentence.words[joint]?.lemma ?? '';
  return /^(?:if|whether)$/.test(lemma) || (lemma === 'that' && isDoubtBefore(sentence, joint));
}

/** The number of the word after a frame that adds nothing, as "It should not be forgotten that"; 0 where none stands. */
export function frameEnd(sentence: Sentence): number {
  const { words } = sentence;
  const that = words.findIndex(({ lemma }) => lemma === 'that');
  const first = words.findIndex(({ pos }) => pos !== 'CCONJ' && pos !== 'PUNCT');
  if (that < 0 || that - first > BACK_MAX || words[first]?.lemma !== 'it') return 0;
  return isDoubtBefore(sentence, that) ? 0 : that + 1;
}

function isDoubtBefore({ words, text }: Sentence, at: number): boolean {
  const before = words.slice(Math.max(0, at - BACK_MAX), at);
  const said = text.slice(before[0]?.start, words[at]?.start);
  return !NO_DOUBT.test(said) && before.some(({ lemma }) => DOUBTING.test(lemma));
}
