import type { Amount } from '../clause/amount.ts';
import { clausesOf } from '../clause/clause.ts';
import { midSentence } from '../clause/midSentence.ts';
import { resolved } from '../clause/antecedent.ts';
import { isWithin, textOf, wordCount } from '../clause/span.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import type { Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const DIMENSION =
  /^(?:diameter|height|length|width|depth|distance|area|population|temperature|speed|mass|weight|age|capacity|altitude|elevation|volume|radius|thickness|pressure|wavelength|frequency|budget|cost|price|income|surface|range|duration|density|share|size|circumference|rate)$/;
const HAVING = /^(?:with|have)$/;
const SUBJECT_WORDS_MAX = 8;

/** "a diameter of 3,474 kilometres": "What is the diameter of the Moon, in kilometres?" Undefined for other amounts. */
export function dimensionQuestion(
  { whole, unit, hedge }: Amount,
  sentence: Sentence,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const { words } = sentence;
  const head = whole.from - 2;
  if (words[whole.from - 1]?.lemma !== 'of' || !DIMENSION.test(words[head]?.lemma ?? '')) return undefined;
  let start = head;
  while (words[start - 1]?.pos === 'ADJ' || words[start - 1]?.pos === 'NOUN') start -= 1;
  if (words[start - 1]?.pos !== 'DET') return undefined;
  const named = textOf(sentence, { from: start, to: head + 1 });
  const about = hedge === '' ? '' : ', roughly';
  const before = words[start - 2];
  if (HAVING.test(before?.lemma ?? '')) {
    const owner = ownerOf(start, sentence, surroundings);
    return owner === undefined
      ? undefined
      : { prompt: `What is the ${named} of ${owner}, in ${unit}${about}?`, fluency: 0.95 };
  }
  const isFronted = before?.pos === 'ADP';
  const wh = `${isFronted ? `${before.text.toLowerCase()} ` : ''}what ${named} (in ${unit}${about})`;
  return whQuestion(wh, { from: isFronted ? start - 2 : start - 1, to: whole.to }, sentence, surroundings);
}

/** What has the dimension: the subject of its clause. */
function ownerOf(at: number, sentence: Sentence, surroundings: Surroundings): string | undefined {
  const word = { from: at, to: at + 1 };
  const clause = clausesOf(sentence).find(({ lead, rest }) => isWithin(word, lead) || isWithin(word, rest));
  const { swaps, dangling } = resolved(sentence, surroundings);
  if (clause === undefined || dangling.has(clause.subject.from)) return undefined;
  const owner = midSentence(sentence, clause.subject, surroundings.document, swaps);
  return wordCount(owner) > SUBJECT_WORDS_MAX ? undefined : owner;
}
