import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../questions/draft/draft.ts';
import { draftFacts } from '../../../questions/draft/draftFacts.ts';
import { makeWinkTagger } from '../../../questions/draft/winkTagger.ts';
import { passageAt } from '../../../questions/passageAt.ts';
import { markedDocuments } from './markedDocuments.ts';
import { quotePlace, reachOf, sharesOf } from './reach.ts';

/** What the drafter has reached once: so many marked facts, and a share of its drafts that are marked. It does not fall. */
const FLOORS = {
  kazakhstan: { reached: 28, precision: 0.65 },
  moon: { reached: 28, precision: 0.6 },
  sourdough: { reached: 24, precision: 0.6 },
  tides: { reached: 19, precision: 0.72 },
};

const tagger = makeWinkTagger();

describe.each(markedDocuments())('$name', ({ name, document, facts }) => {
  test('every marked fact is quoted verbatim, with its answers', () => {
    for (const { quote, answers } of facts) {
      expect(() => quotePlace(document, quote)).not.toThrow();
      expect(answers.filter((answer) => ![quote, document].some((text) => text.includes(answer)))).toEqual(
        [],
      );
    }
  });

  test('drafts reach as many marked facts as they once did', () => {
    const { drafts } = draftFacts(document, { language: 'en', tagger, glossary: {}, taken: [] });
    const reach = reachOf(document, facts, drafts);
    const missed = reach.missed.map(({ what }) => what).join('; ');
    expect(reach.reached.length, `missed: ${missed}`).toBeGreaterThanOrEqual(FLOORS[name].reached);
    expect(sharesOf(reach).precision).toBeGreaterThanOrEqual(FLOORS[name].precision);
  });
});

describe('a marked fact', () => {
  const document = 'The border is 7 thousand kilometers long. Xi launched the project in 2013. It rains.';
  const border = { quote: 'The border is 7 thousand kilometers long.', answers: ['7 thousand'], what: '' };
  const project = { quote: 'Xi launched the project in 2013.', answers: ['Xi', '2013'], what: '' };

  const asking = (exact: string, question: Draft['fact']['questions'][string]): Draft => ({
    factId: 'fact',
    fact: {
      statement: exact,
      standing: 'stated',
      passage: passageAt(document, quotePlace(document, exact)) ?? { exact },
      tags: [],
      allow: [],
      questions: { form: question },
    },
    reason: 'quantity',
    confidence: 1,
    questions: [],
  });
  const short = (answer: string): Draft['fact']['questions'][string] => {
    return { kind: 'short', prompt: 'Which?', answer, expects: 'text', accept: [], reject: [], allow: [] };
  };
  const reached = (draft: Draft) => reachOf(document, [border, project], [draft]).reached;

  test.each([
    ['the same words', asking(project.quote, short('Xi')), [project]],
    [
      'one of its answers in a gap',
      asking(project.quote, { kind: 'cloze', text: 'In {{2013|year}}.', accept: {}, allow: [] }),
      [project],
    ],
    [
      'a number by its value',
      asking(border.quote, { kind: 'number', prompt: 'How long?', answer: 7000, allow: [] }),
      [border],
    ],
  ])('is reached by %s', (_name, draft, expected) => {
    expect(reached(draft)).toEqual(expected);
  });

  test.each([
    ['other words of the sentence', asking(project.quote, short('the project'))],
    ['the same words in another sentence', asking('It rains.', short('Xi'))],
    ['an answer that only begins with it', asking(project.quote, short('Xi launched the project'))],
    ['whose word it is', asking(project.quote, { kind: 'judge', allow: [] })],
  ])('is not reached by %s', (_name, draft) => {
    expect(reached(draft)).toEqual([]);
  });
});
