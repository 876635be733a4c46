import { describe, expect, it } from 'vitest';
import { deckYaml, expectAtMarks, type Trial } from './trial.ts';

const short = (prompt: string, answer = 'Russia', rest = '') => ({
  question: `\n  kind: short\n  prompt: ${prompt}\n  answer: ${answer}${rest}`,
});
const choice = (prompt: string, answer: string, others = '[{ text: Mali }, { text: Chad }]') => ({
  question: `\n  kind: choice\n  prompt: ${prompt}\n  answer: ${answer}\n  distractors: ${others}`,
});
const number = (prompt: string, rest = '') => ({
  question: `\n  kind: number\n  prompt: ${prompt}\n  answer: 5${rest}`,
});
const list = (prompt: string) => ({
  question: `\n  kind: list\n  prompt: ${prompt}\n  answer: [Belarus, Armenia]`,
});
const judge = (claim: string) => ({ question: `\n  kind: judge\n  claim: ${claim}` });
const long = (words: number) => `▸Which${' very'.repeat(words - 4)} old state leads?`;
const other = (prompt: string, answer: string) => `  other:
    statement: Putin is named there.
    standing: stated
    passage: { exact: "Putin" }
    questions:
      p: { kind: short, prompt: ${prompt}, answer: ${answer} }`;

const TRIALS: readonly Trial[] = [
  [
    'answer-in-stem',
    'refuses a stem with the whole answer',
    short('▸Which pact does russia lead there?'),
    short('Which state leads the pact there?'),
  ],
  [
    'answer-in-stem',
    'refuses a stem with an alias that is accepted when typed',
    short('▸What is the Collective Security Treaty Organization called?', 'CSTO'),
    choice('What is the Collective Security Treaty Organization called?', 'CSTO'),
  ],
  [
    'answer-in-stem',
    'refuses a stem with the number asked for',
    number('▸How many of the five are named?'),
    number('How many of the six are named?'),
  ],
  [
    'answer-in-stem',
    'refuses a list stem with one of its items',
    list('▸"Name two: Belarus and which other?"'),
    list('Name two of the members in 2022.'),
  ],
  [
    'answer-in-stem',
    'refuses a cloze that says its answer elsewhere',
    { question: '\n  kind: cloze\n  text: ▸"Russia knows that {{Russia|state}} leads the pact."' },
    { question: '\n  kind: cloze\n  text: "Everybody knows that {{Russia|state}} leads the pact."' },
  ],
  [
    'answer-in-stem',
    'finds no fault with claims to judge',
    short('▸Is Russia the state that leads?'),
    judge('Russia is stated to lead.'),
  ],
  [
    'answer-words-in-stem',
    'warns of half of the words of a typed answer',
    short('▸Which security pact is it?', 'security treaty'),
    short('Which pact is named there?', 'security treaty'),
  ],
  [
    'answer-words-in-stem',
    'warns of a word that only the right option shares with the stem',
    choice('▸Which pact keeps security there?', 'a security pact'),
    choice(
      'Which pact keeps security there?',
      'a security pact',
      '[{ text: a security fund }, { text: a pact of banks }]',
    ),
  ],
  [
    'standing-hidden',
    'refuses an opinion asked as if it were so',
    { standing: 'opinion', by: 'the author', ...short('▸Which state is the winner there?') },
    { standing: 'opinion', by: 'the author', ...short('"According to the author, who is the winner?"') },
  ],
  [
    'standing-hidden',
    'takes the name of whose claim it is',
    { standing: 'reported', by: 'Tokayev', ...short('▸Which danger was there?') },
    { standing: 'reported', by: 'Tokayev', ...short('Which danger did Tokayev name?') },
  ],
  [
    'standing-hidden',
    'asks nothing of claims to judge',
    { standing: 'prediction', by: 'x', ...short('▸Which state will win there?') },
    { standing: 'prediction', by: 'x', ...judge('Putin will win.') },
  ],
  [
    'by-missing',
    'refuses an opinion of nobody',
    { standing: '▸opinion' },
    { standing: 'opinion', by: 'the author' },
  ],
  [
    'time-relative',
    'warns of a time that moves',
    short('▸Which state currently heads it?'),
    short('Which state concurrently heads it?'),
  ],
  [
    'time-relative',
    'takes a moving time with its date',
    short('▸Which state recently joined it?'),
    short('Which state had recently joined it in 2022?'),
  ],
  [
    'time-relative',
    'looks at statements',
    { statement: '▸Russia heads it now.' },
    { statement: 'Russia heads what is known.' },
  ],
  [
    'as-of-missing',
    'warns of members without a date',
    short('▸Which state is a member of the pact?', 'Belarus'),
    short('Which state was a member at the time?', 'Belarus'),
  ],
  [
    'as-of-missing',
    'warns of a capital without a date',
    short('▸What is the capital of Armenia?', 'Erevan'),
    short('What capital was raised there?', 'Erevan'),
  ],
  [
    'as-of-missing',
    'warns of an office holder without a date',
    short('▸Who is the president of Mali?', 'Putin'),
    short('Who was the president of Mali in 2022?', 'Putin'),
  ],
  [
    'as-of-missing',
    'takes founding members, which do not change',
    short('▸Which states are members of the pact?', 'Belarus'),
    short('Which state is a founding member of the pact?', 'Belarus'),
  ],
  [
    'dangling-reference',
    'warns of a word that points at nothing',
    short('▸It is led by which state?'),
    short('The pact is led by which state?'),
  ],
  [
    'dangling-reference',
    'takes "it is … that"',
    short('▸It is led by which state?'),
    short('It is no accident that who leads?'),
  ],
  [
    'dangling-reference',
    'warns of "the latter"',
    short('▸Which state does the latter lead?'),
    short('Which state is later than it?'),
  ],
  [
    'yes-no',
    'warns of a question to be answered by yes or no',
    short('▸Does the pact have a leader?'),
    short('Does China or Mali or who lead it?'),
  ],
  [
    'negative',
    'warns of a negative stem',
    short('▸Which state is not the leader?'),
    short('Which state is noted as leader?'),
  ],
  [
    'double-barrelled',
    'warns of two questions in one',
    short('▸Who leads the pact and when did it begin?'),
    short('Who leads the pact and the bank?'),
  ],
  ['stem-long', 'warns of more than 28 words', short(long(29)), short(long(28).replace('▸', ''))],
  ['stem-short', 'warns of fewer than 4 words', short('▸Who leads it?'), short('Who leads the pact?')],
  [
    'shape-unstated',
    'wants the count of a list',
    list('▸Name some of the states.'),
    list('Name two of the states.'),
  ],
  [
    'shape-unstated',
    'wants the unit of a number',
    number('▸How long is the border?', '\n  unit: km'),
    number('How many kilometres is it?', '\n  unit: km'),
  ],
  [
    'shape-unstated',
    'wants what a number counts',
    number('▸What about the states there?'),
    number('How many states are there?'),
  ],
  [
    'shape-unstated',
    'wants the precision of a date',
    short('▸When did the project begin?', '"2013"', '\n  expects: date'),
    short('In which year did it begin?', '"2013"', '\n  expects: date'),
  ],
  [
    'cross-cue',
    'tells of an answer in the stem of another fact',
    {
      ...short('▸Which state heads the Minsk security pact?'),
      more: other('"When did Russia join the Minsk security pact?"', 'then'),
    },
    {
      ...short('Which state heads the Minsk security pact?'),
      more: other('When was the Minsk security pact made?', 'then'),
    },
  ],
];

describe('stem', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });
});
