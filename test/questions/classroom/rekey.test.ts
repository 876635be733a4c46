import { describe, expect, it, test } from 'vitest';
import { rekeyed } from '../../../questions/classroom/rekey.ts';
import { keyedQuestion, testView } from '../../../questions/classroom/testQuestion.ts';
import type { Answer } from '../../../questions/kind.ts';
import { gradeAnswer, KIND_NAMES, solutionOf, viewOf } from '../../../questions/kinds.ts';
import { askedAbout, question } from '../kinds/asked.ts';
import { harbour, kazakhstan, rightAnswer, testable } from './someDecks.ts';

/** A question of every kind, another key, and what its answers are worth under that key. */
const CASES: readonly {
  readonly kind: string;
  readonly written: Readonly<Record<string, unknown>>;
  readonly answer: Answer;
  readonly shares: readonly (readonly [answer: Answer, share: number])[];
}[] = [
  {
    kind: 'choice',
    written: {
      prompt: 'Who leads?',
      answer: 'Russia',
      distractors: [{ text: 'China', because: 'It is no member.' }, { text: 'Armenia' }],
    },
    answer: 'China',
    shares: [
      ['China', 1],
      ['Russia', 0],
      ['Armenia', 0],
    ],
  },
  {
    kind: 'multiple',
    written: {
      prompt: 'Who are members?',
      answer: ['Russia', 'Armenia'],
      distractors: [{ text: 'China' }, { text: 'India' }],
    },
    answer: ['Russia', 'India'],
    shares: [
      [['India', 'Russia'], 1],
      [['Russia', 'Armenia'], 0],
      [['Russia'], 0.5],
    ],
  },
  {
    kind: 'short',
    written: {
      prompt: 'Who leads?',
      answer: 'Russia',
      accept: ['Moscow'],
      reject: [{ text: 'Kazakhstan', because: 'It is a member.' }],
    },
    answer: 'Kazakhstan',
    shares: [
      ['Kazakhstan', 1],
      ['kazakstan', 1],
      ['Russia', 0],
      ['Russian Federation', 0],
      ['Moscow', 0],
    ],
  },
  {
    kind: 'short',
    written: { prompt: 'When?', expects: 'date', answer: '2002' },
    answer: 'May 2003',
    shares: [
      ['2003-05', 1],
      ['5/2003', 1],
      ['2003', 0],
      ['2002', 0],
    ],
  },
  {
    kind: 'number',
    written: { prompt: 'How long?', answer: 7000, unit: 'km', tolerance: 10 },
    answer: '7,644 km',
    shares: [
      ['7644', 1],
      ['7640', 1],
      ['7,644,000 m', 1],
      ['7000', 0],
    ],
  },
  {
    kind: 'cloze',
    written: {
      text: 'Led by {{Russia|state}} with {{Armenia|ally}}.',
      accept: { Russia: ['Moscow'], Armenia: ['Hayastan'] },
    },
    answer: ['russia', 'Belarus'],
    shares: [
      [['Moscow', 'Belarus'], 1],
      [['Rusia', 'Belarus'], 1],
      [['Russia', 'Armenia'], 0.5],
      [['Russia', 'Hayastan'], 0.5],
    ],
  },
  {
    kind: 'cloze',
    written: { text: 'Led by {{Russia|state}}.' },
    answer: ['constructor'],
    shares: [
      [['constructor'], 1],
      [['Russia'], 0],
    ],
  },
  {
    kind: 'list',
    written: { prompt: 'Which two?', answer: [{ text: 'salt', accept: ['sea salt'] }, 'rope'] },
    answer: ['salt', 'herring'],
    shares: [
      [['herring', 'sea salt'], 1],
      [['salt', 'rope'], 0.5],
      [['hering', 'salt'], 1],
    ],
  },
  {
    kind: 'order',
    written: { prompt: 'Earliest first.', answer: ['one', 'two', 'three'] },
    answer: ['three', 'one', 'two'],
    shares: [
      [['three', 'one', 'two'], 1],
      [['one', 'two', 'three'], 0.5],
    ],
  },
  {
    kind: 'match',
    written: {
      prompt: 'Match.',
      answer: [
        { left: 'a', right: '1' },
        { left: 'b', right: '2' },
      ],
      distractors: [{ text: '3', because: 'It fits none.' }],
    },
    answer: [
      ['b', '3'],
      ['a', '1'],
    ],
    shares: [
      [
        [
          ['a', '1'],
          ['b', '3'],
        ],
        1,
      ],
      [
        [
          ['a', '1'],
          ['b', '2'],
        ],
        0.5,
      ],
    ],
  },
  {
    kind: 'judge',
    written: { claim: 'It will not last.' },
    answer: 'opinion',
    shares: [
      ['opinion', 1],
      ['stated', 0],
    ],
  },
  {
    kind: 'evidence',
    written: {},
    answer: 'Nobody left it.',
    shares: [
      ['Nobody left it.', 1],
      ['It is an alliance led by Russia and composed of Belarus and Armenia.', 0],
    ],
  },
];

