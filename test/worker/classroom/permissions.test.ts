import { env } from 'cloudflare:workers';
import { reset } from 'cloudflare:test';
import { afterAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import decks from '../../../.build/test-decks.json';
import { InvitationSchema, type Sitting } from '../../../questions/classroom/api.ts';
import type { MemberId } from '../../../questions/classroom/ids.ts';
import { createApp } from '../../../worker/app.ts';
import { classStore } from '../../../worker/classroom/classStore.ts';
import { sign } from '../../../worker/classroom/signing.ts';
import { ask, by, sending } from '../ask.ts';
import { payloadOf, tokenLike } from './someAttempt.ts';
import {
  countedIn,
  DAY_MS,
  keyNamed,
  nextId,
  sit,
  someClass,
  type Assigned,
  type SomeClass,
} from './someClass.ts';

const KEYS = {
  'the student': keyNamed('STEDENT'),
  'another student': keyNamed('ANOTHER'),
  'a student of another class': keyNamed('AWAY'),
  'the teacher': keyNamed('TEACHER'),
  'a teacher of another class': keyNamed('STRANGER'),
  'a removed student': keyNamed('REMOVED'),
  'a teacher by key alone, of no class': keyNamed('FRESH'),
} as const;
type Actor = keyof typeof KEYS;
const ACTORS = Object.keys(KEYS) as readonly Actor[];

/** Everything that a request of the matrix may name, in a class of its own. */
interface World {
  readonly history: SomeClass;
  readonly test: Assigned;
  readonly atOnce: Assigned;
  readonly retain: Assigned;
  readonly sitting: Sitting;
  readonly sittingAtOnce: Sitting;
  readonly student: MemberId;
  readonly other: MemberId;
  readonly removed: MemberId;
}

interface Case {
  /** Who is let in: whoever has a key, people of the class, its teachers, its students, or the one student whose attempt it is. */
  readonly lets: 'anybody' | 'keys' | 'class' | 'teachers' | 'students' | 'owner';
  readonly request: (world: World, key: string) => Asked | Promise<Asked>;
}

type Asked = readonly [path: string, method?: string, body?: unknown];

const inClass = ({ history }: World, rest = '') => `/classes/${history.of}${rest}`;
const attemptIn = ({ test, sitting }: World, rest = '') => `${test.path}/attempts/${sitting.attempt}${rest}`;
const attemptAtOnce = ({ atOnce, sittingAtOnce }: World, rest = '') =>
  `${atOnce.path}/attempts/${sittingAtOnce.attempt}${rest}`;
const handingIn = ({ sitting }: World) => ({ token: sitting.token, segment: nextId(), answers: [] });

/** Every endpoint of classes; one that is missing here fails the first test. */
const CASES: Readonly<Record<string, Case>> = {
  'GET /classes': { lets: 'keys', request: () => ['/classes'] },
  'POST /classes': {
    lets: 'keys',
    request: () => ['/classes', 'POST', { nonce: nextId(), name: 'Mine', teacher: 'Me' }],
  },
  'GET /classes/:class': { lets: 'class', request: (world) => [inClass(world)] },
  'DELETE /classes/:class': { lets: 'teachers', request: (world) => [inClass(world), 'DELETE'] },
  'PUT /classes/:class/acts/:act': {
    lets: 'teachers',
    request: (world) => [inClass(world, `/acts/${nextId()}`), 'PUT', { type: 'name', name: 'Taken' }],
  },
  'POST /classes/:class/codes': {
    lets: 'teachers',
    request: (world) => [inClass(world, '/codes'), 'POST', { act: nextId() }],
  },
  'POST /classes/:class/invitations': {
    lets: 'teachers',
    request: (world) => [inClass(world, '/invitations'), 'POST', {}],
  },
  'PUT /classes/:class/members/:member': {
    lets: 'teachers',
    request: (world) => [inClass(world, `/members/${world.removed}`), 'PUT', {}],
  },
  'DELETE /classes/:class/members/:member': {
    lets: 'teachers',
    // Of somebody else: a student may leave.
    request: (world, key) => [
      inClass(world, `/members/${key === KEYS['another student'] ? world.student : world.other}`),
      'DELETE',
    ],
  },
  'POST /joins': { lets: 'keys', request: () => ['/joins', 'POST', { code: 'ZZZZZZZZ', name: 'Me' }] },
  'POST /invitations/accepted': {
    lets: 'keys',
    request: () => ['/invitations/accepted', 'POST', { invitation: 'none', name: 'Me' }],
  },
  'POST /receipts': { lets: 'anybody', request: () => ['/receipts', 'POST', { receipt: 'none' }] },
  'GET /classes/:class/assignments/:assignment': { lets: 'students', request: ({ test }) => [test.path] },
  'POST /classes/:class/assignments/:assignment/attempts': {
    lets: 'students',
    request: ({ test }) => [`${test.path}/attempts`, 'POST', {}],
  },
  'GET /classes/:class/assignments/:assignment/attempts/:attempt': {
    lets: 'owner',
    request: (world) => [attemptIn(world)],
  },
  'PUT /classes/:class/assignments/:assignment/attempts/:attempt/segments/:segment': {
    lets: 'owner',
    request: (world) => [
      attemptIn(world, `/segments/${nextId()}`),
      'PUT',
      { token: world.sitting.token, answers: [] },
    ],
  },
  'POST /classes/:class/assignments/:assignment/attempts/:attempt/answers': {
    lets: 'owner',
    request: (world) => [
      attemptAtOnce(world, '/answers'),
      'POST',
      { token: world.sittingAtOnce.token, segment: nextId(), at: 0, answer: null, seconds: 1 },
    ],
  },
  'POST /classes/:class/assignments/:assignment/attempts/:attempt/submission': {
    lets: 'owner',
    request: (world) => [attemptIn(world, '/submission'), 'POST', handingIn(world)],
  },
  'GET /classes/:class/assignments/:assignment/attempts/:attempt/results': {
    lets: 'owner',
    request: async (world) => {
      await handIn(world);
      return [attemptIn(world, '/results')];
    },
  },
  'PUT /classes/:class/assignments/:assignment/attempts/:attempt/disputes/:at': {
    lets: 'owner',
    request: async (world) => {
      await handIn(world);
      return [attemptIn(world, '/disputes/0'), 'PUT', { words: 'No.' }];
    },
  },
  'PUT /classes/:class/assignments/:assignment/standing': {
    lets: 'students',
    request: ({ retain }) => [`${retain.path}/standing`, 'PUT', { facts: [], minutesADay: 4 }],
  },
  'GET /classes/:class/assignments/:assignment/gradebook': {
    lets: 'teachers',
    request: ({ test }) => [`${test.path}/gradebook`],
  },
  'POST /classes/:class/assignments/:assignment/trials': {
    lets: 'teachers',
    request: ({ test }) => [
      `${test.path}/trials`,
      'POST',
      { question: 'fleet-moved/where-to', how: { do: 'credit' } },
    ],
  },
  'GET /classes/:class/assignments/:assignment/paper': {
    lets: 'teachers',
    request: ({ test }) => [`${test.path}/paper?seed=A`],
  },
  'GET /classes/:class/assignments/:assignment/standings': {
    lets: 'teachers',
    request: ({ retain }) => [`${retain.path}/standings`],
  },
  'GET /classes/:class/decks/:deck': {
    lets: 'teachers',
    request: (world) => [inClass(world, '/decks/harbour')],
  },
};

const ENDPOINTS = createApp(decks)
  .routes.filter(({ method, path }) => method !== 'ALL' && /^\/api\/v1\/(classes|joins|inv|rec)/.test(path))
  .map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);

