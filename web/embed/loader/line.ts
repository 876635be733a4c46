import { VERSION, type Connect, type FromFrame, type FromHost } from '../messages.ts';
import { HostStorage } from './hostStorage.ts';
import { followLook, lookOf } from './look.ts';
import { readFromFrame } from './read.ts';

/** What `embed-highlight.js` gives. */
type Highlight = typeof import('./highlight.ts');

/** The lines of this page: what is kept is kept for all of them. */
const lines = new Set<Line>();

/** The line between an element and its frame: a port, which is made anew at every load of the frame. */
export class Line {
  readonly #element: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  readonly #base: string;
  readonly #onHeard: () => void;
  readonly #kept: HostStorage;
  #port: MessagePort | undefined;
  #ending: AbortController | undefined;
  #highlight: Promise<Highlight | undefined> | undefined;
  #look = '';

  /** Calls `onHeard` whenever the frame shows that it is there. */
  constructor(element: HTMLElement, frame: HTMLIFrameElement, base: string, onHeard: () => void) {
    this.#element = element;
    this.#frame = frame;
    this.#base = base;
    this.#onHeard = onHeard;
    this.#kept = new HostStorage(base);
  }

  /** Gives the frame that has just been loaded its end of a new port, if it is ours, and tells it where it is. */
  connect(): void {
    this.close();
    lines.add(this);
    const { signal } = (this.#ending = new AbortController());
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readFromFrame(data);
      if (message !== null) this.#hear(message);
    });
    port1.start();
    const hello: Connect = { steppe: 'connect', version: VERSION };
    this.#frame.contentWindow?.postMessage(hello, this.#base, [port2]);
    const look = lookOf(this.#element);
    this.#look = JSON.stringify(look);
    this.#say({ type: 'setup', ...this.#kept.open((key) => this.tellKey(key), signal), ...look });
    followLook(this.#element, () => this.restyle(), signal);
  }

  /** Tells the frame how the host page looks now, if that has changed. */
  restyle(): void {
    const look = lookOf(this.#element);
    const known = this.#look;
    this.#look = JSON.stringify(look);
    if (known !== this.#look) this.#say({ type: 'style', ...look });
  }

  /** Tells the frame which learner key holds on this page now. */
  tellKey(key: string | null): void {
    this.#say({ type: 'key', key });
  }

  /** Ends the line; what the frame gave to be kept stays for the next one. */
  close(): void {
    lines.delete(this);
    this.#port?.close();
    this.#port = undefined;
    this.#ending?.abort();
    void this.#highlight?.then((loaded) => loaded?.hidePassage(this.#element));
  }

  #say(message: FromHost): void {
    this.#port?.postMessage(message);
  }

  #hear(message: FromFrame): void {
    this.#onHeard();
    switch (message.type) {
      case 'height':
        this.#frame.style.height = `${message.px}px`;
        return;
      case 'want-key':
        return tellAll(this.#kept.useKey());
      case 'use-key':
        return tellAll(this.#kept.useKey(message.key));
      case 'forget':
        return tellAll(this.#kept.forget());
      case 'waiting':
        return this.#kept.keepWaiting(message.value);
      case 'show':
      case 'hide':
        return void this.#mark(message);
      case 'ready':
      case 'answer':
      case 'complete': {
        const { type, ...detail } = message;
        // The place that was held for the first question is not needed any more, or there is none.
        if (type === 'answer' || ('questions' in detail && detail.questions === 0))
          this.#frame.style.minHeight = '0';
        this.#element.dispatchEvent(
          new CustomEvent(`steppe-${type}`, { bubbles: true, composed: true, detail }),
        );
      }
    }
  }

  async #mark(message: Extract<FromFrame, { type: 'show' | 'hide' }>): Promise<void> {
    if (this.#element.getAttribute('highlight') !== 'page') return;
    const loaded = await (this.#highlight ??= fetchHighlight(this.#base));
    if (message.type === 'hide') loaded?.hidePassage(this.#element);
    else
      this.#say({ type: 'shown', found: loaded?.showPassage(this.#element, message, message.go) ?? false });
  }
}

/** From where this script came. Where it cannot be had, the browser says why in its console. */
function fetchHighlight(base: string): Promise<Highlight | undefined> {
  const loading: Promise<Highlight> = import(/* @vite-ignore */ `${base}/embed-highlight.js`);
  return loading.catch(() => undefined);
}

function tellAll(key: string | null): void {
  for (const line of lines) line.tellKey(key);
}
