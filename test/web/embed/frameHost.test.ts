import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { meetHost, type Said } from '../../../web/embed/frameHost.ts';

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CONNECT = { steppe: 'connect', version: 1 };
const SETUP = {
  type: 'setup',
  key: KEY,
  keeps: true,
  waiting: ['a'],
  style: { accent: 'red' },
  theme: 'dark',
};

type Listener = (event: MessageEvent<unknown>) => void;

/** A frame's window, its parent, and a way to say things to it. */
class Around {
  readonly parent = { name: 'the page around' };
  readonly #listeners = new Set<Listener>();

  addEventListener(_type: 'message', listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  say(data: unknown, source: unknown, ports: readonly MessagePort[]): void {
    const event = Object.assign(new Event('message'), { data, source, ports }) as MessageEvent<unknown>;
    [...this.#listeners].forEach((listener) => listener(event));
  }

  /** Connects as the loader does, and gives the way to say more on the loader's end. */
  connect(data: unknown = CONNECT, source: unknown = this.parent): (said: unknown) => void {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    this.say(data, source, [port2]);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
    return (said) => port1.postMessage(said);
  }
}

const open: MessagePort[] = [];
const soon = () => new Promise((resolve) => setImmediate(resolve));
let frame: Around;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  frame = new Around();
});

afterEach(() => {
  vi.useRealTimers();
  open.splice(0).forEach((port) => port.close());
});

/** Whether the frame is met by what `act` does; it has given up by then where not. */
async function isMet(act: () => void): Promise<boolean> {
  const meeting = meetHost(frame);
  act();
  for (let turn = 0; turn < 5; turn += 1) await soon();
  vi.advanceTimersByTime(9000);
  return (await meeting) !== null;
}

test('a loader that connects and says its setup is the host', async () => {
  const meeting = meetHost(frame);
  frame.connect()(SETUP);
  expect((await meeting)?.setup).toEqual(SETUP);
});

test.each<[string, () => void]>([
  ['nobody comes', () => undefined],
  ['a loader never says its setup', () => frame.connect()],
  ['another window connects', () => frame.connect(CONNECT, { name: 'an advertisement' })(SETUP)],
  ['the frame’s own page connects', () => frame.connect(CONNECT, frame)(SETUP)],
  ['the version is another', () => frame.connect({ ...CONNECT, version: 2 })(SETUP)],
  ['the message has more in it', () => frame.connect({ ...CONNECT, key: KEY })(SETUP)],
  ['the message is no object', () => frame.connect('connect')(SETUP)],
  ['there is no port', () => frame.say(CONNECT, frame.parent, [])],
  [
    'there are two ports',
    () => {
      const [one, two] = [new MessageChannel(), new MessageChannel()];
      open.push(one.port1, two.port1, one.port2, two.port2);
      frame.say(CONNECT, frame.parent, [one.port2, two.port2]);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
      one.port1.postMessage(SETUP);
    },
  ],
  ['the key is none', () => frame.connect()({ ...SETUP, key: '<script>' })],
  ['what waits is too long', () => frame.connect()({ ...SETUP, waiting: ['x'.repeat(65_537)] })],
  ['too much waits', () => frame.connect()({ ...SETUP, waiting: ['x'.repeat(65_537)] })],
  ['the style is none', () => frame.connect()({ ...SETUP, style: { accent: { a: 1 } } })],
  ['something else comes first', () => frame.connect()({ type: 'key', key: KEY })],
])('where %s, the frame goes on without a host', async (_, act) => {
  expect(await isMet(act)).toBe(false);
});

test('after the first port no other is heard, not even of the same page', async () => {
  const meeting = meetHost(frame);
  const first = frame.connect();
  frame.connect()({ ...SETUP, key: null });
  await soon();
  first(SETUP);
  expect((await meeting)?.setup.key).toBe(KEY);
});

test('a loader that comes too late is not heard any more', async () => {
  const meeting = meetHost(frame);
  const late = frame.connect();
  const closed = new Promise((resolve) => open[0]?.addEventListener('close', resolve));
  vi.advanceTimersByTime(9000);
  late(SETUP);
  expect(await meeting).toBeNull();
  await closed;
});

test('what a host says is heard in order; a second setup and what makes no sense are not', async () => {
  const meeting = meetHost(frame);
  const says = frame.connect();
  says(SETUP);
  const host = await meeting;
  const heard: Said[] = [];
  host?.follow((said) => heard.push(said));
  says({ type: 'shown', found: true });
  says({ ...SETUP, key: null });
  says({ type: 'shown', found: 'yes' });
  says({ type: 'erase' });
  says(null);
  says({ type: 'key', key: KEY });
  await vi.waitFor(() => expect(heard.at(-1)?.type).toBe('key'));
  expect(heard).toEqual([
    { type: 'shown', found: true },
    { type: 'key', key: KEY },
  ]);
});
