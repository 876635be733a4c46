import type { TestDeck } from '../grading/testDeck.ts';
import { promptOf } from './byQuestion.tsx';
import { cuesAmong } from './cues.ts';
import type { Form } from './form.ts';
import { mostQuestions, questionsInForm } from './scoped.ts';

/** So many pairs of questions are named; of more only the number. */
const NAMED = 3;

/** What a teacher should know about the assignment as it is set, in sentences, the gravest first. */
export function warningsOf(form: Form, deck: TestDeck, access: 'open' | 'sealed'): readonly string[] {
  if (form.kind === 'retain')
    return [
      'Each student’s browser plans the minutes a day, and tells the class how well each fact is known. What was answered stays with the student.',
    ];
  const isTold = form.feedback === 'at-once' || form.feedback === 'at-end';
  return [
    access === 'open'
      ? 'This deck is open: anybody can read its answers in the deck itself. Marks say little here; a sealed deck, or a test on paper, says more.'
      : 'This deck is sealed: its answers are not in the browser. They can still be learnt by practising it, which may be what you want.',
    ...(isTold && form.attempts.trim() !== '1'
      ? ['With several attempts, this feedback tells the answers before the next one.']
      : []),
    ...(form.feedback === 'at-once' && form.draw === 'same'
      ? ['Whoever sits the test first learns answers that all others are asked for.']
      : []),
    ...countWarning(form, mostQuestions(deck, form)),
    ...(form.by === 'questions' ? cueWarnings(deck, form) : []),
  ];
}

function countWarning(form: Form, most: number): readonly string[] {
  const count = form.count.trim() === '' ? most : Number(form.count);
  if (most > 0 && count > most)
    return [
      `You ask for ${count} questions and there ${most === 1 ? 'is one' : `are ${most}`}: the test will be shorter.`,
    ];
  return count > 60 ? ['A test asks 60 questions at most: some of these are left out.'] : [];
}

function cueWarnings(deck: TestDeck, form: Form): readonly string[] {
  const cues = cuesAmong(questionsInForm(deck, form));
  const named = cues
    .slice(0, NAMED)
    .map(([cue, asked]) => `“${promptOf(cue.view)}” shows the answer to “${promptOf(asked.view)}”`);
  const more = cues.length - named.length;
  return [
    ...named,
    ...(more > 0 ? [`And ${more} more of these questions give another one’s answer away.`] : []),
  ];
}
