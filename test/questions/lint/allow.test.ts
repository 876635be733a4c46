import { describe, expect, it } from 'vitest';
import { deckYaml, expectAtMarks, findingsOf } from './trial.ts';

const question = (rest: string, prompt = 'Does the pact have a leader?') => ({
  question: `\n  kind: short\n  prompt: ${prompt}\n  answer: Belarus${rest}`,
});
const rules = (parts: Parameters<typeof deckYaml>[0]) => findingsOf(deckYaml(parts)).map(({ rule }) => rule);

describe('allow', () => {
  it('takes a warning out that the question acknowledges', () => {
    expect(rules(question(''))).toContain('yes-no');
    expect(rules(question('\n  allow: [yes-no]'))).not.toContain('yes-no');
    expect(rules(question('\n  allow: [yes-no]'))).not.toContain('allow-unused');
  });

  it('takes a warning about the passage out that the fact acknowledges', () => {
    const passage = '{ exact: "exists since the end of theSoviet" }';
    expect(rules({ passage })).toContain('passage-garbled');
    expect(rules({ passage, fact: '    allow: [passage-garbled]' })).not.toContain('passage-garbled');
  });

  it('does not let a fact acknowledge what is about a question', () => {
    expect(rules({ fact: '    allow: [yes-no]', ...question('') })).toEqual(
      expect.arrayContaining(['yes-no', 'allow-unused']),
    );
  });

  it('warns of an acknowledgement of nothing at its own place', () => {
    expectAtMarks('allow-unused', question('\n  allow: [yes-no, ▸negative]'));
    expectAtMarks('allow-unused', question('\n  allow: [▸no-such-rule]', 'Which state is named there?'));
  });

  it('never lets an error be acknowledged', () => {
    const parts = question('\n  allow: [answer-in-stem]', 'Which pact is Belarus in?');
    expect(rules(parts)).toEqual(expect.arrayContaining(['answer-in-stem', 'allow-unused']));
  });
});
