import { expect, test } from 'vitest';
import { checkAnswer, KIND_NAMES, type View } from '../../../questions/kinds.ts';
import type { Draft } from '../../../web/kind.ts';
import { screenOf } from '../../../web/kinds.ts';

const VIEWS: {
  readonly [K in View['kind']]: {
    readonly view: Extract<View, { kind: K }>;
    readonly drafts: readonly Draft[];
  };
} = {
  choice: { view: { kind: 'choice', prompt: 'p', options: ['a', 'b'] }, drafts: ['a', 'b'] },
  multiple: { view: { kind: 'multiple', prompt: 'p', options: ['a', 'b'] }, drafts: [['a'], ['b', 'a']] },
  cloze: {
    view: { kind: 'cloze', prompt: 'p', parts: ['', ' and ', ''], shows: ['year', 'name'] },
    drafts: [
      ['2013', ''],
      ['2013', ' '],
      ['2013', 'Xi'],
    ],
  },
  short: { view: { kind: 'short', prompt: 'p', expects: 'text' }, drafts: [' ', 'Russia'] },
  number: { view: { kind: 'number', prompt: 'p', unit: 'km' }, drafts: [' ', '7000'] },
  list: {
    view: { kind: 'list', prompt: 'p', count: 2 },
    drafts: [
      [' ', ''],
      ['', 'Russia'],
      ['Russia', 'Armenia'],
    ],
  },
  order: { view: { kind: 'order', prompt: 'p', items: ['a', 'b', 'c'] }, drafts: [['c', 'a', 'b']] },
  match: {
    view: { kind: 'match', prompt: 'p', lefts: ['a', 'b'], rights: ['1', '2', '3'] },
    drafts: [
      [['a', '1']],
      [
        ['a', '1'],
        ['b', '3'],
      ],
    ],
  },
  judge: {
    view: { kind: 'judge', prompt: 'p', claim: 'c', options: ['stated', 'opinion'] },
    drafts: ['opinion'],
  },
  evidence: {
    view: { kind: 'evidence', prompt: 'p', claim: 'c', sentences: ['One.', 'Two.'] },
    drafts: ['Two.'],
  },
};

test.each(KIND_NAMES)('%s: the form is ready exactly when the answer can be graded', (kind) => {
  const { view, drafts } = VIEWS[kind];
  const screen = screenOf(view);
  for (const draft of [screen.start(view, 'seed'), ...drafts]) {
    const answer = screen.answerOf?.(draft) ?? draft;
    expect(screen.isComplete(view, draft), JSON.stringify(draft)).toBe(
      checkAnswer(view, answer) === 'complete',
    );
  }
});
