import { reset } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, by, LEARNER, problemOf, SEGMENT, sending, storedKeys } from './ask.ts';
import { answered, idOf } from './reviews.ts';

const LOG = `/log/harbour/${SEGMENT}`;
const ANSWERS = '/decks/harbour/answers';
const ASKED = { fact: 'fleet-moved', question: 'where-to', answer: 'Orvik' };
const me = by(LEARNER);
const AS_JSON = { 'Content-Type': 'application/json', ...me };

const put = (segment: unknown) => sending('PUT', segment, me);
const putOne = (changes: Record<string, unknown>) =>
  put({ v: 1, reviews: [answered(0), answered(1, changes)] });
const putText = (body: string, headers: Record<string, string> = AS_JSON): RequestInit => ({
  method: 'PUT',
  body,
  headers,
});
const post = (body: unknown) => sending('POST', body);
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
const resetOf = (fact: string) =>
  put({ v: 1, reviews: [{ id: idOf(1), answeredAtMs: 1, zone: 0, type: 'reset', fact }] });
const OWN = '/own/decks/tarn';
const DECK = { yaml: 'title: Tarn\n', document: 'Tarn.\n', offered: '', after: null };
const publish = (changes: Record<string, unknown> = {}) => put({ ...DECK, ...changes });
const ULID = '01J000000000000000000000RP';
const REPORTS = `/decks/tarn-0123456789abcdef/reports/${ULID}`;
const auth = (value: string) => ({ headers: { Authorization: value } });

/** A body of so many bytes that comes in pieces, without Content-Length. */
function streamed(bytes: number, method: string): RequestInit {
  const piece = new Uint8Array(8192).fill(32);
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(piece.slice(0, Math.min(left, piece.length)));
      left -= piece.length;
    },
  });
  return { method, body, headers: AS_JSON };
}

type Case = readonly [what: string, path: string, init: RequestInit, code: string, paths: readonly string[]];

/** Aliases that would unfold to some billions of items. */
const BOMB = Array.from({ length: 9 }, (_, at) => {
  const below = at === 0 ? 'x' : `*a${at - 1}`;
  return `k${at}: &a${at} [${Array(9).fill(below).join(', ')}]\n`;
}).join('');