describe('a question under another key', () => {
  test.each(CASES)('judges $kind by the new key, as its kind judges', ({ kind, written, answer, shares }) => {
    const keyed = rekeyed(question({ kind, ...written }), askedAbout(), answer);
    if (keyed === undefined) throw new Error('it does not fit');
    const judged = shares.map(([given]) => [given, gradeAnswer(keyed.question, given, keyed.asked).share]);
    expect(judged).toEqual(shares);
  });

  it('is there for every kind', () => {
    expect(new Set(CASES.map(({ kind }) => kind))).toEqual(new Set(KIND_NAMES));
  });

  test.each(CASES)('looks the same: $kind', ({ kind, written, answer }) => {
    const before = question({ kind, ...written });
    const keyed = rekeyed(before, askedAbout(), answer);
    expect(keyed && viewOf(keyed.question, keyed.asked)).toEqual(viewOf(before, askedAbout()));
  });

  it('is right with its own right answer, for every question of two decks', () => {
    for (const deck of [harbour, kazakhstan]) {
      for (const one of testable(deck)) {
        const keyed = keyedQuestion(deck, one);
        const again = keyed && rekeyed(keyed.question, keyed.asked, rightAnswer(deck, one));
        expect(again && viewOf(again.question, { ...again.asked, sealed: true }), one).toEqual(
          testView(deck, one),
        );
      }
    }
  });

  it('says nothing of what the author said of the old key', () => {
    const written = {
      kind: 'choice',
      prompt: 'Who leads?',
      answer: 'Russia',
      distractors: [{ text: 'China', because: 'It is no member.' }],
      explanation: 'Moscow founded it.',
    };
    expect(rekeyed(question(written), askedAbout(), 'China')?.question).toEqual({
      kind: 'choice',
      prompt: 'Who leads?',
      answer: 'China',
      distractors: [{ text: 'Russia' }],
      allow: [],
    });
  });

  it('takes no slip that is as near to the old key as to the new one', () => {
    const keyed = rekeyed(
      question({ kind: 'short', prompt: 'Who?', answer: 'Mirano' }),
      askedAbout(),
      'Milano',
    );
    if (keyed === undefined) throw new Error('it does not fit');
    expect(gradeAnswer(keyed.question, 'Mirano', keyed.asked).share).toBe(0);
    expect(gradeAnswer(keyed.question, 'Miano', keyed.asked).share).toBe(0);
  });

  it('refuses no name of the new key, though the author did', () => {
    const reject = [{ text: 'Russia', because: 'It is no member.' }];
    const before = question({ kind: 'short', prompt: 'Who?', answer: 'Armenia', reject });
    const keyed = rekeyed(before, askedAbout(), 'Russian Federation');
    expect(keyed && gradeAnswer(keyed.question, 'Russia', keyed.asked).share).toBe(1);
  });

  it('highlights the sentence that is the passage now', () => {
    const keyed = rekeyed(question({ kind: 'evidence' }), askedAbout(), 'Nobody left it.');
    expect(keyed && solutionOf(keyed.question, keyed.asked)).toEqual(['Nobody left it.']);
    expect(keyed?.asked.document.slice(keyed.asked.place.start, keyed.asked.place.end)).toBe(
      'Nobody left it.',
    );
  });

  test.each<[why: string, written: Record<string, unknown>, answer: Answer]>([
    ['nothing', { kind: 'judge' }, null],
    ['no option', { kind: 'judge' }, 'true'],
    ['no sentence', { kind: 'evidence' }, 'Somebody left it.'],
    ['no date', { kind: 'short', prompt: 'When?', expects: 'date', answer: '2002' }, 'in spring'],
    ['two dates', { kind: 'short', prompt: 'When?', expects: 'date', answer: '2002-01-01' }, '01/02/2002'],
    ['two lines', { kind: 'short', prompt: 'Who?', answer: 'Russia' }, 'Russia\nChina'],
    ['a blank that ends the blank', { kind: 'cloze', text: 'By {{Russia|state}}.' }, ['Rus}}sia']],
    ['an empty blank', { kind: 'cloze', text: 'By {{Russia|state}} in {{2002|year}}.' }, ['Russia', ' ']],
    ['too few items', { kind: 'list', prompt: 'Which?', answer: ['salt', 'rope'] }, ['salt']],
    ['an item twice', { kind: 'list', prompt: 'Which?', answer: ['salt', 'rope'] }, ['salt', 'Salt']],
    ['an empty item', { kind: 'list', prompt: 'Which?', answer: ['salt', 'rope'] }, ['salt', '']],
    ['no number', { kind: 'number', prompt: 'How long?', answer: 3, unit: 'km' }, 'far'],
    [
      'a number in another unit',
      { kind: 'number', prompt: 'How long?', answer: 3, unit: 'm', tolerance: 999 },
      '0.4 km',
    ],
    ['another unit', { kind: 'number', prompt: 'How long?', answer: 3, unit: 'km' }, '5 kg'],
  ])('is refused where the answer is %s', (_, written, answer) => {
    expect(rekeyed(question(written), askedAbout(), answer)).toBeUndefined();
  });
});
