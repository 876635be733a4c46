import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { PublishedSchema } from '../../questions/publish.ts';
import { isPublishedId } from '../../questions/publishedId.ts';
import { SHAPES } from '../../worker/shapes.ts';
import { ask, by, LEARNER, problemOf, sending, storedKeys, STRANGER } from './ask.ts';
import { deckToPublish, DOCUMENT, sha256 } from './publishedDeck.ts';

const AUTHOR = by(LEARNER);
const OTHER = by(STRANGER);
const REPORT = '01J000000000000000000000RP';

async function publish(
  body: Awaited<ReturnType<typeof deckToPublish>>,
  who = AUTHOR,
  name = 'harbour-of-tarn',
): Promise<Response> {
  return ask(`/own/decks/${name}`, sending('PUT', body, who));
}

async function published(body?: Awaited<ReturnType<typeof deckToPublish>>) {
  const response = await publish(body ?? (await deckToPublish()));
  expect(response.status).toBe(201);
  return v.parse(PublishedSchema, await response.json());
}

const REPORTED = {
  fact: 'built-by',
  question: 'who',
  answer: 'A. Lund',
  outcome: 'wrong',
  words: 'She is called so.',
} as const;

beforeEach(reset);

describe('a published deck', () => {
  it('is served under an id of its own, without its drafts and in no list', async () => {
    const { id, revision } = await published();
    expect(isPublishedId(id)).toBe(true);
    const response = await ask(`/decks/${id}`);
    const { deck, key, documentSha256 } = v.parse(SHAPES.Deck, await response.json());
    expect(deck.facts.map((fact) => [fact.id, fact.questions.map((question) => question.id)])).toEqual([
      ['built-by', ['who', 'evidence']],
    ]);
    expect([deck.title, deck.access, deck.revision]).toEqual(['The harbour', 'sealed', revision]);
    expect(key).toBeUndefined();
    expect(documentSha256).toBe(await sha256(DOCUMENT));
    expect(await (await ask(`/decks/${id}/document`)).text()).toBe(DOCUMENT);
    const { decks } = v.parse(SHAPES.DeckList, await (await ask('/decks')).json());
    expect(decks.map((one) => one.id)).not.toContain(id);
  });

  it('tells no key before the answer when it is sealed, and grades the answer', async () => {
    const { id } = await published();
    const before = await (await ask(`/decks/${id}`)).text();
    // The document is anybody's to read, also in the sentences to choose from; what answers what is not.
    for (const secret of ['"answer"', 'statement', 'place', 'accept', 'gap', 'how-many'])
      expect(before).not.toContain(secret);
    const given = { fact: 'built-by', question: 'who', answer: 'ada lund' };
    const answered = await ask(`/decks/${id}/answers`, sending('POST', given));
    const { verdict, told } = v.parse(SHAPES.Feedback, await answered.json());
    expect([verdict.outcome, told?.solution]).toEqual(['right', ['Ada Lund']]);
    const draft = { fact: 'boats', question: 'how-many', answer: '40' };
    const refused = await problemOf(await ask(`/decks/${id}/answers`, sending('POST', draft)));
    expect(refused.code).toBe('unknown-fact');
  });

  it('sends its key when it is open', async () => {
    const { id } = await published(await deckToPublish({ access: 'open' }));
    expect(await (await ask(`/decks/${id}`)).text()).toContain('"answer":"Ada Lund"');
  });

  it('keeps a learner’s log, has a page with its title, and can be embedded', async () => {
    const { id } = await published();
    const review = {
      id: '01J00000000000000000000001',
      type: 'answer',
      fact: 'built-by',
      question: 'who',
      answer: 'x',
      outcome: 'wrong',
      share: 0,
      rating: 1,
      tookMs: 900,
      answeredAtMs: Date.now(),
      zone: 0,
    };
    const sent = sending(
      'PUT',
      { v: 1, reviews: [review] },
      { ...OTHER, 'Steppe-Clock': String(Date.now()) },
    );
    expect((await ask(`/log/${id}/01J00000000000000000000SEG`, sent)).status).toBe(204);
    const oembed = await ask(
      `https://steppe.example/oembed?url=${encodeURIComponent(`https://steppe.example/decks/${id}`)}`,
    );
    expect(await oembed.text()).toContain('The harbour');
  });

  it('is served in its new revision, and the former one is not changed', async () => {
    const first = await published();
    const response = await publish(await deckToPublish({ title: 'The port' }, first.revision));
    expect(response.status).toBe(201);
    const second = v.parse(PublishedSchema, await response.json());
    expect(second.id).toBe(first.id);
    expect(await (await ask(`/decks/${first.id}`)).text()).toContain('The port');
    expect((await storedKeys()).filter((key) => key.startsWith('deck/')).sort()).toEqual(
      [
        `deck/${first.id}/now`,
        ...[first, second].flatMap(({ revision }) => [
          `deck/${first.id}/made/${revision}`,
          `deck/${first.id}/source/${revision}`,
        ]),
      ].sort(),
    );
  });
});

