import { describe, expect, it } from 'vitest';
import { parseDeckFile } from '../../questions/deckSource.ts';

const SHA256 = 'a'.repeat(64);
const GOOD = `title: Trial
language: en
access: open
documentSha256: ${SHA256}
facts:
  led:
    statement: Russia heads the pact.
    standing: stated
    passage: { exact: "led by # Russia" }
    questions:
      q:
        kind: list
        prompt: Name both.
        answer: [Russia, { text: Mali }]
`;

const problemsOf = (yaml: string) => {
  const parsed = parseDeckFile(yaml);
  return parsed.ok ? [] : parsed.problems;
};
const placed = (yaml: string) =>
  problemsOf(yaml).map(({ line, column, path }) => `${line}:${column} ${path.join('.')}`);

function sourceOf(yaml: string) {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.source;
}

describe('a deck file of the right form', () => {
  it('is read with its defaults', () => {
    const { file } = sourceOf(GOOD);
    expect(file).toMatchObject({ glossary: {}, faults: [], retired: [] });
    expect(file.facts['led']?.questions['q']).toMatchObject({
      answer: [
        { text: 'Russia', accept: [] },
        { text: 'Mali', accept: [] },
      ],
    });
  });

  it('knows where every value stands', () => {
    const source = sourceOf(GOOD);
    expect(source.at(['title'])).toEqual({ line: 1, column: 8 });
    expect(source.at(['facts', 'led', 'passage', 'exact'])).toEqual({ line: 9, column: 23 });
    expect(source.at(['facts', 'led', 'questions', 'q', 'answer', 1, 'text'])).toEqual({
      line: 14,
      column: 34,
    });
  });

  it('gives the place of the nearest parent for a value that is not there', () => {
    const source = sourceOf(GOOD);
    expect(source.at(['facts', 'led', 'questions', 'q', 'answer', 0, 'text'])).toEqual({
      line: 14,
      column: 18,
    });
    expect(source.at(['nothing', 'here'])).toEqual({ line: 1, column: 1 });
  });

  it('knows which values are not quoted', () => {
    const source = sourceOf(GOOD);
    expect(source.isPlain(['title'])).toBe(true);
    expect(source.isPlain(['facts', 'led', 'passage', 'exact'])).toBe(false);
    expect(source.isPlain(['facts', 'led', 'passage', 'prefix'])).toBe(false);
  });

  it('may be long, up to 2 MB', () => {
    const filled = `${GOOD}# ${'x'.repeat(2_000_000 - GOOD.length - 2)}`;
    expect(parseDeckFile(filled).ok).toBe(true);
    expect(problemsOf(`${filled}x`)).toEqual([{ line: 1, column: 1, path: [], message: 'is over 2 MB' }]);
  });
});

describe('a deck file of a wrong form', () => {
  it.each(['en-12', 'zh-hans-hant', 'en-abcd-abcd'])(
    'is refused where its language %s is a tag that no program knows how to read',
    (tag) => {
      expect(placed(GOOD.replace('language: en', `language: ${tag}`))).toEqual(['2:11 language']);
    },
  );

  it('gives all problems in one pass, each at its line and column', () => {
    const bad = GOOD.replace('language: en', 'language: English!')
      .replace('standing: stated', 'standing: maybe')
      .replace('prompt: Name both.', 'prompt: ""')
      .replace('[Russia, { text: Mali }]', '[Russia]');
    expect(placed(bad)).toEqual([
      '2:11 language',
      '8:15 facts.led.standing',
      '13:17 facts.led.questions.q.prompt',
      '14:17 facts.led.questions.q.answer',
    ]);
  });

  it('names a key that is missing at the place of its parent', () => {
    expect(problemsOf(GOOD.replace('    statement: Russia heads the pact.\n', ''))).toEqual([
      { line: 7, column: 5, path: ['facts', 'led', 'statement'], message: 'statement is missing' },
    ]);
  });

  it('refuses a key that nobody knows', () => {
    expect(placed(GOOD.replace('kind: list', 'kind: list\n        anwser: x'))).toContain(
      '13:17 facts.led.questions.q.anwser',
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses the key %s, which JavaScript would swallow',
    (key) => {
      const [problem, ...others] = problemsOf(GOOD.replace('      q:', `      ${key}:`));
      expect(others).toEqual([]);
      expect(problem).toMatchObject({
        line: 12,
        path: ['facts', 'led', 'questions', key],
        message: `the key ${key} is not allowed`,
      });
    },
  );

  it('gives every fault of broken YAML at its place', () => {
    expect(problemsOf('title: "open\nfacts: {')).not.toEqual([]);
    expect(placed(GOOD.replace('{ exact: "led by # Russia" }', '{ exact: "led" '))[0]).toMatch(/^\d+:\d+ $/);
    expect(placed(GOOD.replace('title: Trial', 'title: Trial\ntitle: Again'))).toEqual(['2:1 ']);
  });

  it.each(['', '- a', 'just words', '42', 'null'])('refuses %j', (yaml) => {
    expect(problemsOf(yaml).length).toBeGreaterThan(0);
  });

  it('refuses a bomb of aliases', () => {
    const bomb = `title: &a [x, x]\nlanguage: &b [*a, *a, *a, *a, *a, *a]\naccess: &c [*b, *b, *b, *b, *b, *b]\nfacts: [*c, *c, *c, *c, *c, *c]\n`;
    expect(parseDeckFile(bomb).ok).toBe(false);
  });
});
