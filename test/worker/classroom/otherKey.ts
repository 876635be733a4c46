import { blanksOf } from '../../../questions/blank.ts';
import type { CompiledDeck, KeyedFact } from '../../../questions/compile.ts';
import type { Question } from '../../../questions/deck.ts';

/** The same deck to the eye, with another key of every question but those about evidence, whose key is the passage. */
export function otherKey(compiled: CompiledDeck): CompiledDeck {
  const facts = Object.entries(compiled.key.facts).map(([id, fact]) => [id, otherFact(fact)] as const);
  return { ...compiled, key: { glossary: {}, facts: Object.fromEntries(facts) } };
}

function otherFact({ questions, standing, place, ...rest }: KeyedFact): KeyedFact {
  const other = Object.entries(questions).map(([id, question]) => [id, otherQuestion(question)] as const);
  return {
    ...rest,
    place,
    statement: 'Something else.',
    standing: standing === 'stated' ? 'opinion' : 'stated',
    questions: Object.fromEntries(other),
  };
}

function otherQuestion(question: Question): Question {
  switch (question.kind) {
    case 'choice': {
      const [first, ...others] = question.distractors;
      if (first === undefined) throw new Error('Inconsistent: a choice without distractors');
      return { ...question, answer: first.text, distractors: [...others, { text: question.answer }] };
    }
    case 'multiple':
      return {
        ...question,
        answer: question.distractors.map(({ text }) => text),
        distractors: question.answer.map((text) => ({ text })),
      };
    case 'short':
      return {
        ...question,
        answer: question.expects === 'date' ? '1503' : 'zqword',
        accept: [],
        reject: [],
      };
    case 'cloze':
      return { ...question, text: otherBlanks(question.text), accept: {} };
    case 'number':
      return { ...question, answer: question.answer + 7 };
    case 'list':
      return { ...question, answer: question.answer.map((_, at) => ({ text: `zq${at}`, accept: [] })) };
    case 'order':
      return { ...question, answer: [...question.answer].reverse() };
    case 'match': {
      const rights = question.answer.map(({ right }) => right);
      return {
        ...question,
        answer: question.answer.map(({ left }, at) => ({
          left,
          right: rights[(at + 1) % rights.length] ?? '',
        })),
      };
    }
    case 'judge':
    case 'evidence':
      return question;
  }
}

function otherBlanks(text: string): string {
  const { parts, blanks } = blanksOf(text);
  return parts
    .map((part, at) => {
      const blank = blanks[at];
      return blank === undefined ? part : `${part}{{zq${at}|${blank.shows}}}`;
    })
    .join('');
}