describe('publishing', () => {
  it('is the same again: the same body twice writes once', async () => {
    const body = await deckToPublish();
    const first = await published(body);
    const again = await publish(body);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
  });

  it('does not write over what another device has published', async () => {
    const first = await published();
    await publish(await deckToPublish({ title: 'Elsewhere' }, first.revision));
    const problem = await problemOf(await publish(await deckToPublish({ title: 'Late' }, first.revision)));
    expect([problem.code, problem.problems?.map(({ path }) => path)]).toEqual([
      'published-elsewhere',
      ['after'],
    ]);
    expect(await (await ask(`/decks/${first.id}`)).text()).toContain('Elsewhere');
  });

  it('refuses what the lint marks with an error, with its line, and keeps nothing', async () => {
    const problem = await problemOf(await publish(await deckToPublish({ answer: 'Olaf' })));
    expect(problem.code).toBe('deck-has-errors');
    expect(problem.problems).toEqual([
      {
        path: 'facts.built-by.questions.who.answer',
        message: expect.stringMatching(/^11:\d+ answer-not-in-passage /),
      },
    ]);
    expect(await storedKeys()).toEqual([]);
  });

  it.each([
    ['a file that is no YAML', { yaml: 'title: [' }, 'deck-has-errors'],
    ['a document that is another', { document: 'Another text.' }, 'deck-has-errors'],
    ['a revision that is none', { after: 'x' }, 'invalid-body'],
    ['a document of no text', { document: 7 }, 'invalid-body'],
    ['a document that is too long', { document: 'x'.repeat(1_000_001) }, 'invalid-body'],
    ['more bytes than are read', { offered: 'x'.repeat(4_300_000) }, 'body-too-large'],
  ])('refuses %s', async (_what, change, code) => {
    const body = { ...(await deckToPublish()), ...change };
    expect((await problemOf(await ask('/own/decks/harbour', sending('PUT', body, AUTHOR)))).code).toBe(code);
    expect(await storedKeys()).toEqual([]);
  });

  it('refuses a deck of drafts only, a name that is none, and whoever has no key', async () => {
    const body = await deckToPublish();
    const drafts = {
      ...body,
      yaml: body.yaml.replace('who: { kind: short', 'who: { draft: true, kind: short'),
    };
    expect((await problemOf(await publish(drafts))).code).toBe('nothing-reviewed');
    expect((await problemOf(await publish(body, AUTHOR, 'Harbour'))).code).toBe('invalid-parameter');
    expect((await problemOf(await publish(body, { Authorization: 'Bearer none' }))).code).toBe(
      'bad-learner-key',
    );
    expect(await storedKeys()).toEqual([]);
  });

  it('takes a first deck of a hundred thousand characters', async () => {
    const document = DOCUMENT + 'Nothing more is said of it. '.repeat(3700);
    expect((await publish(await deckToPublish({ document }))).status).toBe(201);
  });
});

