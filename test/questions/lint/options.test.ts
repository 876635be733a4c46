import { describe, expect, it } from 'vitest';
import { deckYaml, expectAtMarks, type Trial } from './trial.ts';

const choice = (answer: string, ...wrongs: readonly string[]) => ({
  question: `\n  kind: choice\n  prompt: Which of these is it there?\n  answer: ${answer}\n  distractors:\n${wrongs.map((text) => `    - { text: ${text}, because: led }`).join('\n')}`,
});
const asked = (prompt: string) => ({
  question: `\n  kind: choice\n  prompt: ${prompt}\n  answer: pact\n  distractors: [{ text: union }, { text: bank }]`,
});
const match = (a: string, b: string) => ({
  question: `\n  kind: match\n  prompt: Match these two sides.\n  answer: [{ left: A, right: ${a} }, { left: B, right: ${b} }]`,
});

const TRIALS: readonly Trial[] = [
  [
    'too-few-distractors',
    'refuses a single distractor',
    {
      question:
        '\n  kind: choice\n  prompt: Which of these is it?\n  answer: pact\n  distractors: ▸[{ text: bank }]',
    },
    choice('pact', 'bank', 'union'),
  ],
  [
    'option-duplicate',
    'refuses two distractors that are the same',
    choice('pact', 'bank', '▸Bank'),
    choice('pact', 'bank', 'banker'),
  ],
  [
    'option-duplicate',
    'refuses two names of one thing',
    choice('Putin', 'Russia', '▸Russian Federation'),
    choice('Putin', 'Russia', 'Armenia'),
  ],
  [
    'option-duplicate',
    'refuses two right sides that are the same',
    match('led', '▸Led'),
    match('led', 'bled'),
  ],
  [
    'option-duplicate',
    'refuses two steps that are the same',
    { question: '\n  kind: order\n  prompt: Put these in order.\n  answer: [one, two, ▸One]' },
    { question: '\n  kind: order\n  prompt: Put these in order.\n  answer: [one, two, three]' },
  ],
  [
    'distractor-is-correct',
    'refuses the answer under another name',
    choice('Russia', 'Armenia', '▸Russian Federation'),
    choice('Russia', 'Armenia', 'Mali'),
  ],
  [
    'distractor-is-correct',
    'refuses the answer as another numeral',
    choice('4000 men', '500 men', '▸4 thousand men'),
    choice('4000 men', '500 men', '5 thousand men'),
  ],
  [
    'distractor-also-true',
    'warns of a distractor from the list that the answer is from',
    choice('Belarus', 'Mali', '▸Kyrgyzstan'),
    choice('Russia', 'Mali', 'Kyrgyzstan'),
  ],
  [
    'option-type',
    'warns of a person among places',
    choice('Russia', 'Armenia', '▸Putin'),
    choice('Russia', 'Armenia', 'Mali'),
  ],
  [
    'option-type',
    'warns of a word among numbers',
    choice('4000 men', '5000 men', '▸a few'),
    choice('a crowd', '5000 men', 'a few'),
  ],
  [
    'option-type',
    'warns of another unit',
    choice('40 km', '50 km', '▸60 years'),
    choice('40 km', '50 km', '60 kilometres'),
  ],
  [
    'option-type',
    'warns of a number that is too far off',
    choice('4000 men', '800 men', '▸20001 men'),
    choice('4000 men', '800 men', '20000 men'),
  ],
  [
    'key-longest',
    'warns of a right option that is much the longest',
    choice('▸a pact for common security', 'a bank', 'a fund'),
    choice('a pact for security', 'a bank for loans', 'a fund'),
  ],
  [
    'all-or-none-above',
    'refuses all of the above',
    choice('pact', 'bank', '▸all of the above'),
    choice('pact', 'bank', 'all of the gas'),
  ],
  [
    'all-or-none-above',
    'refuses none of these',
    choice('▸None of these', 'bank', 'union'),
    choice('none of the banks', 'bank', 'union'),
  ],
  [
    'absolute-term',
    'warns of a word that marks a distractor as wrong',
    choice('led by one', 'led by two', '▸never led'),
    choice('always led', 'led by two', 'never led'),
  ],
  [
    'grammar-cue',
    'warns of an article at the end of the stem',
    asked('▸The thing there is an'),
    asked('The thing there is a(n)'),
  ],
  [
    'no-feedback',
    'warns of a distractor without a reason',
    {
      question:
        '\n  kind: choice\n  prompt: Which of these is it?\n  answer: pact\n  distractors: [{ text: ▸bank }, { text: fund, because: led }]',
    },
    choice('pact', 'bank', 'fund'),
  ],
];

describe('options', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });
});
