import { describe, expect, it } from 'vitest';
import { deckYaml, expectAtMarks, type Trial } from './trial.ts';

const short = (answer: string, rest = '') => ({
  question: `\n  kind: short\n  prompt: What does the sentence name?\n  answer: ${answer}${rest}`,
});
const list = (answer: string) => ({
  question: `\n  kind: list\n  prompt: Name all that the sentence names.\n  answer: ${answer}`,
});

const TRIALS: readonly Trial[] = [
  [
    'answer-long',
    'warns of a typed answer over 6 words',
    short('▸one two three four five six seven'),
    short('one two three four five six'),
  ],
  [
    'answer-long',
    'warns of a long blank',
    {
      question: '\n  kind: cloze\n  text: ▸"It says: {{one two three four five six seven|words}} are there."',
    },
    { question: '\n  kind: cloze\n  text: "It says: {{one two|words}} are there."' },
  ],
  ['list-long', 'warns of a list over 6 items', list('▸[a, b, c, d, e, f, g]'), list('[a, b, c, d, e, f]')],
  [
    'form',
    'refuses a date that is none',
    short('▸January 2022', '\n  expects: date'),
    short('2022-01', '\n  expects: date'),
  ],
  [
    'alias-collision',
    'refuses one alias under two names',
    { head: '  Mali: { kind: place, aliases: [▸CSTO] }' },
    { head: '  Mali: { kind: place, aliases: [Malian state] }' },
  ],
  [
    'alias-collision',
    'refuses an accepted form that is another name',
    short('Russia', '\n  accept: [the Kremlin, ▸Putin]'),
    short('Russia', '\n  accept: [the Kremlin, Russian Federation]'),
  ],
  [
    'alias-collision',
    'refuses an accepted form that is also rejected',
    short('Kremlin', '\n  accept: [▸Moscow]\n  reject: [{ text: Moscow, because: It is a city. }]'),
    short('Kremlin', '\n  accept: [Moscow]\n  reject: [{ text: Minsk, because: It is a city. }]'),
  ],
  [
    'alias-collision',
    'refuses an accepted form of another item',
    list('[{ text: Kirghizia, accept: [▸Minsk] }, Minsk]'),
    list('[{ text: Kirghizia, accept: [Kyrgyzstan] }, Minsk]'),
  ],
  [
    'trivial-answer',
    'warns of a name that the document is full of',
    short('▸Russia'),
    short('Vladimir Putin'),
  ],
  [
    'trivial-answer',
    'takes such a name among others like it',
    {
      question:
        '\n  kind: choice\n  prompt: Which state is it there?\n  answer: ▸Russia\n  distractors: [{ text: Mali }, { text: Chad }]',
    },
    {
      question:
        '\n  kind: choice\n  prompt: Which state is it there?\n  answer: Russia\n  distractors: [{ text: Armenia }, { text: Chad }]',
    },
  ],
];

const DOCUMENT =
  'In Russia and Armenia they know that Russia, Armenia and the CSTO, CSTO or Csto, love Russia and Armenia, not Putin.';

describe('answer', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    const options = rule === 'trivial-answer' ? { document: DOCUMENT } : {};
    expectAtMarks(rule, fires, options);
    expectAtMarks(rule, passes, options);
  });
});
