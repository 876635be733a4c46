import { describe, expect, it } from 'vitest';
import { deckYaml, DOCUMENT, expectAtMarks, findingsOf, type Trial } from './trial.ts';

const FAULT = 'faults: [{ exact: "composed of", meaning: "made of" }]';
const number = (answer: string, rest = '') => `
  kind: number
  prompt: How many of them are there?
  answer: ${answer}${rest}`;
const short = (answer: string, rest = '') => `
  kind: short
  prompt: What does the sentence name?
  answer: ${answer}${rest}`;

const TRIALS: readonly Trial[] = [
  [
    'passage-not-verbatim',
    'refuses a passage with one character changed',
    { passage: '{ exact: ▸"The CSTO is led by Rossia" }' },
    { passage: '{ exact: "The CSTO is led by Russia" }' },
  ],
  [
    'passage-not-verbatim',
    'refuses a fault that is not in the document',
    { head: 'faults: [{ exact: ▸"leaded by", meaning: "led" }]' },
    { head: 'faults: [{ exact: "led by", meaning: "led" }]', fact: '    note: x' },
  ],
  [
    'passage-ambiguous',
    'refuses a passage that occurs twice',
    { passage: '{ exact: ▸"Kazakhstan and Russia" }' },
    { passage: '{ exact: "Kazakhstan and Russia", suffix: " talk" }' },
  ],
  [
    'passage-plain-scalar',
    'refuses an unquoted passage',
    { passage: '{ exact: ▸The CSTO is led by Russia }' },
    { passage: "{ exact: 'The CSTO is led by Russia' }" },
  ],
  [
    'passage-plain-scalar',
    'refuses an unquoted suffix',
    { passage: '{ exact: "Kazakhstan and Russia", prefix: "; ", suffix: ▸talk }' },
    { passage: '{ exact: "Kazakhstan and Russia", suffix: " talk", prefix: "; " }' },
  ],
  ['document-changed', 'refuses a document with another SHA-256', { sha256: `▸${'b'.repeat(64)}` }, {}],
  [
    'passage-long',
    'warns of a passage over 300 characters',
    { passage: `{ exact: ▸${JSON.stringify(DOCUMENT.slice(0, 301))} }` },
    { passage: `{ exact: ${JSON.stringify(DOCUMENT.slice(0, 300))} }` },
  ],
  [
    'passage-garbled',
    'warns of a word glued to the one before',
    {
      passage:
        '{ exact: ▸"led by Russia and composed of Kazakhstan, Belarus, Armenia, Kyrgyzstan And Tajikistan. It exists since the end of theSoviet Union" }',
    },
    {},
  ],
  [
    'passage-garbled',
    'warns of a stray apostrophe',
    { passage: '{ exact: ▸"It is a’security pact" }', question: short('pact') },
    { passage: '{ exact: "security pact" }', question: short('pact') },
  ],
  [
    'passage-garbled',
    'warns of a name glued to the word after',
    { passage: '{ exact: ▸"Chinafor his part waits" }', question: short('waits') },
    { passage: '{ exact: "China mediates" }', question: short('China') },
  ],
  [
    'note-missing',
    'refuses a passage that touches a fault and has no note',
    { head: FAULT, passage: '{ exact: ▸"led by Russia and composed" }' },
    { head: FAULT, fact: '    note: "Made of."' },
  ],
  [
    'note-missing',
    'lets a passage beside a fault stand without a note',
    { head: FAULT, passage: '{ exact: ▸"Russia and composed of" }' },
    { head: FAULT, passage: '{ exact: "The CSTO is led by Russia" }' },
  ],
  [
    'answer-not-in-passage',
    'refuses an answer that the passage does not give',
    { question: short('▸China') },
    { question: short('Russia') },
  ],
  [
    'answer-not-in-passage',
    'takes an alias of the glossary',
    { question: short('▸Chinese Federation') },
    { question: short('Russian Federation') },
  ],
  [
    'answer-not-in-passage',
    'takes an accepted form',
    { question: short('▸the Minsk state', '\n  accept: [Minsk]') },
    { question: short('the Minsk state', '\n  accept: [Belarus]') },
  ],
  [
    'answer-not-in-passage',
    'takes what the author marks as inferred',
    { question: number('▸6') },
    { question: number('6', '\n  inferred: true') },
  ],
  [
    'answer-not-in-passage',
    'reads numbers by value',
    { passage: '{ exact: "About 4 thousand soldiers" }', question: number('▸400') },
    { passage: '{ exact: "About 4 thousand soldiers" }', question: number('4000') },
  ],
  [
    'answer-not-in-passage',
    'reads ordinals',
    { passage: '{ exact: "the ninth largest" }', question: number('▸8') },
    { passage: '{ exact: "the ninth largest" }', question: number('9') },
  ],
  [
    'answer-not-in-passage',
    'reads parts as percentages',
    { passage: '{ exact: "A fifth of the gas" }', question: number('▸25', '\n  unit: "%"') },
    { passage: '{ exact: "A fifth of the gas" }', question: number('20', '\n  unit: "%"') },
  ],
  [
    'answer-not-in-passage',
    'reads dates',
    { passage: '{ exact: "on 8 January 2022" }', question: short('▸2022-01-09', '\n  expects: date') },
    { passage: '{ exact: "on 8 January 2022" }', question: short('2022-01-08', '\n  expects: date') },
  ],
  [
    'answer-not-in-passage',
    'wants every item of a list',
    { question: '\n  kind: list\n  prompt: Name two of the states listed.\n  answer: [Belarus, ▸Georgia]' },
    {
      question:
        '\n  kind: list\n  prompt: Name two of the states listed.\n  answer: [Belarus, { text: Tajikistan }]',
    },
  ],
  [
    'answer-not-in-passage',
    'wants every right option',
    {
      question:
        '\n  kind: multiple\n  prompt: Which are listed there?\n  answer: [Belarus, ▸Georgia]\n  distractors: [{ text: Chad }, { text: Mali }]',
    },
    {
      question:
        '\n  kind: multiple\n  prompt: Which are listed there?\n  answer: [Belarus, Armenia]\n  distractors: [{ text: Chad }, { text: Mali }]',
    },
  ],
  [
    'answer-not-in-passage',
    'wants what a blank hides',
    { question: '\n  kind: cloze\n  text: ▸"The pact named there is led by {{China|state}}."' },
    { question: '\n  kind: cloze\n  text: "The pact named there is led by {{Russia|state}}."' },
  ],
  [
    'answer-not-in-passage',
    'wants steps that are found, or marked as inferred',
    {
      question: '\n  kind: order\n  prompt: Put these in order.\n  answer: [Belarus, ▸then Georgia, Armenia]',
    },
    {
      question:
        '\n  kind: order\n  prompt: Put these in order.\n  answer: [one, two, three]\n  inferred: true',
    },
  ],
  [
    'answer-not-in-passage',
    'wants one side of each pair in a passage of the deck',
    {
      question:
        '\n  kind: match\n  prompt: Match the two sides.\n  answer: [{ left: CSTO, right: led by Moscow }, { left: SCO, right: ▸led by Beijing }]',
    },
    {
      question:
        '\n  kind: match\n  prompt: Match the two sides.\n  answer: [{ left: CSTO, right: led by Moscow }, { left: Minsk, right: Belarus }]',
    },
  ],
  [
    'answer-not-in-passage',
    'takes all words of a phrase in another order and form',
    { question: short('▸Russia leads by force') },
    { question: short('led by the Russians') },
  ],
];

describe('proof', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });

  it('refuses drafts only on publishing', () => {
    const question =
      '\n  kind: short\n  prompt: Which state heads the pact?\n  answer: Russia\n  draft: ▸true';
    expectAtMarks('unreviewed', { question }, { publish: true });
    expectAtMarks('unreviewed', { question: question.replace('▸', '') });
  });

  it('says how far a passage agrees with the document', () => {
    const [finding] = findingsOf(deckYaml({ passage: '{ exact: "The CSTO is led by Rossia" }' }));
    expect(finding?.message).toContain('it agrees up to “The CSTO is led by R”');
  });
});