const CASES: readonly Case[] = [
  // addresses
  ['a path that is not there', '/nowhere', {}, 'unknown-path', ['path']],
  ['a path below one', '/decks/harbour/key', {}, 'unknown-path', ['path']],
  ['an unknown deck', '/decks/atlantis', {}, 'unknown-deck', ['deck']],
  ['a deck named like a property', '/decks/constructor', {}, 'unknown-deck', ['deck']],
  ['a deck named __proto__', '/decks/__proto__/document', {}, 'unknown-deck', ['deck']],
  ['a deck that climbs', '/decks/..%2F..%2Fkey', {}, 'unknown-deck', ['deck']],
  ['a deck with a broken escape', '/decks/%E0%A4%A', {}, 'unknown-deck', ['deck']],
  ['an unknown deck to answer', '/decks/atlantis/answers', post(ASKED), 'unknown-deck', ['deck']],
  ['an unknown deck to append to', `/log/atlantis/${SEGMENT}`, putOne({}), 'unknown-deck', ['deck']],
  ['a segment id that is no ULID', '/log/harbour/7', { headers: me }, 'invalid-parameter', ['segment']],
  ['a segment id in lower case', LOG.toLowerCase(), putOne({}), 'invalid-parameter', ['segment']],
  [
    'a segment id that begins with 8',
    `/log/harbour/8${SEGMENT.slice(1)}`,
    putOne({}),
    'invalid-parameter',
    ['segment'],
  ],
  [
    'a segment id with a slash in it',
    '/log/harbour/01J0000000%2F0000000000000SEG',
    putOne({}),
    'invalid-parameter',
    ['segment'],
  ],
  ['a segment that is not there', LOG, { headers: me }, 'unknown-segment', ['segment']],
  ['a cursor with odd characters', '/log?cursor=a%00b', { headers: me }, 'invalid-parameter', ['cursor']],
  [
    'a cursor without end',
    `/log?cursor=${'x'.repeat(2000)}`,
    { headers: me },
    'invalid-parameter',
    ['cursor'],
  ],
  // methods
  ['DELETE of a segment', LOG, { method: 'DELETE', headers: me }, 'method-not-allowed', ['method']],
  ['POST of a deck', '/decks/harbour', post({}), 'method-not-allowed', ['method']],
  ['GET of the answers', ANSWERS, {}, 'method-not-allowed', ['method']],
  ['an odd method', '/decks', { method: 'PROPFIND' }, 'method-not-allowed', ['method']],
  // learner keys
  ['no learner key to list', '/log', {}, 'no-learner-key', ['authorization']],
  ['no learner key to read', LOG, {}, 'no-learner-key', ['authorization']],
  [
    'no learner key to append',
    LOG,
    sending('PUT', { v: 1, reviews: [answered(0)] }),
    'no-learner-key',
    ['authorization'],
  ],
  ['an empty learner key', '/log', auth('Bearer '), 'bad-learner-key', ['authorization']],
  ['another scheme', '/log', auth(`Basic ${LEARNER}`), 'bad-learner-key', ['authorization']],
  [
    'a learner key that is too short',
    '/log',
    auth(`Bearer ${LEARNER.slice(1)}`),
    'bad-learner-key',
    ['authorization'],
  ],
  [
    'a learner key in lower case',
    '/log',
    auth(`Bearer ${LEARNER.toLowerCase()}`),
    'bad-learner-key',
    ['authorization'],
  ],
  [
    'a learner key with letters that Crockford leaves out',
    '/log',
    auth(`Bearer ${LEARNER.replace('0', 'O')}`),
    'bad-learner-key',
    ['authorization'],
  ],
  [
    'two learner keys',
    '/log',
    auth(`Bearer ${LEARNER}, Bearer ${LEARNER}`),
    'bad-learner-key',
    ['authorization'],
  ],
  // content types and sizes
  ['a body without type', LOG, putText('{}', me), 'not-json', ['content-type']],
  [
    'a body of another type',
    LOG,
    putText('{}', { ...me, 'Content-Type': 'text/plain' }),
    'not-json',
    ['content-type'],
  ],
  [
    'a type that only begins like JSON',
    LOG,
    putText('{}', { ...me, 'Content-Type': 'application/json5' }),
    'not-json',
    ['content-type'],
  ],
  ['a form', ANSWERS, { method: 'POST', body: new URLSearchParams(ASKED) }, 'not-json', ['content-type']],
  [
    'a packed body',
    LOG,
    putText('{}', { ...AS_JSON, 'Content-Encoding': 'gzip' }),
    'not-json',
    ['content-encoding'],
  ],
  ['a segment of a megabyte', LOG, putText(`"${'x'.repeat(1_000_000)}"`), 'body-too-large', ['']],
  ['a segment of a megabyte in pieces', LOG, streamed(1_000_000, 'PUT'), 'body-too-large', ['']],
  ['a segment of a byte too many', LOG, putText(' '.repeat(65_537)), 'body-too-large', ['']],
  [
    'an answer of a megabyte',
    ANSWERS,
    post({ ...ASKED, answer: 'x'.repeat(1_000_000) }),
    'body-too-large',
    [''],
  ],
  ['an answer of a byte too many in pieces', ANSWERS, streamed(16_385, 'POST'), 'body-too-large', ['']],
  // JSON
  ['no body', LOG, { method: 'PUT', headers: AS_JSON }, 'bad-json', ['']],
  ['half a body', LOG, putText('{"v":1,'), 'bad-json', ['']],
  ['NaN', LOG, putText(`{"v":1,"reviews":[{"answeredAtMs":NaN}]}`), 'bad-json', ['']],
  [
    'a body that is no UTF-8',
    ANSWERS,
    { method: 'POST', body: new Uint8Array([0x22, 0xff, 0x22]), headers: AS_JSON },
    'bad-json',
    [''],
  ],
  [
    'sixteen thousand brackets',
    ANSWERS,
    { method: 'POST', body: '['.repeat(8000) + ']'.repeat(8000), headers: AS_JSON },
    'invalid-body',
    [Array(12).fill('0').join('.')],
  ],
  [
    'a deep answer',
    ANSWERS,
    post({ ...ASKED, answer: nested(20) }),
    'invalid-body',
    [`answer.${Array(11).fill('0').join('.')}`],
  ],
  ['__proto__', LOG, putText(`{"v":1,"reviews":[],"__proto__":{"x":1}}`), 'invalid-body', ['__proto__']],
  [
    '__proto__ inside',
    ANSWERS,
    {
      method: 'POST',
      body: '{"fact":"a","question":"b","answer":{"__proto__":1,"constructor":2}}',
      headers: AS_JSON,
    },
    'invalid-body',
    ['answer.__proto__', 'answer.constructor'],
  ],
  [
    'constructor',
    ANSWERS,
    post({ ...ASKED, constructor: 1, prototype: 1 }),
    'invalid-body',
    ['constructor', 'prototype'],
  ],
  [
    'a list without end',
    ANSWERS,
    post({ ...ASKED, answer: Array(101).fill('') }),
    'invalid-body',
    ['answer'],
  ],
  // answers
  ['an answer body that is a list', ANSWERS, post([]), 'invalid-body', ['fact', 'question', 'answer']],
  ['an answer body that is null', ANSWERS, post(null), 'invalid-body', ['']],
  ['an empty answer body', ANSWERS, post({}), 'invalid-body', ['fact', 'question', 'answer']],
  ['a field too many', ANSWERS, post({ ...ASKED, reveal: true }), 'invalid-body', ['reveal']],
  [
    'ids of other forms',
    ANSWERS,
    post({ fact: 'Fleet Moved', question: 7, answer: 'x' }),
    'invalid-body',
    ['fact', 'question'],
  ],
  [
    'an answer that is an object',
    ANSWERS,
    post({ ...ASKED, answer: { text: 'Orvik' } }),
    'invalid-body',
    ['answer'],
  ],
  ['an answer that is a number', ANSWERS, post({ ...ASKED, answer: 7 }), 'invalid-body', ['answer']],
  ['a long answer', ANSWERS, post({ ...ASKED, answer: 'x'.repeat(501) }), 'invalid-body', ['answer']],
  ['an unknown fact', ANSWERS, post({ ...ASKED, fact: 'atlantis' }), 'unknown-fact', ['fact']],
  [
    'an unknown question',
    ANSWERS,
    post({ ...ASKED, question: 'where-from' }),
    'unknown-question',
    ['question'],
  ],
  [
    'an option that is not offered',
    ANSWERS,
    post({ ...ASKED, answer: 'Atlantis' }),
    'malformed-answer',
    ['answer'],
  ],
  // segments
  ['a segment that is a list', LOG, put([]), 'invalid-body', ['v', 'reviews']],
  ['an empty segment', LOG, put({}), 'invalid-body', ['v', 'reviews']],
  ['a segment of another version', LOG, put({ v: 2, reviews: [answered(0)] }), 'invalid-body', ['v']],
  ['a segment without reviews', LOG, put({ v: 1, reviews: [] }), 'invalid-body', ['reviews']],
  ['a review of no type', LOG, putOne({ type: 'guess' }), 'invalid-body', ['reviews.1.type']],
  ['a review id that is no ULID', LOG, putOne({ id: 'x' }), 'invalid-body', ['reviews.1.id']],
  [
    'the same review twice',
    LOG,
    put({ v: 1, reviews: [answered(0), answered(0)] }),
    'invalid-body',
    ['reviews'],
  ],
  ['an unknown fact in the log', LOG, putOne({ fact: 'atlantis' }), 'foreign-fact', ['reviews.1.fact']],
  ['a fact named like a property', LOG, putOne({ fact: 'constructor' }), 'invalid-body', ['reviews.1.fact']],
  ['a fact named like a method', LOG, resetOf('tostring'), 'foreign-fact', ['reviews.0.fact']],
  [
    'a question of no id form',
    LOG,
    putOne({ question: 'Which Year' }),
    'invalid-body',
    ['reviews.1.question'],
  ],
  [
    'a time in the future',
    LOG,
    putOne({ answeredAtMs: Date.UTC(2999, 0) }),
    'time-in-future',
    ['reviews.1.answeredAtMs'],
  ],
  ['a time before 1970', LOG, putOne({ answeredAtMs: -1 }), 'invalid-body', ['reviews.1.answeredAtMs']],
  [
    'a time that JSON made infinite',
    LOG,
    putText(JSON.stringify({ v: 1, reviews: [answered(0, { answeredAtMs: 7 })] }).replace('7', '1e999')),
    'invalid-body',
    ['reviews.0.answeredAtMs', 'reviews.0.answeredAtMs'],
  ],
  [
    'a time that is a text',
    LOG,
    putOne({ answeredAtMs: '2024-05-01' }),
    'invalid-body',
    ['reviews.1.answeredAtMs'],
  ],
  ['a share over one', LOG, putOne({ share: 1.5 }), 'invalid-body', ['reviews.1.share']],
  ['a rating that FSRS does not know', LOG, putOne({ rating: 5 }), 'invalid-body', ['reviews.1.rating']],
  ['an outcome that is not logged', LOG, putOne({ outcome: 'again' }), 'invalid-body', ['reviews.1.outcome']],
  ['a review of a week', LOG, putOne({ tookMs: 604_800_000 }), 'invalid-body', ['reviews.1.tookMs']],
  [
    'several faults at once',
    LOG,
    putOne({ id: 'x', zone: 'CET', share: null, extra: 1 }),
    'invalid-body',
    ['reviews.1.id', 'reviews.1.zone', 'reviews.1.share', 'reviews.1.extra'],
  ],
  [
    'an unknown fact and a time in the future',
    LOG,
    putOne({ fact: 'atlantis', answeredAtMs: Date.UTC(2999, 0) }),
    'foreign-fact',
    ['reviews.1.fact', 'reviews.1.answeredAtMs'],
  ],
  // published decks
  ['a published deck that is not there', '/decks/tarn-0123456789abcdef', {}, 'unknown-deck', ['deck']],
  ['no learner key to publish', OWN, sending('PUT', DECK), 'no-learner-key', ['authorization']],
  ['a deck name with capitals', '/own/decks/Tarn', publish(), 'invalid-parameter', ['name']],
  ['a deck name that climbs', '/own/decks/..%2Fnow', publish(), 'invalid-parameter', ['name']],
  ['a deck name without end', `/own/decks/${'a'.repeat(48)}`, publish(), 'invalid-parameter', ['name']],
  ['POST of an own deck', OWN, sending('POST', DECK, me), 'method-not-allowed', ['method']],
  [
    'a deck in a form',
    OWN,
    putText('{}', { ...me, 'Content-Type': 'text/yaml' }),
    'not-json',
    ['content-type'],
  ],
  ['an empty deck body', OWN, put({}), 'invalid-body', ['yaml', 'document', 'offered', 'after']],
  ['a deck with a field too many', OWN, publish({ id: 'mine' }), 'invalid-body', ['id']],
  ['a deck that is no text', OWN, publish({ yaml: { title: 'Tarn' } }), 'invalid-body', ['yaml']],
  ['a revision that is none', OWN, publish({ after: 'latest' }), 'invalid-body', ['after']],
  ['half a character', OWN, publish({ document: 'Tarn \ud800.' }), 'invalid-body', ['document']],
  [
    'a million characters and one',
    OWN,
    publish({ document: 'x'.repeat(1_000_001) }),
    'invalid-body',
    ['document'],
  ],
  ['a deck of many megabytes in pieces', OWN, streamed(9_000_000, 'PUT'), 'body-too-large', ['']],
  ['YAML that is none', OWN, publish({ yaml: 'title: [' }), 'deck-has-errors', ['']],
  ['an alias bomb', OWN, publish({ yaml: BOMB }), 'deck-has-errors', ['']],
  [
    'a deck file named like a property',
    OWN,
    publish({ yaml: '__proto__: 1\n' }),
    'deck-has-errors',
    ['__proto__'],
  ],
  ['an own deck that is not there', OWN, { headers: me }, 'unknown-deck', ['name']],
  ['reports on a deck that is not there', `${OWN}/reports`, { headers: me }, 'unknown-deck', ['name']],
  ['a report on a deck that is not there', REPORTS, put({}), 'unknown-deck', ['deck']],
  ['a report on a deck of this server', `/decks/harbour/reports/${ULID}`, put({}), 'no-reports', ['deck']],
  [
    'a decision on no report',
    `${OWN}/reports/${ULID}/decision`,
    put({ decision: 'kept', revision: null }),
    'unknown-report',
    ['report'],
  ],
  [
    'a decision on a report of no id',
    `${OWN}/reports/7/decision`,
    put({ decision: 'kept', revision: null }),
    'invalid-parameter',
    ['report'],
  ],
  [
    'a decision that is none',
    `${OWN}/reports/${ULID}/decision`,
    put({ decision: 'maybe', revision: '' }),
    'invalid-body',
    ['decision', 'revision'],
  ],
];

