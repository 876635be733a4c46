import { deckFilesOf } from '../../questions/publishedId.ts';

/** What deck files need of the outside. */
export interface Outside {
  /** Asks the network. */
  readonly fetch: (path: string, cache: RequestCache) => Promise<Response>;
  /** What was kept under a name, in one piece. */
  readonly read: (name: string) => Promise<string | undefined>;
  readonly keep: (name: string, text: string) => Promise<void>;
  /** How long the network may take where there is a kept copy. */
  readonly patience: () => Promise<null>;
}

/** Answers for the files of the decks, for as long as the worker lives. */
export interface DeckFiles {
  /** The answer to a page's request, and the end of the work for it. Null where the path is none of a deck's files. */
  answer(
    path: string,
    client: string,
  ): { readonly response: Promise<Response>; readonly work: Promise<void> } | null;
  /** Fetches and keeps the files that belong to a path which a page read without this worker. */
  fetchAndKeep(path: string): Promise<void>;
}

/** The texts of files that belong together, by path. */
type Texts = Readonly<Record<string, string>>;
type Answers = Readonly<Record<string, Response>>;
type Fetched = { readonly texts: Texts } | { readonly texts: null; readonly answers: Answers };

const INDEX = '/decks/index.json';
const DECK_FILE =
  /^\/decks\/([a-z0-9-]{1,64})\.(?:json|txt)$|^\/api\/v1\/decks\/([a-z0-9-]{1,64})(?:\/document)?$/;

/**
 * Network first: the kept copy is used where the network fails, gives no good answer or takes too long.
 * A deck and its document are fetched, kept and given to a page as one: a passage is a place in the text, so that the
 * deck of one revision would mark wrong words in the document of another.
 */
export function deckFiles(outside: Outside): DeckFiles {
  /** Answers of which a page has asked for a part yet. */
  const begun = new Map<
    string,
    { readonly answers: Promise<Answers>; readonly left: Set<string>; readonly work: Promise<void> }
  >();

  const begin = (paths: readonly string[]) => {
    const fetched = fetchTogether(outside, paths);
    const work = fetched.then((result) => keepTogether(outside, paths, result));
    return { answers: answersOf(outside, paths, fetched), left: new Set(paths), work };
  };

  return {
    answer(path, client) {
      const paths = pathsWith(path);
      if (paths === null) return null;
      const name = `${client} ${nameOf(paths)}`;
      const known = begun.get(name);
      const part = known?.left.has(path) === true ? known : begin(paths);
      part.left.delete(path);
      if (part.left.size > 0) begun.set(name, part);
      else begun.delete(name);
      return { response: part.answers.then((answers) => answers[path] ?? Response.error()), work: part.work };
    },
    async fetchAndKeep(path) {
      const paths = pathsWith(path);
      if (paths !== null) await keepTogether(outside, paths, await fetchTogether(outside, paths));
    },
  };
}

/** All paths that belong together with this one; null where it is none of a deck's files. */
function pathsWith(path: string): readonly string[] | null {
  if (path === INDEX) return [INDEX];
  const [, built, published] = DECK_FILE.exec(path) ?? [];
  const paths = deckFilesOf(built ?? published ?? '');
  return paths.includes(path) ? paths : null;
}

function nameOf(paths: readonly string[]): string {
  return paths.join(' ');
}

async function answersOf(
  outside: Outside,
  paths: readonly string[],
  fetched: Promise<Fetched>,
): Promise<Answers> {
  const inTime = await Promise.race([fetched, outside.patience()]);
  if (inTime !== null && inTime.texts !== null) return asAnswers(inTime.texts);
  const kept = textsIn(await outside.read(nameOf(paths)), paths);
  if (kept !== null) return asAnswers(kept);
  const late = await fetched;
  return late.texts === null ? late.answers : asAnswers(late.texts);
}

/** The files from the network; where they do not fit together they are asked for once more, past every cache. */
async function fetchTogether(outside: Outside, paths: readonly string[]): Promise<Fetched> {
  try {
    for (const cache of ['no-cache', 'reload'] as const) {
      const responses = await Promise.all(paths.map((path) => outside.fetch(path, cache)));
      if (!responses.every(isGood)) return { texts: null, answers: byPath(paths, responses) };
      const bodies = await Promise.all(responses.map((response) => response.arrayBuffer()));
      const texts = byPath(
        paths,
        bodies.map((body) => new TextDecoder().decode(body)),
      );
      if (await areOneRevision(texts[paths[0] ?? ''], bodies[1])) return { texts };
    }
  } catch {
    // No network: the answer below says so to the page, as its own fetch would have.
  }
  return {
    texts: null,
    answers: byPath(
      paths,
      paths.map(() => Response.error()),
    ),
  };
}

/** What may be kept: no error, no redirect, no page in the place of data. */
function isGood(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return response.status === 200 && !response.redirected && /^(?:application\/json|text\/plain)\b/.test(type);
}

/** A deck names the SHA-256 of its document's bytes, see questions/cli/build.ts. The list of decks stands alone. */
async function areOneRevision(json: string | undefined, document: ArrayBuffer | undefined): Promise<boolean> {
  if (document === undefined) return true;
  const body: unknown = JSON.parse(json ?? '');
  const wanted = typeof body === 'object' && body !== null && 'documentSha256' in body && body.documentSha256;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', document));
  return wanted === Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One entry holds them all, so that no crash leaves a part of one revision with a part of another. */
async function keepTogether(outside: Outside, paths: readonly string[], { texts }: Fetched): Promise<void> {
  if (texts !== null) await outside.keep(nameOf(paths), JSON.stringify(texts));
}

function textsIn(entry: string | undefined, paths: readonly string[]): Texts | null {
  if (entry === undefined) return null;
  const kept = new Map<string, unknown>(Object.entries(JSON.parse(entry)));
  const texts = paths.map((path) => kept.get(path)).filter((text) => typeof text === 'string');
  return texts.length === paths.length ? byPath(paths, texts) : null;
}

function asAnswers(texts: Texts): Answers {
  const answers = Object.entries(texts).map(([path, text]) => {
    const type = /\.txt$|\/document$/.test(path) ? 'text/plain; charset=utf-8' : 'application/json';
    return new Response(text, { headers: { 'Content-Type': type } });
  });
  return byPath(Object.keys(texts), answers);
}

function byPath<T>(paths: readonly string[], values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value, at) => [paths[at] ?? '', value]));
}