async function handIn(world: World): Promise<void> {
  const body = handingIn(world);
  await ask(attemptIn(world, '/submission'), sending('POST', body, by(KEYS['the student'])));
}

async function someWorld(): Promise<World> {
  const history = await someClass(KEYS['the teacher']);
  const away = await someClass(KEYS['a teacher of another class']);
  await away.join(KEYS['a student of another class']);
  const student = await history.join(KEYS['the student'], 'Ann');
  const other = await history.join(KEYS['another student'], 'Ben');
  const removed = await history.join(KEYS['a removed student'], 'Cid');
  const [test, atOnce, retain] = [
    await history.test(),
    await history.test({ feedback: 'at-once' }),
    await history.retain(),
  ];
  const sitting = await sit(test, KEYS['the student']);
  const sittingAtOnce = await sit(atOnce, KEYS['the student']);
  await classStore(env.PROGRESS).putGone(history.of, removed);
  return { history, test, atOnce, retain, sitting, sittingAtOnce, student, other, removed };
}

function mayDo(actor: Actor, { lets }: Case): boolean {
  if (lets === 'anybody' || lets === 'keys') return true;
  const isStudent = actor === 'the student' || actor === 'another student';
  if (lets === 'class') return isStudent || actor === 'the teacher';
  if (lets === 'teachers') return actor === 'the teacher';
  return lets === 'students' ? isStudent : actor === 'the student';
}