describe('an author’s decks', () => {
  it('are listed, and read again with all that was sent', async () => {
    const body = await deckToPublish();
    const one = await published(body);
    const { decks } = v.parse(SHAPES.OwnDecks, await (await ask('/own/decks', { headers: AUTHOR })).json());
    expect(decks).toEqual([{ ...one, name: 'harbour-of-tarn', title: 'The harbour', access: 'sealed' }]);
    const again = await ask('/own/decks/harbour-of-tarn', { headers: AUTHOR });
    const { yaml, document, offered } = body;
    expect(v.parse(SHAPES.OwnDeck, await again.json())).toEqual({
      ...one,
      name: 'harbour-of-tarn',
      yaml,
      document,
      offered,
    });
  });

  it('are removed with everything that belongs to them', async () => {
    const { id, revision } = await published();
    await ask(`/decks/${id}/reports/${REPORT}`, sending('PUT', { ...REPORTED, revision }, OTHER));
    expect((await ask('/own/decks/harbour-of-tarn', { method: 'DELETE', headers: AUTHOR })).status).toBe(204);
    expect(await storedKeys()).toEqual([]);
    expect((await problemOf(await ask(`/decks/${id}`))).code).toBe('unknown-deck');
  });

  it('are nobody else’s: another key finds no such deck, in the same words as for one that never was', async () => {
    const { id, revision } = await published();
    await ask(`/decks/${id}/reports/${REPORT}`, sending('PUT', { ...REPORTED, revision }, OTHER));
    const keys = await storedKeys();
    const decision = { decision: 'kept', revision: null };
    for (const [method, path, code, body] of [
      ['GET', '', 'unknown-deck', undefined],
      ['GET', '/reports', 'unknown-deck', undefined],
      ['PUT', `/reports/${REPORT}/decision`, 'unknown-report', decision],
    ] as const) {
      const init = (who: Record<string, string>) =>
        body === undefined ? { method, headers: who } : sending(method, body, who);
      const foreign = await ask(`/own/decks/harbour-of-tarn${path}`, init(OTHER));
      const nowhere = await ask(`/own/decks/harbour-of-torn${path}`, init(AUTHOR));
      expect(foreign.status).toBe(404);
      const text = await foreign.text();
      expect(text).toContain(code);
      expect(text).toBe(await nowhere.text());
      const nobody = await ask(`/own/decks/harbour-of-tarn${path}`, init({}));
      expect((await problemOf(nobody)).code).toBe('no-learner-key');
    }
    await ask('/own/decks/harbour-of-tarn', { method: 'DELETE', headers: OTHER });
    expect(await storedKeys()).toEqual(keys);
    const others = await (await ask('/own/decks', { headers: OTHER })).json();
    expect(others).toEqual({ decks: [] });
    const theirs = await publish(await deckToPublish({ title: 'Theirs' }), OTHER);
    expect(v.parse(PublishedSchema, await theirs.json()).id).not.toBe(id);
    expect(await (await ask(`/decks/${id}`)).text()).toContain('The harbour');
  });
});

describe('a report', () => {
  it('reaches the author with question, answer and revision, and not who sent it', async () => {
    const { id, revision } = await published();
    const report = { ...REPORTED, revision };
    for (let times = 0; times < 2; times += 1)
      expect((await ask(`/decks/${id}/reports/${REPORT}`, sending('PUT', report, OTHER))).status).toBe(204);
    const response = await ask('/own/decks/harbour-of-tarn/reports', { headers: AUTHOR });
    const text = await response.text();
    const { reports } = v.parse(SHAPES.Reports, JSON.parse(text));
    expect(reports).toMatchObject([{ id: REPORT, report, decision: null }]);
    expect(text).not.toContain(await sha256(STRANGER));
  });

  it('is decided, once and for all or anew', async () => {
    const { id, revision } = await published();
    await ask(`/decks/${id}/reports/${REPORT}`, sending('PUT', { ...REPORTED, revision }, OTHER));
    for (const decision of [
      { decision: 'kept', revision: null },
      { decision: 'accepted', revision },
    ]) {
      const path = `/own/decks/harbour-of-tarn/reports/${REPORT}/decision`;
      expect((await ask(path, sending('PUT', decision, AUTHOR))).status).toBe(204);
      const response = await ask('/own/decks/harbour-of-tarn/reports', { headers: AUTHOR });
      expect(v.parse(SHAPES.Reports, await response.json()).reports[0]?.decision).toEqual(decision);
    }
  });

  it('is refused for a question that the deck does not ask, a deck that is not there or of the server’s own, and without a key', async () => {
    const { id, revision } = await published();
    const code = async (path: string, body: object, who: Record<string, string> = OTHER) =>
      (await problemOf(await ask(path, sending('PUT', body, who)))).code;
    const path = `/decks/${id}/reports/${REPORT}`;
    expect(await code(path, { ...REPORTED, revision, fact: 'boats' })).toBe('unknown-fact');
    expect(await code(path, { ...REPORTED, revision, question: 'gap' })).toBe('unknown-question');
    expect(await code(path, { ...REPORTED, revision, words: 'x'.repeat(301) })).toBe('invalid-body');
    expect(await code(path, { ...REPORTED, revision }, {})).toBe('no-learner-key');
    expect(await code(`/decks/${id}/reports/7`, { ...REPORTED, revision })).toBe('invalid-parameter');
    expect(await code(`/decks/harbour/reports/${REPORT}`, { ...REPORTED, revision })).toBe('no-reports');
    const away = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    expect(await code(`/decks/${away}/reports/${REPORT}`, { ...REPORTED, revision })).toBe('unknown-deck');
    expect((await storedKeys()).filter((key) => key.startsWith('report/'))).toEqual([]);
  });
});
