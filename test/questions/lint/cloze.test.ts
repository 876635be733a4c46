import { describe, expect, it } from 'vitest';
import { deckYaml, expectAtMarks, type Trial } from './trial.ts';

const cloze = (text: string) => ({ question: `\n  kind: cloze\n  text: ${text}` });

const TRIALS: readonly Trial[] = [
  [
    'many-blanks',
    'warns of three blanks',
    cloze('▸"In it {{a1|x}} and {{b1|x}} and {{c1|x}} are named."'),
    cloze('"In it {{a1|x}} and {{b1|x}} and others are named."'),
  ],
  [
    'no-context',
    'warns of fewer than five words to read',
    cloze('▸"It is led by {{Russia|state}}."'),
    cloze('"The pact is led by {{Russia|state}}."'),
  ],
  [
    'function-word',
    'refuses a blank for a word of grammar',
    cloze('▸"The pact there is led {{by|word}} Russia."'),
    cloze('"The pact there is {{led by|words}} Russia."'),
  ],
];

describe('cloze', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });
});
