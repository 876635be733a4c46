import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersCsv, marksCsv } from '../../../questions/classroom/csv.ts';
import { foldGradebook } from '../../../questions/classroom/foldGradebook.ts';
import type { Gradebook } from '../../../questions/classroom/gradebook.ts';
import type { Answer } from '../../../questions/kind.ts';
import {
  allow,
  answersTo,
  arrival,
  assign,
  attemptOf,
  classOf,
  handedIn,
  inputOf,
  kept,
  person,
  repair,
} from './someClass.ts';
import { ref } from './someDecks.ts';

const [WHERE, TRADES, YEAR] = [
  ref('fleet-moved/where-to'),
  ref('three-trades/name-the-three'),
  ref('stone-pier-finished/which-year'),
];
const ASKED = [WHERE, TRADES, YEAR];

/** The cells of a file as RFC 4180 says they are read; a lone quote or line break is a failure. */
function read(file: string): readonly (readonly string[])[] {
  expect(file.startsWith('\ufeff')).toBe(true);
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const lines: string[][] = [[]];
  cell.lastIndex = 1;
  while (cell.lastIndex < file.length) {
    const found = cell.exec(file);
    if (found === null) throw new Error(`not as RFC 4180 says: ${file}`);
    const [, quoted, plain = '', end] = found;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  expect(lines.pop()).toEqual([]);
  return lines;
}

/** Each line's cells by the names in the first one. */
function records(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...lines] = read(file);
  return lines.map((cells) => {
    expect(cells).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']));
  });
}

/** The gradebook of one student of this name who gave these answers. */
function bookOf(name: string, answers: readonly (Answer | undefined)[]): Gradebook {
  const record = classOf({ students: [person(1, name)] });
  return foldGradebook(inputOf(record, [handedIn(1, ASKED, answers)]));
}
const nameCell = (name: string) => records(marksCsv(bookOf(name, [])))[0]?.['Name'];
const answerCell = (answer: Answer) => records(answersCsv(bookOf('Ann', [answer])))[0]?.['Answer'];

describe('the marks as a file', () => {
  const acts = [assign({ points: { [TRADES]: 2.5 } }), allow(2, 15), repair(WHERE, { do: 'drop' })];
  const book = foldGradebook(
    inputOf(classOf({ acts: acts.map((act, at) => kept(at + 1, act)) }), [
      handedIn(1, ASKED, ['Orvik', ['herring', 'salt'], '1871']),
      attemptOf(2, [YEAR], [arrival(1, 90_000, answersTo([YEAR], ['1871']), true)]),
    ]),
  );
  const marks = records(marksCsv(book));

  it('have a line for each student, with times in UTC and numbers with a point', () => {
    expect(marks).toEqual([
      {
        Name: 'Ann',
        State: 'submitted',
        Started: '2026-01-12T08:00:00Z',
        'Handed in': '2026-01-12T08:05:00Z',
        Attempts: '1',
        'Attempt that counts': '1',
        'Extra minutes': '0',
        'Late answers': '0',
        Points: '2.67',
        'Out of': '3.5',
        Percent: '76.3',
        '1. In which year was the first stone pier of Saltmere finished?': '1',
        '2. Name the three trades that built Saltmere.': '1.67',
        '3. Where did the fishing fleet move?': 'dropped',
      },
      expect.objectContaining({ Name: 'Ben', State: 'over', 'Extra minutes': '15', 'Late answers': '1' }),
      expect.objectContaining({ Name: 'Cleo', State: 'not-started', Started: '', Points: '', Percent: '' }),
    ]);
  });

  it('leave a question empty that the student was not asked', () => {
    expect(marks[1]).toMatchObject({
      '1. In which year was the first stone pier of Saltmere finished?': '0',
      '2. Name the three trades that built Saltmere.': '',
    });
  });

  it('end every line, the last one too, with CR and LF', () => {
    expect(marksCsv(book).split('\r\n')).toHaveLength(book.rows.length + 2);
    expect(marksCsv(book).endsWith('\r\n')).toBe(true);
  });
});

