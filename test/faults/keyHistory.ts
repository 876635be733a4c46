/** The longest that any location may stay behind a write, in ms. */
export const STALE_MS = 60_000;

/** What UTF-8 cannot hold. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** A value with its metadata, as one operation left it. Never changed afterwards. */
export class Stored {
  /** As JSON gives it back, or null. */
  readonly metadata: unknown;
  #text: string | undefined;
  #bytes: Uint8Array<ArrayBuffer> | undefined;

  constructor(value: string | Uint8Array<ArrayBuffer>, metadata: unknown) {
    if (typeof value === 'string') this.#text = value.replace(LONE_SURROGATE, '\ufffd');
    else this.#bytes = value;
    this.metadata = metadata;
  }

  /** The value as text, as `get(key, 'text')` gives it. */
  get value(): string {
    this.#text ??= new TextDecoder().decode(this.#bytes);
    return this.#text;
  }

  /** The value in bytes (UTF-8, where it was put as text). */
  get bytes(): Uint8Array<ArrayBuffer> {
    this.#bytes ??= new TextEncoder().encode(this.#text);
    return this.#bytes;
  }
}

/** When one location sees an operation, in ms: by reading the key, and by listing. */
export interface Sight {
  readonly getAtMs: number;
  readonly listAtMs: number;
}

/** What one operation left of a key: a value, or nothing (deleted, or never there). */
export interface Version {
  readonly stored: Stored | undefined;
  readonly writtenAtMs: number;
  /** By location; a location that is missing sees it at once. */
  readonly sights: readonly Sight[];
  /** When the next operation came. */
  outdatedAtMs: number;
}

/**
 * One key as each location sees it. A location shows the latest operation that has become visible there, or an earlier
 * reading that it keeps. Both ways end `STALE_MS` after the write that made the shown version outdated, so nothing is ever
 * staler than that: a sight is less than `STALE_MS` after its write, a kept reading is checked when it is served, and a
 * listing of an earlier moment always has every operation that is `STALE_MS` old.
 */
export class KeyHistory {
  /** Oldest first, never empty. */
  readonly #versions: Version[] = [
    { stored: undefined, writtenAtMs: -Infinity, sights: [], outdatedAtMs: Infinity },
  ];
  /** What each location has read and keeps, "not found" too. */
  readonly #kept: (Version | undefined)[] = [];

  /** When the latest operation came, -Infinity before the first. */
  get writtenAtMs(): number {
    return this.#latest.writtenAtMs;
  }

  /** One operation: a value, or a delete (undefined). */
  write(stored: Stored | undefined, nowMs: number, sights: readonly Sight[]): void {
    this.#latest.outdatedAtMs = nowMs;
    this.#versions.push({ stored, writtenAtMs: nowMs, sights, outdatedAtMs: Infinity });
    this.#forget(nowMs);
  }

  /** What a location keeps and may still serve, which may be older than what it showed since. */
  keptAt(location: number, nowMs: number): Version | undefined {
    const kept = this.#kept[location];
    return kept !== undefined && nowMs < kept.outdatedAtMs + STALE_MS ? kept : undefined;
  }

  /** Makes a location keep a version that it has read. */
  keep(location: number, version: Version): void {
    this.#kept[location] = version;
  }

  /** What a reading that goes past the kept one finds. */
  readAt(location: number, nowMs: number): Version {
    return this.#latestWhere(({ sights }) => (sights[location]?.getAtMs ?? -Infinity) <= nowMs);
  }

  /** What a listing shows that was made at a moment at or before now. */
  listedAt(location: number, momentMs: number, nowMs: number): Version {
    return this.#latestWhere(
      ({ sights, writtenAtMs }) =>
        (sights[location]?.listAtMs ?? writtenAtMs) <= momentMs || writtenAtMs + STALE_MS <= nowMs,
    );
  }

  /** True when the key was deleted (or never written) and no location can show it any longer. */
  isGone(nowMs: number): boolean {
    return this.#latest.stored === undefined && this.#latest.writtenAtMs + STALE_MS <= nowMs;
  }

  get #latest(): Version {
    return this.#versions.at(-1) ?? impossible();
  }

  #latestWhere(isVisible: (version: Version) => boolean): Version {
    return this.#versions.findLast(isVisible) ?? impossible();
  }

  /** Drops what no location may show any longer. */
  #forget(nowMs: number): void {
    while (this.#versions[0] !== undefined && this.#versions[0].outdatedAtMs + STALE_MS <= nowMs)
      this.#versions.shift();
  }
}

function impossible(): never {
  throw new Error('Inconsistent: a key has no version that can be seen');
}