function send([path, method = 'GET', body]: Asked, headers: Record<string, string>): Promise<Response> {
  return ask(path, body === undefined ? { method, headers } : sending(method, body, headers));
}

/** All that a caller can tell of an answer but the moment: and what it cost, which is the time it takes. */
async function seen(asked: Asked, key: string) {
  let said = {};
  const cost = await countedIn(async () => {
    const response = await send(asked, by(key));
    said = { status: response.status, headers: [...response.headers], body: await response.text() };
  });
  return { ...said, cost };
}

/** The same request about what is nowhere: another class, or in the owner's case another attempt. */
function nowhere([path, ...rest]: Asked, isStudent: boolean): Asked {
  const gone = isStudent
    ? path.replace(/(attempts\/.{10})\w{16}/, '$1ZZZZZZZZZZZZZZZZ')
    : path.replace(/classes\/\w{26}/, `classes/${'Z'.repeat(26)}`);
  expect(gone).not.toBe(path);
  return [gone, ...rest];
}

afterAll(reset);

it('every endpoint of classes is in the matrix', () => {
  expect([...ENDPOINTS].sort()).toEqual(Object.keys(CASES).sort());
});

describe.each(Object.entries(CASES))('%s', (endpoint, cell) => {
  it('is refused without a key, and with a garbled one, before any call to the store', async () => {
    const made = await someWorld();
    const asked = await cell.request(made, '');
    for (const headers of [{}, { Authorization: 'Bearer none' }, { Authorization: 'Basic YTpi' }]) {
      let status = 0;
      const cost = await countedIn(async () => {
        status = (await send(asked, headers)).status;
      });
      if (cell.lets === 'anybody') expect(status).toBe(404);
      else expect([status, cost]).toEqual([401, { put: 0, list: 0, get: 0, delete: 0 }]);
    }
  });

  for (const actor of ACTORS) {
    if (mayDo(actor, cell)) {
      it(`lets ${actor} do it`, async () => {
        const made = await someWorld();
        const response = await send(await cell.request(made, KEYS[actor]), by(KEYS[actor]));
        const isUnknown = /joins|accepted|receipts/.test(endpoint);
        expect([response.status, response.status >= 400 ? await response.text() : '']).toEqual(
          isUnknown ? [404, expect.stringContaining('unknown-')] : [expect.toSatisfy(isFine), ''],
        );
      });
      continue;
    }
    it(`gives ${actor} the answer of what is nowhere, at the same cost`, async () => {
      const made = await someWorld();
      const asked = await cell.request(made, KEYS[actor]);
      const isStudent = actor === 'another student' && cell.lets === 'owner';
      const [own, none] = [
        await seen(asked, KEYS[actor]),
        await seen(nowhere(asked, isStudent), KEYS[actor]),
      ];
      expect(own).toMatchObject({ status: 404, cost: { put: 0, delete: 0 } });
      expect(own).toEqual(none);
      expect(JSON.stringify(own)).toContain(isStudent ? 'unknown-attempt' : 'unknown-class');
    });
  }
});

function isFine(status: number): boolean {
  return status === 200 || status === 204;
}

describe('a student', () => {
  it('may leave, and may not remove another', async () => {
    const { history, other } = await someWorld();
    const leave = (key: string) =>
      ask(`/classes/${history.of}/members/${other}`, sending('DELETE', {}, by(key)));
    expect((await leave(KEYS['the student'])).status).toBe(404);
    expect((await leave(KEYS['another student'])).status).toBe(204);
    expect((await leave(KEYS['another student'])).status).toBe(404);
  });
});