describe('the answers as a file', () => {
  it('have a line for each student and question, with what came late', () => {
    const attempts = [
      attemptOf(1, ASKED, [
        arrival(1, 60, answersTo(ASKED, ['Orvik', ['herring', 'salt']])),
        arrival(2, 90_000, answersTo(ASKED, [undefined, null])),
      ]),
    ];
    const lines = records(answersCsv(foldGradebook(inputOf(classOf(), attempts))));
    expect(lines.map((line) => Object.values(line))).toEqual([
      ['Ann', '1', 'yes', 'Where did the fishing fleet move?', 'Orvik', '1', '1', '10', '', ''],
      [
        'Ann',
        '1',
        'yes',
        'Name the three trades that built Saltmere.',
        'herring; salt',
        '0.67',
        '1',
        '10',
        '(I do not know)',
        '2026-01-13T09:00:00Z',
      ],
      [
        'Ann',
        '1',
        'yes',
        'In which year was the first stone pier of Saltmere finished?',
        '',
        '0',
        '1',
        '0',
        '',
        '',
      ],
      ['Ben', '', '', '', '', '', '', '', '', ''],
      ['Cleo', '', '', '', '', '', '', '', '', ''],
    ]);
  });

  it('say which attempt counts', () => {
    const record = classOf({ acts: [kept(1, assign({ attempts: 2, counts: 'best' }))] });
    const attempts = [handedIn(1, [YEAR], ['1871']), handedIn(1, [YEAR], ['1872'], 10)];
    const lines = records(answersCsv(foldGradebook(inputOf(record, attempts)))).slice(0, 2);
    expect(lines.map(({ Attempt, Counts, Answer: text }) => [Attempt, Counts, text])).toEqual([
      ['1', 'yes', '1871'],
      ['2', 'no', '1872'],
    ]);
  });
});

describe('a cell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '|calc',
    '%0A',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '−1',
    '  =1+1',
    '\u00a0=1+1',
    '"=1+1',
    `'=1+1`,
    ' "\' =1+1',
    '\u200b=1+1',
    '\u00ad=1+1',
    '\u2060=1+1',
  ])('that would be run as a formula begins with an apostrophe: %j', (text) => {
    expect(answerCell(text)).toBe(`'${text}`);
  });

  it.each(['\tx', '\rx', '\nx', '\n=1', '\u0000=1'])(
    'that begins with what is not shown begins with an apostrophe: %j',
    (text) => {
      expect(answerCell(text)).toMatch(/^'/);
    },
  );

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; "=1+1', 'a;\' "=1+1'],
    ['a\n=1+1', "a\n'=1+1"],
    ['a\t-1', "a\t'-1"],
  ])('has no formula behind what may end a cell elsewhere: %j', (text, safe) => {
    expect(answerCell(text)).toBe(safe);
  });

  it.each(['Ann', 'a=b', '1871', 'well-known', 'a; b', 'she said "no"', 'Ann, Ben', "O'Hara", 'a\nb', ' a '])(
    'that is only a text is read as it was: %j',
    (text) => {
      expect(answerCell(text)).toBe(text);
    },
  );

  it('of a student’s name is as safe as one of an answer', () => {
    expect(nameCell('=HYPERLINK("http://x.example","y")')).toBe(`'=HYPERLINK("http://x.example","y")`);
    expect(nameCell('Ann "Nan" O’Hara, 9b')).toBe('Ann "Nan" O’Hara, 9b');
  });

  it('of ours stays a number, also below zero', () => {
    const book = bookOf('Ann', ['Orvik']);
    const [row] = book.rows;
    const [attempt] = row?.attempts ?? [];
    if (row === undefined || attempt === undefined) throw new Error('Inconsistent: no attempt');
    const below = { ...book, rows: [{ ...row, attempts: [{ ...attempt, points: -1.5 }] }] };
    expect(records(marksCsv(below))[0]?.['Points']).toBe('-1.5');
  });

  it('is never run and never breaks a line, whatever was typed', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '"',
        "'",
        ',',
        ';',
        '\r',
        '\n',
        '\t',
        ' ',
        'a',
        '1',
        '\u200b',
      ),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, list) => {
        const lines = records(answersCsv(bookOf('Ann', [text, list])));
        expect(lines).toHaveLength(3);
        for (const { Answer: cell = '' } of lines) {
          expect(cell).not.toMatch(/^[\s"\u200b]*[=+\-@]/);
          expect(cell).not.toMatch(/[;\r\n\t][\s"\u200b]*[=+\-@]/);
        }
        const withoutOurs = (cell: string) => cell.replaceAll("'", '');
        expect(withoutOurs(lines[0]?.['Answer'] ?? '')).toBe(withoutOurs(text));
      }),
    );
  });
});
