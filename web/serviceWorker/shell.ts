import { routeOf } from '../routes.ts';

/** The app itself, without decks, as the build made it. */
export interface Shell {
  /** Changes with the content of any file. */
  readonly version: string;
  /** The script that this version's page loads. */
  readonly entry: string;
  /** Paths of all files but the page: scripts, styles, icons, the manifest. */
  readonly files: readonly string[];
}

const PAGE = '/';
const PREFIX = 'steppe-shell-';

/** Fetches and keeps every file. Throws where one cannot be had or belongs to another version: then nothing changes. */
export async function keepShell(shell: Shell): Promise<void> {
  const cache = await caches.open(PREFIX + shell.version);
  const keepOne = async (path: string) => cache.put(path, await fetchFile(shell, path));
  await Promise.all([PAGE, ...shell.files].map(keepOne));
}

/** Deletes what earlier versions kept. Call it when none of their pages is open. */
export async function forgetOtherShells({ version }: Shell): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + version);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * The kept file that answers this request: the page for a navigation to a screen, a file of the shell by its path.
 * Null for everything else: API, other addresses, files that are not the shell's.
 */
export function shellPath(
  { files }: Shell,
  { method, mode }: Pick<Request, 'method' | 'mode'>,
  url: URL,
): string | null {
  if (method !== 'GET') return null;
  if (mode === 'navigate') return routeOf(url.pathname).screen === 'missing' ? null : PAGE;
  return url.search === '' && files.includes(url.pathname) ? url.pathname : null;
}

/** A file of the shell; from the network where the browser threw it away. */
export async function fromShell({ version }: Shell, path: string, request: Request): Promise<Response> {
  const cache = await caches.open(PREFIX + version);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

async function fetchFile({ entry }: Shell, path: string): Promise<Response> {
  // A file in /assets/ has its content's hash in its name: what the page fetched already may be used.
  const response = await fetch(path, { cache: path.startsWith('/assets/') ? 'default' : 'no-cache' });
  const type = response.headers.get('content-type') ?? '';
  // For a path that it does not have the server sends the page.
  const isPage = type.startsWith('text/html');
  if (response.status !== 200 || response.redirected || isPage !== (path === PAGE))
    throw new Error(`${path}: ${response.status} ${type}`);
  if (isPage && !(await response.clone().text()).includes(entry))
    throw new Error(`${path} is of another version`);
  return response;
}