describe('a signed text', () => {
  type Change = (sitting: Sitting) => Promise<string> | string;
  const another = 'another secret, as long as one has to be, and unknown here';
  const altered = (token: string, at: number) =>
    token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
  const TOKENS: readonly (readonly [what: string, change: Change, code: string])[] = [
    ['that is none', () => 'none', 'unknown-attempt'],
    ['that is empty', () => '', 'unknown-attempt'],
    [
      'signed with another secret',
      ({ token }) => sign(another, 'attempt', payloadOf(token)),
      'unknown-attempt',
    ],
    [
      'signed for another purpose',
      ({ token }) => sign(env.SIGNING_SECRET, 'receipt', payloadOf(token)),
      'unknown-attempt',
    ],
    ['whose words were altered', ({ token }) => altered(token, 40), 'unknown-attempt'],
    ['whose signature was altered', ({ token }) => altered(token, token.indexOf('.') + 5), 'unknown-attempt'],
    ['without its signature', ({ token }) => token.slice(0, token.indexOf('.')), 'unknown-attempt'],
    [
      'of another attempt',
      (sitting) => tokenLike(sitting, { attempt: nextId() as never }),
      'unknown-attempt',
    ],
    [
      'of another assignment',
      (sitting) => tokenLike(sitting, { assignment: nextId() as never }),
      'unknown-attempt',
    ],
    [
      'of another class',
      (sitting) => tokenLike(sitting, { class: 'Z'.repeat(26) as never }),
      'unknown-attempt',
    ],
    [
      'of another student',
      (sitting) => tokenLike(sitting, { member: 'Z'.repeat(26) as never }),
      'unknown-attempt',
    ],
    ['that expired', (sitting) => tokenLike(sitting, { endsAtMs: Date.now() - 8 * DAY_MS }), 'attempt-over'],
  ];

  it.each(TOKENS)('%s lets nobody save, answer or hand in, and nothing is kept', async (_, change, code) => {
    const made = await someWorld();
    const { sitting, sittingAtOnce } = made;
    const key = by(KEYS['the student']);
    const token = await change(sitting);
    const requests: readonly Asked[] = [
      [attemptIn(made, `/segments/${nextId()}`), 'PUT', { token, answers: [] }],
      [attemptIn(made, '/submission'), 'POST', { token, segment: nextId(), answers: [] }],
      [
        attemptAtOnce(made, '/answers'),
        'POST',
        { token: await change(sittingAtOnce), segment: nextId(), at: 0, answer: null, seconds: 1 },
      ],
    ];
    for (const asked of requests) {
      let text = '';
      const cost = await countedIn(async () => {
        text = await (await send(asked, key)).text();
      });
      expect(text).toContain(`"${code}"`);
      expect(text).not.toContain('solution');
      expect(cost.put).toBe(0);
    }
  });

  it('invites a teacher only unaltered, in its time, and while who gave it is a teacher', async () => {
    const { history } = await someWorld();
    const invited = await ask(
      `/classes/${history.of}/invitations`,
      sending('POST', {}, by(KEYS['the teacher'])),
    );
    const { invitation } = v.parse(InvitationSchema, await invited.json());
    const payload = { class: history.of, by: await history.member(KEYS['the teacher']) };
    const accept = async (text: string) => {
      const body = sending('POST', { invitation: text, name: 'Me' }, by(KEYS['a removed student']));
      const response = await ask('/invitations/accepted', body);
      return response.ok
        ? 'accepted'
        : v.parse(v.looseObject({ code: v.string() }), await response.json()).code;
    };
    const signed = (other: object, purpose: 'invitation' | 'attempt' = 'invitation') =>
      sign(env.SIGNING_SECRET, purpose, { ...payload, expiresAtMs: Date.now() + DAY_MS, ...other });
    expect(await accept(altered(invitation, 30))).toBe('unknown-invitation');
    expect(
      await accept(await sign(another, 'invitation', { ...payload, expiresAtMs: Date.now() + DAY_MS })),
    ).toBe('unknown-invitation');
    expect(await accept(await signed({}, 'attempt'))).toBe('unknown-invitation');
    expect(await accept(await signed({ by: await history.member(KEYS['the student']) }))).toBe(
      'unknown-invitation',
    );
    expect(await accept(await signed({ class: 'Z'.repeat(26) }))).toBe('unknown-invitation');
    expect(await accept(await signed({ expiresAtMs: Date.now() - 1 }))).toBe('invitation-expired');
    expect(await accept(invitation)).toBe('accepted');
  });
});