/** More reviews than a segment takes, in fewer bytes than it takes. */
const MANY = Array.from({ length: 101 }, (_, at) => ({
  id: idOf(at),
  answeredAtMs: 1,
  zone: 0,
  type: 'reset',
}));

describe('bad input', () => {
  beforeAll(reset);
  afterAll(reset);

  it.each(CASES)('is refused, and the fault named: %s', async (_what, path, init, code, paths) => {
    const response = await ask(path, init);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const problem = await problemOf(response);
    expect([problem.code, problem.problems?.map((fault) => fault.path)]).toEqual([code, paths]);
    for (const { message } of problem.problems ?? []) expect(message).toMatch(/\S/);
  });

  it('is refused where a segment holds 101 reviews', async () => {
    const problem = await problemOf(await ask(LOG, put({ v: 1, reviews: MANY })));
    expect(problem).toMatchObject({ code: 'invalid-body', problems: [{ path: 'reviews' }] });
  });

  it('is never given back in the refusal', async () => {
    const long = 'gotcha'.repeat(5000);
    for (const init of [putOne({ zone: long }), putOne({ [long]: 1 }), put(long), putText(`{"x": ${long}`)]) {
      const text = await (await ask(LOG, init)).text();
      expect(text.length).toBeLessThan(1000);
    }
  });

  it('tells a garbled learner key from a missing one by the header that asks for it', async () => {
    for (const init of [{}, auth('Bearer x')]) {
      const response = await ask('/log', init);
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
  });

  it('leaves nothing in the store', async () => {
    for (const [, path, init] of CASES)
      if (!(init.body instanceof ReadableStream)) await (await ask(path, init)).body?.cancel();
    expect(await storedKeys()).toEqual([]);
  });
});
