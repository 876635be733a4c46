/**
 * What the loader in a host page and the quiz's frame say to each other. The loader begins: after each load of the frame it posts
 * `Connect` to the frame's window, for our origin alone, with one end of a new `MessageChannel`. Everything else goes over
 * that channel. Both sides parse what they hear, and ignore what they do not know.
 */
export const VERSION = 1;
/** What one frame may give to be kept, and what is handed to one, in characters. */
export const WAITING_MAX = 65_536;

/** The only message to a window; brings the port and nothing that anybody must not know. */
export interface Connect {
  readonly steppe: 'connect';
  readonly version: typeof VERSION;
}

/** What the host page may style, by the name of its custom property without `--steppe-`. */
export const STYLE_NAMES = [
  'paper',
  'sheet',
  'ink',
  'quiet',
  'line',
  'accent',
  'on-accent',
  'wrong',
  'marker',
  'radius',
  'gap',
  'font',
  'reading-font',
] as const;
/** Values as the host page's style sheet gives them; a name that it does not set is not there. */
export type HostStyle = Partial<Readonly<Record<(typeof STYLE_NAMES)[number], string>>>;

/** How the host page wants the quiz to look. */
export interface HostLook {
  readonly style: HostStyle;
  /** The side that the page is on; `auto` leaves it to the reader's own choice. */
  readonly theme: 'light' | 'dark' | 'auto';
}

/** A passage as it is found again in another text (W3C TextQuoteSelector). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What the loader says on the port. */
export type FromHost =
  | ({
      /** Always the first. */
      readonly type: 'setup';
      /** The learner key kept in the host page's storage; null when there is none yet. */
      readonly key: string | null;
      /** Whether the host page's storage takes anything. */
      readonly keeps: boolean;
      /** What earlier frames gave to be kept and nobody has sent since: see `waiting` below. */
      readonly waiting: readonly string[];
    } & HostLook)
  /** The key has changed, here or in another tab, or is forgotten (null); also the answer to `want-key`. */
  | { readonly type: 'key'; readonly key: string | null }
  | ({ readonly type: 'style' } & HostLook)
  /** Whether the passage of the last `show` is in the host page. */
  | { readonly type: 'shown'; readonly found: boolean };

/** How the answers of one sitting were. Each answered question counts in one of the four. */
export interface Counts {
  readonly right: number;
  readonly close: number;
  readonly partial: number;
  readonly wrong: number;
}

/** What the frame says on the port. */
export type FromFrame =
  | { readonly type: 'height'; readonly px: number }
  /** The first question (or the word that there is none) is on the screen. */
  | { readonly type: 'ready'; readonly deck: string; readonly title: string; readonly questions: number }
  | {
      readonly type: 'answer';
      readonly deck: string;
      readonly fact: string;
      readonly question: string;
      readonly outcome: keyof Counts;
      /** How many have been answered in this sitting, this one included, and of how many. */
      readonly answered: number;
      readonly of: number;
    }
  | ({ readonly type: 'complete'; readonly deck: string; readonly answered: number } & Counts)
  /** Asks for the learner key: the one that is kept, or a new one that is kept from then on. */
  | { readonly type: 'want-key' }
  /** The learner has a key already: it is to be kept in the place of the other. */
  | { readonly type: 'use-key'; readonly key: string }
  /** The learner key is forgotten, and with it all that frames gave to be kept. */
  | { readonly type: 'forget' }
  /** Answers that the server does not have yet, or may not list yet, as text that only a frame reads; null when there are none. Replaces the last one of this frame. */
  | { readonly type: 'waiting'; readonly value: string | null }
  /** With `highlight="page"`: mark this passage in the host page; `go` scrolls to it as well. Never of a sealed deck. */
  | ({ readonly type: 'show'; readonly go: boolean } & Quote)
  /** Takes the mark away, and scrolls back to the quiz if the page was scrolled by `show`. */
  | { readonly type: 'hide' };
