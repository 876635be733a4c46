import { describe, expect, it } from 'vitest';
import { deckYaml, DOCUMENT, expectAtMarks, findingsOf, type Trial } from './trial.ts';

const short = (prompt: string, answer = 'Russia') => ({
  question: `\n  kind: short\n  prompt: ${prompt}\n  answer: ${answer}`,
});
const fact = (
  id: string,
  { statement = 'Putin is named there.', exact = 'Putin', prompt = 'Who?', answer = 'Putin' },
) => `  ${id}:
    statement: ${statement}
    standing: stated
    passage: { exact: "${exact}" }
    questions: { p: { kind: short, prompt: ${prompt}, answer: ${answer} } }
`;
const many = (kinds: readonly string[]) =>
  kinds
    .map((kind, at) =>
      `
  k${at}:
    statement: Putin is named there.
    standing: stated
    passage: { exact: "Putin" }
    questions: { p: { kind: ${kind} } }`.replace('\n', ''),
    )
    .join('\n');
const ASKED = 'Which state leads the Minsk security pact?';

const TRIALS: readonly Trial[] = [
  [
    'near-duplicate',
    'warns of a question that another fact asks alike',
    { ...short(`▸${ASKED}`), more: fact('other', { prompt: ASKED, answer: 'Russia' }) },
    {
      ...short(ASKED),
      more: fact('other', { prompt: 'Who is head of the alliance of six?', answer: 'Russia' }),
    },
  ],
  [
    'near-duplicate',
    'warns of two statements that say the same',
    {
      statement: '▸Russia heads the Minsk security pact.',
      more: fact('other', { statement: 'The Minsk security pact Russia heads.' }),
    },
    {
      statement: 'Russia heads the Minsk security pact.',
      more: fact('other', { statement: 'Russia left the Bremen trade fair.' }),
    },
  ],
  [
    'opinion-as-fact',
    'warns of words of opinion in the passage of a stated fact',
    { standing: '▸stated', passage: '{ exact: "Putin will probably win" }' },
    { standing: 'prediction', by: 'the author', passage: '{ exact: "Putin will probably win" }' },
  ],
  [
    'interference',
    'tells of similar stems with different answers',
    {
      ...short(`▸${ASKED}`),
      more: fact('other', { prompt: ASKED.replace('leads', 'joined'), answer: 'Mali' }),
    },
    { ...short(ASKED), more: fact('other', { prompt: 'Who buys the gas of Almaty?', answer: 'Mali' }) },
  ],
];

describe('deck', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });

  it('names the paragraphs that no fact is about', () => {
    const yaml = deckYaml({ more: fact('third', { exact: 'Putin' }) });
    const found = findingsOf(yaml).filter(({ rule }) => rule === 'coverage');
    expect(found.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'I paragraph 1 (“Kazakhstan is the ninth largest country”) has no fact',
    ]);
    expect(
      findingsOf(deckYaml({}), { document: DOCUMENT.split('\n\n')[1] ?? '' }).map(({ rule }) => rule),
    ).not.toContain('coverage');
  });

  it('tells of a deck of one kind, and of one without recall', () => {
    const messages = (kinds: readonly string[], question: string) =>
      findingsOf(deckYaml({ more: many(kinds), question }))
        .filter(({ rule }) => rule === 'kind-mix')
        .map(({ message }) => message.split(':')[0]);
    const recall = short('Which state heads it?').question;
    expect(messages(['judge', 'judge', 'judge', 'judge'], '\n  kind: judge')).toEqual([
      '5 of 5 questions are of the kind judge',
      'nothing is to be recalled, only recognised',
    ]);
    expect(messages(['judge', 'judge', 'judge', 'judge'], recall)).toEqual([
      '4 of 5 questions are of the kind judge',
    ]);
    expect(messages(['judge', 'judge'], recall)).toEqual([]);
  });
});
