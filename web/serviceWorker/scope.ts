// What the service worker uses of its global scope. The compiler's own library for it cannot stand beside the page's.

/** An event that may keep the worker alive until a promise ends. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page. Where nobody calls `respondWith` it goes to the network as if there were no worker. */
export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  /** The page that asks; empty for a navigation. */
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

/** What a page said to the worker. */
export interface SaidEvent extends LastingEvent {
  readonly data: unknown;
}

interface Events {
  readonly install: LastingEvent;
  readonly activate: LastingEvent;
  readonly fetch: RequestEvent;
  readonly message: SaidEvent;
}

/** The global scope of a service worker. */
export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  addEventListener<N extends keyof Events>(name: N, listener: (event: Events[N]) => void): void;
}
