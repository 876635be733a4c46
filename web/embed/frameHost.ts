import * as v from 'valibot';
import { LearnerKeySchema } from '../keyFormat.ts';
import { VERSION, WAITING_MAX, type FromFrame } from './messages.ts';

/** What the values are is checked where they are used. */
const LookEntries = {
  style: v.record(v.string(), v.string()),
  theme: v.picklist(['auto', 'light', 'dark']),
};

const SetupSchema = v.object({
  type: v.literal('setup'),
  key: v.nullable(LearnerKeySchema),
  keeps: v.boolean(),
  waiting: v.array(v.pipe(v.string(), v.maxLength(WAITING_MAX))),
  ...LookEntries,
});

/** What a host page says on the port. What does not fit is not heard. */
const FromHostSchema = v.variant('type', [
  SetupSchema,
  v.object({ type: v.literal('key'), key: v.nullable(LearnerKeySchema) }),
  v.object({ type: v.literal('style'), ...LookEntries }),
  v.object({ type: v.literal('shown'), found: v.boolean() }),
]);

const ConnectSchema = v.strictObject({ steppe: v.literal('connect'), version: v.literal(VERSION) });

/** What a host page says after `setup`. */
export type Said = Exclude<v.InferOutput<typeof FromHostSchema>, Setup>;
/** The first thing that a host page says. */
export type Setup = v.InferOutput<typeof SetupSchema>;

/** The page around the frame, once its loader has connected. */
export interface Host {
  /** With the key that holds now. */
  readonly setup: Setup;
  readonly say: (message: FromFrame) => void;
  /** Calls the listener with everything that is said from now on; gives the way to stop. */
  readonly follow: (listener: (said: Said) => void) => () => void;
}

/** How long (ms) a frame waits for its loader in all: as long as a page may be busy with itself. */
const PATIENCE_MS = 8000;

/** What is needed of the frame's own window. */
interface FrameWindow {
  readonly parent: unknown;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Waits for the loader of the page around this frame: for one `Connect` from the parent window and for its `setup`. The first port
 * is the only one; nothing that comes to the window afterwards is heard. Null when it takes too long: whoever comes later
 * is not heard either.
 */
export function meetHost(frame: FrameWindow): Promise<Host | null> {
  return new Promise((resolve) => {
    let port: MessagePort | undefined;
    const hear = ({ source, data, ports }: MessageEvent<unknown>) => {
      if (source !== frame.parent || frame.parent === frame) return;
      if (ports.length !== 1 || !v.is(ConnectSchema, data)) return;
      frame.removeEventListener('message', hear);
      [port] = ports;
      if (port !== undefined) listen(port, meet);
    };
    const meet = (host: Host) => {
      clearTimeout(timer);
      resolve(host);
    };
    const timer = setTimeout(() => {
      frame.removeEventListener('message', hear);
      port?.close();
      resolve(null);
    }, PATIENCE_MS);
    frame.addEventListener('message', hear);
  });
}

/** Hears `setup`, once and first, and then gives the host. */
function listen(port: MessagePort, meet: (host: Host) => void): void {
  const listeners = new Set<(said: Said) => void>();
  let host: (Host & { setup: Setup }) | undefined;
  const follow: Host['follow'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(FromHostSchema, data);
    if (!parsed.success) return;
    const said = parsed.output;
    if (said.type === 'setup') {
      if (host !== undefined) return;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
      host = { setup: said, say: (message) => port.postMessage(message), follow };
      meet(host);
    } else if (host !== undefined) {
      if (said.type === 'key') host.setup = { ...host.setup, key: said.key };
      listeners.forEach((listener) => listener(said));
    }
  });
  port.start();
}
