import { attributed } from '../asking/accordingTo.ts';
import { countWord } from '../asking/countWord.ts';
import { imperativesOf } from '../clause/imperative.ts';
import { sentenceNumber } from '../clause/sentenceNumber.ts';
import type { Place } from '../../passage.ts';
import type { FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const STEPS_MIN = 3;
const STEPS_MAX = 8;
/** So many of the items must tell what to do: a tagger does not know every verb. */
const INSTRUCTIONS_SHARE = 0.7;
const STEP_LENGTH_MAX = 110;
const PASSAGE_MAX = 1900;

/** The items of a numbered list that tell what to do, as one fact; found at the first. */
export function orderedSteps(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  if (sentence.block.number === undefined || sentence.at > 0) return [];
  const steps = stepsFrom(sentence, surroundings);
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined || steps.length < STEPS_MIN) return [];
  if (steps.filter(isInstruction).length < steps.length * INSTRUCTIONS_SHARE) return [];
  const texts = steps.map(shortened);
  const passage = { start: first.place.start, end: last.place.end };
  if (texts.some((text) => text.length > STEP_LENGTH_MAX) || passage.end - passage.start > PASSAGE_MAX)
    return [];
  if (new Set(texts).size < texts.length) return [];
  const stands = surroundings.standingOf(sentence);
  const what = sentence.block.headings.at(-1);
  const named = what === undefined ? 'the procedure' : `“${what}”`;
  const which = steps.length > STEPS_MAX ? `the first ${countWord(STEPS_MAX)}` : 'these';
  const order: FormDraft = {
    id: 'order',
    confidence: steps.length > STEPS_MAX ? 0.6 : 0.85,
    question: {
      kind: 'order',
      prompt: attributed(stands, `Put ${which} steps of ${named} in order, the first at the top.`),
      answer: texts.slice(0, STEPS_MAX),
      allow: [],
    },
  };
  return [
    {
      reason: 'step',
      passage,
      answers: steps.map(({ place }) => place),
      answerType: 'list',
      statement: `The steps of ${named}: ${texts.join('; ')}.`,
      standing: stands.standing,
      ...(stands.by === undefined ? {} : { by: stands.by }),
      confidence: 0.9,
      forms: [order],
    },
    ...steps.slice(1).flatMap((step, before) => nextFact(steps[before], step, named, surroundings)),
  ];
}

/** From an item that begins a list: its sentence and the first of each item that follows by number. */
function stepsFrom(sentence: Sentence, { sentences }: Surroundings): readonly Sentence[] {
  const at = sentenceNumber(sentence, sentences);
  const before = sentences[at - 1]?.block;
  if (before !== undefined && before.number === (sentence.block.number ?? 0) - 1) return [];
  const steps: Sentence[] = [];
  for (let next = at; next < sentences.length; next += 1) {
    const other = sentences[next];
    if (other === undefined) break;
    if (other.block.number === undefined) break;
    if (other.at > 0) continue;
    const previous = steps.at(-1)?.block.number;
    if (previous !== undefined && other.block.number !== previous + 1) break;
    steps.push(other);
  }
  return steps;
}

/** A step begins with what to do, maybe after a word as "carefully", or "then". */
function isInstruction(sentence: Sentence): boolean {
  const [first, second] = sentence.words;
  if (
    /^(?:never|always|carefully|gently|slowly|then|finally|now|if|when|once|after|before|do)$/i.test(
      first?.text ?? '',
    )
  )
    return true;
  if (first?.pos === 'VERB' || imperativesOf(sentence).length > 0) return true;
  return first?.pos === 'PROPN' && (second?.pos === 'DET' || second?.pos === 'PRON');
}

function shortened({ text }: Sentence): string {
  return text
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.;:\s]+$/, '')
    .trim();
}

const NEXT_WORDS_MAX = 12;

/** "What comes right after …?": answered by choosing, for a step is long to type. */
function nextFact(
  before: Sentence | undefined,
  step: Sentence,
  named: string,
  surroundings: Surroundings,
): readonly FoundFact[] {
  if (before === undefined) return [];
  const [from, answer] = [shortened(before), shortened(step)];
  if (answer.split(' ').length > NEXT_WORDS_MAX || from.split(' ').length > NEXT_WORDS_MAX) return [];
  const stands = surroundings.standingOf(step);
  const passage: Place = { start: before.place.start, end: step.place.end };
  return [
    {
      reason: 'step',
      passage,
      answers: [step.place],
      answerType: 'phrase',
      kin: `steps of ${named}`,
      statement: `In ${named}, “${from}” is followed by “${answer}”.`,
      standing: stands.standing,
      ...(stands.by === undefined ? {} : { by: stands.by }),
      confidence: 0.7,
      forms: [
        {
          id: 'next',
          confidence: 0.65,
          question: {
            kind: 'short',
            prompt: attributed(stands, `In ${named}, what comes right after “${from}”?`),
            expects: 'text',
            answer,
            accept: [],
            reject: [],
            allow: [],
          },
        },
      ],
    },
  ];
}
