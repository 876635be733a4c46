import { WAITING_MAX, type FromHost } from '../messages.ts';
import { KEY, newKey } from './key.ts';

/** Where the host page's storage takes nothing, its quizzes share a key as long as the page lives. */
let keyOfPage: string | null = null;
/** The names of the entries that belong to frames of this page. */
const living = new Set<string>();

type Opened = Pick<Extract<FromHost, { type: 'setup' }>, 'key' | 'keeps' | 'waiting'>;

/** What one frame keeps in the host page's own storage, which no browser parts or blocks. */
export class HostStorage {
  readonly #keyName: string;
  readonly #prefix: string;
  readonly #own: string;
  #handedOn: readonly (readonly [name: string, value: string])[] = [];

  constructor(base: string) {
    this.#keyName = `steppe key ${base}`;
    this.#prefix = `steppe waiting ${base} `;
    this.#own = this.#prefix + newKey();
  }

  /**
   * What a frame has to know when it begins; what earlier frames could not send is handed to it. Until the signal, `onKey` is called
   * when another tab changes the key. After it, what waits of the frame is there for the next one.
   */
  open(onKey: (key: string | null) => void, signal: AbortSignal): Opened {
    signal.addEventListener('abort', () => living.delete(this.#own));
    addEventListener(
      'storage',
      ({ key: name, newValue }) => {
        if (name === this.#keyName && (newValue === null || KEY.test(newValue))) onKey(newValue);
      },
      { signal },
    );
    const keeps = takes(this.#prefix);
    // No more than the frame can give back.
    let room = WAITING_MAX;
    this.#handedOn = this.#entries()
      .filter((name) => !living.has(name))
      .map((name) => [name, read(name) ?? ''] as const)
      .filter(([, value]) => (room -= value.length) >= 0);
    living.add(this.#own);
    return { key: this.#key(), keeps, waiting: this.#handedOn.map(([, value]) => value) };
  }

  /** Keeps this key and gives it: without one the key that is kept, or else a new one. */
  useKey(key = this.#key() ?? newKey()): string {
    keyOfPage = key;
    write(this.#keyName, key);
    return key;
  }

  /** Keeps what waits of the frame, null when nothing does. It has what was handed on to it by then. */
  keepWaiting(value: string | null): void {
    if (value === null) remove(this.#own);
    else if (!write(this.#own, value)) return;
    // One that has grown meanwhile belongs to a frame of another tab.
    for (const [name, handed] of this.#handedOn)
      if (name !== this.#own && read(name) === handed) remove(name);
    this.#handedOn = [];
  }

  /** Removes the key and all that waits of any frame. */
  forget(): null {
    remove(this.#keyName);
    this.#entries().forEach(remove);
    return (keyOfPage = null);
  }

  #entries(): readonly string[] {
    return (allowed(() => Object.keys(localStorage)) ?? []).filter((name) => name.startsWith(this.#prefix));
  }

  #key(): string | null {
    const kept = read(this.#keyName);
    return kept !== null && KEY.test(kept) ? kept : keyOfPage;
  }
}

/** Whether there is room for a key and some answers. */
function takes(name: string): boolean {
  const taken = write(name, ' '.repeat(1000));
  remove(name);
  return taken;
}

function read(name: string): string | null {
  return allowed(() => localStorage.getItem(name));
}

function write(name: string, value: string): boolean {
  return allowed(() => localStorage.setItem(name, value)) !== null;
}

function remove(name: string): void {
  allowed(() => localStorage.removeItem(name));
}

/** The very name `localStorage` throws where a browser refuses it; null then. */
function allowed<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
