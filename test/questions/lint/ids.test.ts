import { describe, expect, it } from 'vitest';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { formFindings } from '../../../questions/lint/form.ts';
import { deckYaml, expectAtMarks, type Trial } from './trial.ts';

const choice = (because: string) => `
  kind: choice
  prompt: Which state heads the pact?
  answer: Russia
  distractors:
    - { text: China, because: ${because} }
    - { text: Mali, because: led }`;
const reject = (because: string) => `
  kind: short
  prompt: Which state heads the pact?
  answer: Russia
  reject: [{ text: China, because: ${because} }]`;

const TRIALS: readonly Trial[] = [
  [
    'because-unknown',
    'refuses a reason that looks like a fact and names none',
    { question: choice('▸sco-led') },
    { question: choice('led') },
  ],
  [
    'because-unknown',
    'takes a reason in words',
    { question: choice('▸wrong') },
    { question: choice('"It is wrong."') },
  ],
  [
    'because-unknown',
    'looks at refused answers too',
    { question: reject('▸nothing') },
    { question: reject('led') },
  ],
  [
    'retired-id-reused',
    'refuses a retired id that is a fact',
    { head: 'retired: [{ id: ▸led }]' },
    { head: 'retired: [{ id: old }]' },
  ],
  [
    'replaced-by-unknown',
    'refuses a replacement that does not exist',
    { head: 'retired: [{ id: old, replacedBy: ▸new }]' },
    { head: 'retired: [{ id: old, replacedBy: led }]' },
  ],
  [
    'replaced-by-unknown',
    'refuses replacements in a circle',
    { head: 'retired: [{ id: a, replacedBy: ▸b }, { id: b, replacedBy: ▸a }]' },
    { head: 'retired: [{ id: a, replacedBy: b }, { id: b, replacedBy: led }]' },
  ],
  [
    'id-duplicate',
    'refuses an id that is retired twice',
    { head: 'retired: [{ id: a }, { id: ▸a }]' },
    { head: 'retired: [{ id: a }, { id: b }]' },
  ],
];

const found = (yaml: string) => {
  const parsed = parseDeckFile(yaml);
  return parsed.ok
    ? []
    : formFindings(parsed.problems).map(({ rule, level, line }) => `${level} ${rule} ${line}`);
};

describe('ids', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });

  it('keeps the id evidence for the question that every fact gets', () => {
    const more = `  other:
    statement: Putin is named there.
    standing: stated
    passage: { exact: "Putin" }
    questions:
      evidence: ▸{ kind: judge }`;
    expectAtMarks('id-duplicate', { more });
    expectAtMarks('id-duplicate', { more: more.replace('evidence: ▸', 'proof: ') });
  });

  it('reports a key that stands twice as id-duplicate at the second one', () => {
    const yaml = deckYaml({ fact: '    statement: Again.' });
    const line = yaml.split('\n').indexOf('    statement: Again.') + 1;
    expect(found(yaml)).toEqual([`E id-duplicate ${line}`]);
  });

  it('reports an id of a wrong form as id-missing', () => {
    const yaml = deckYaml({}).replace('      q:', '      Big One:');
    const line = yaml.split('\n').indexOf('      Big One:') + 1;
    expect(found(yaml)).toEqual([`E id-missing ${line + 1}`]);
    expect(found(deckYaml({}))).toEqual([]);
  });

  it('reports every other fault of the form as form', () => {
    const yaml = deckYaml({ standing: 'maybe' });
    const line = yaml.split('\n').indexOf('    standing: maybe') + 1;
    expect(found(yaml)).toEqual([`E form ${line}`]);
  });
});
