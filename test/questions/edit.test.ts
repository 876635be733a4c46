import { expect, test } from 'vitest';
import { compile, type PublicDeck } from '../../questions/compile.ts';
import { parseDeckFile } from '../../questions/deckSource.ts';
import { fold } from '../../questions/fold.ts';
import type { FactId } from '../../questions/ids.ts';
import { demandOf } from '../../questions/demand.ts';
import { progressOf } from '../../questions/progress.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { buildSession } from '../../questions/session.ts';
import { answered, fact, NOON_MS, question } from './someReviews.ts';

const DOCUMENT = 'Led by Russia. Signed in 2002. It lasts.';

const HEAD = `title: A pact\nlanguage: en\naccess: open\ndocumentSha256: "${'0'.repeat(64)}"\n`;
const LEADER = `
  leader:
    statement: Russia leads it.
    standing: stated
    passage: { exact: "Led by Russia" }
    questions:
      pick: { kind: choice, prompt: Who leads it?, answer: Russia, distractors: [{ text: Peru }] }
      type: { kind: short, prompt: Name its leader., answer: Russia }`;
const YEAR = `
  year:
    statement: It was signed in 2002.
    standing: stated
    passage: { exact: "Signed in 2002" }
    questions:
      when: { kind: short, expects: date, prompt: When was it signed?, answer: "2002" }`;

function deckOf(yaml: string, document = DOCUMENT): PublicDeck {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile('pact', 'r', parsed.source.file, document).deck;
}

const before = deckOf(`${HEAD}facts:${LEADER}${YEAR}`);

const reviews = [
  answered(1, { fact: fact('leader'), question: question('pick') }),
  answered(2, { fact: fact('year'), question: question('when'), rating: 1, outcome: 'wrong', share: 0 }),
  answered(4, { fact: fact('leader'), question: question('type') }),
];

function retiredOf(deck: PublicDeck): ReadonlyMap<FactId, FactId | null> {
  return new Map(
    deck.retired.map(({ id, replacedBy }) => [fact(id), replacedBy === undefined ? null : fact(replacedBy)]),
  );
}

const scheduleIn = (deck: PublicDeck) => fold(reviews, retiredOf(deck));

const LATER_MS = NOON_MS + 400 * 86_400_000;

function sessionIn(deck: PublicDeck) {
  const facts = deck.facts.map(({ id, tags, questions }) => ({
    id: fact(id),
    tags,
    questions: questions.map((form) => ({ id: question(form.id), demand: demandOf(form.view.kind) })),
  }));
  return buildSession({ facts, schedule: scheduleIn(deck), nowMs: LATER_MS, zone: 0, limit: 10, seed: 1 });
}

test.each([
  [
    'rewording a prompt',
    `${HEAD}facts:${LEADER.replace('Who leads it?', 'Which state is at its head?')}${YEAR}`,
  ],
  [
    'reordering facts and questions',
    `${HEAD}facts:${YEAR}${LEADER.replace(/( {6}pick.*)\n( {6}type.*)/, '$2\n$1')}`,
  ],
  ['adding a form', `${HEAD}facts:${LEADER}\n      judge: { kind: judge }${YEAR}`],
  ['removing a form', `${HEAD}facts:${LEADER.replace(/ {6}pick.*\n/, '')}${YEAR}`],
  [
    'adding a fact before the others',
    `${HEAD}facts:${YEAR.replace('year:', 'lasts:').replace('Signed in 2002', 'It lasts')}${LEADER}${YEAR}`,
  ],
])('%s keeps every memory', (_edit, yaml) => {
  const after = deckOf(yaml);
  expect(after).not.toEqual(before);
  expect(serialiseSchedule(scheduleIn(after))).toBe(serialiseSchedule(scheduleIn(before)));
  const known = (deck: PublicDeck) =>
    sessionIn(deck)
      .map((item) => item.fact)
      .filter((id) => id === 'leader' || id === 'year')
      .toSorted();
  expect(known(after)).toEqual(known(before));
});

test('editing the document around a passage keeps every memory and moves the passage with the text', () => {
  const after = deckOf(`${HEAD}facts:${LEADER}${YEAR}`, `A new beginning. ${DOCUMENT}`);
  expect(serialiseSchedule(scheduleIn(after))).toBe(serialiseSchedule(scheduleIn(before)));
});

test('a retired fact hands its memory to the one that replaces it', () => {
  const after = deckOf(
    `${HEAD}retired: [{ id: leader, replacedBy: head-of-pact }]\nfacts:${LEADER.replace('leader:', 'head-of-pact:')}${YEAR}`,
  );
  const memory = scheduleIn(after).facts.get(fact('head-of-pact'));
  expect(memory?.reps).toBe(2);
  expect(memory?.stability).toBe(scheduleIn(before).facts.get(fact('leader'))?.stability);
  expect(progressOf([fact('head-of-pact')], scheduleIn(after), LATER_MS)).toMatchObject({ new: 0 });
});
