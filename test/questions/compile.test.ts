import { expect, test } from 'vitest';
import { compile } from '../../questions/compile.ts';
import { parseDeckFile } from '../../questions/deckSource.ts';
import { giveFeedback } from '../../questions/feedback.ts';
import { publicPart } from '../../questions/travel.ts';

const DOCUMENT =
  'The pact was signed in 2002. It is led by Russia.\n\nThe other one is led by China. It will not last.';

function deck(access: 'open' | 'sealed') {
  return `
title: Two pacts
language: en
access: ${access}
documentSha256: "${'0'.repeat(64)}"
facts:
  leader:
    statement: Russia leads the pact.
    standing: stated
    passage: { exact: "led by Russia" }
    note: { since: "That has changed." }
    questions:
      who: { kind: choice, prompt: Who leads it?, answer: Russia, explanation: Plain., distractors: [{ text: China, because: other }, { text: Peru, because: Peru is far away. }] }
      later: { kind: short, prompt: Who is it?, answer: Russia, draft: true }
      typed: { kind: number, prompt: How many?, answer: 7, unit: km, unitRequired: true, hint: Think of a week. }
  other:
    statement: China leads the other one.
    standing: opinion
    by: the author
    passage: { exact: "led by China" }
    questions:
      who: { kind: short, prompt: Who leads the other?, answer: China }
`;
}

/** Two facts of which one asks what the question of the other says. */
function cued(access: 'open' | 'sealed') {
  return `
title: Two pacts
language: en
access: ${access}
documentSha256: "${'0'.repeat(64)}"
facts:
  leader:
    statement: Russia leads the pact.
    standing: stated
    passage: { exact: "led by Russia" }
    questions:
      which: { kind: short, prompt: Which power leads the great pact?, answer: Russia }
  signing:
    statement: The pact was signed in 2002.
    standing: stated
    passage: { exact: "signed in 2002" }
    questions:
      when: { kind: number, prompt: In which year was the great pact that Russia leads signed?, answer: 2002 }
`;
}

function compiledFrom(yaml: string) {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile('pacts', 'r1', parsed.source.file, DOCUMENT);
}

const compiled = (access: 'open' | 'sealed') => compiledFrom(deck(access));

function feedback(access: 'open' | 'sealed', question: string, answer: string | null) {
  const { deck: made, key, document } = compiled(access);
  return giveFeedback(made, key, document, { fact: 'leader', question, answer });
}

test('drafts are not served, and every fact gets an evidence question', () => {
  const [leader] = compiled('open').deck.facts;
  expect(leader?.questions.map(({ id }) => id)).toEqual(['who', 'typed', 'evidence']);
});

test('a question without a hint of its author says where to look', () => {
  const [leader] = compiled('open').deck.facts;
  expect(leader?.questions.map(({ hint }) => hint)).toEqual([
    'It stands in paragraph 1 of 2.',
    'Think of a week.',
    'It stands in paragraph 1 of 2.',
  ]);
});

test('the key travels with an open deck and stays behind with a sealed one', () => {
  expect(publicPart(compiled('open'))).toHaveProperty('key');
  expect(publicPart(compiled('sealed'))).not.toHaveProperty('key');
});

test('questions that give one another away are kept apart in an open deck; a sealed one does not say which', () => {
  expect(compiledFrom(cued('open')).deck.apart).toEqual([['leader/which', 'signing/when']]);
  expect(compiledFrom(cued('sealed')).deck.apart).toEqual([]);
});

test('feedback carries the passage, the note, the right answer and why each option is wrong', () => {
  const start = DOCUMENT.indexOf('led by China');
  expect(feedback('open', 'who', 'China')).toEqual({
    verdict: { outcome: 'wrong', reason: 'other-entry', share: 0 },
    told: {
      solution: ['Russia'],
      explanation: 'Plain.',
      notes: [
        { text: 'China', because: 'China leads the other one.', place: { start, end: start + 12 } },
        { text: 'Peru', because: 'Peru is far away.' },
      ],
      statement: 'Russia leads the pact.',
      standing: 'stated',
      note: { since: 'That has changed.' },
      place: { start: DOCUMENT.indexOf('led by Russia'), end: DOCUMENT.indexOf('led by Russia') + 13 },
    },
  });
});

test('in a sealed deck another fact, which is still to be asked, is not given as the reason', () => {
  expect(feedback('sealed', 'who', 'China')?.told?.notes).toEqual([
    { text: 'Peru', because: 'Peru is far away.' },
  ]);
});

test('an unclear answer is told nothing but why it is unclear', () => {
  expect(feedback('open', 'typed', '7')).toEqual({
    verdict: { outcome: 'again', reason: 'unit-missing', share: 0 },
  });
});

test('"I do not know" is wrong and is told everything', () => {
  expect(feedback('open', 'typed', null)).toMatchObject({
    verdict: { outcome: 'wrong' },
    told: { solution: ['7 km'] },
  });
});

test.each([['nothing'], ['later'], ['constructor'], ['__proto__']])(
  'there is no feedback on the unknown question %s',
  (question) => {
    expect(feedback('open', question, null)).toBeUndefined();
  },
);

test('the sites that may show a deck travel with it, as its author wrote them', () => {
  const hosts = ['https://course.example.org', 'https://*.example.edu'];
  const named = compiledFrom(`embed: { hosts: ${JSON.stringify(hosts)} }${deck('sealed')}`);
  expect(named.deck.embed).toEqual({ hosts });
  expect(compiled('sealed').deck).not.toHaveProperty('embed');
});
