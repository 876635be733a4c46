import { VERSION } from './messages.ts';

/** What the page around a frame asks for, in the fragment of the frame's address. */
export interface FrameWish {
  /** The loader is there and will connect. */
  readonly hosted: boolean;
  /** Only facts with one of these tags; all when empty. */
  readonly tags: readonly string[];
  /** How many questions, 1 to 50. */
  readonly count: number;
  /** Spaced practice, or each fact of a fixed set asked once. */
  readonly mode: 'practice' | 'once';
  /** The side of the colours; `auto` follows the page or the system. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** The host page marks the passages in itself. */
  readonly highlight: boolean;
  /** What WordPress knows its frame by; null elsewhere. */
  readonly secret: string | null;
}

const COUNT = 5;
const COUNT_MAX = 50;
const TAGS_MAX = 20;
const TAG = /^[a-z0-9-]{1,64}$/;
const SECRET = /^[A-Za-z0-9]{1,64}$/;

/** The wish in a fragment, with or without its # and the ? that WordPress writes. What is odd falls back; nothing throws. */
export function wishOf(fragment: string): FrameWish {
  const query = new URLSearchParams(fragment.replace(/^#?\??/, ''));
  const secret = query.get('secret');
  return {
    hosted: query.get('v') === String(VERSION),
    tags: tagsIn(query.get('tags') ?? ''),
    count: countIn(query.get('count') ?? ''),
    mode: query.get('mode') === 'once' ? 'once' : 'practice',
    theme: themeIn(query.get('theme')),
    highlight: query.get('highlight') === 'page',
    secret: secret !== null && SECRET.test(secret) ? secret : null,
  };
}

function tagsIn(text: string): readonly string[] {
  const tags = text.split(/[\s,]+/).filter((tag) => TAG.test(tag));
  return [...new Set(tags)].slice(0, TAGS_MAX);
}

function countIn(text: string): number {
  return /^\d{1,4}$/.test(text) ? Math.min(Math.max(Number(text), 1), COUNT_MAX) : COUNT;
}

function themeIn(text: string | null): FrameWish['theme'] {
  return text === 'light' || text === 'dark' ? text : 'auto';
}
