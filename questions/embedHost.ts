import * as v from 'valibot';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** No browser holds a frame's ancestor against a number, save for this machine's own. */
const NAME = `(?:${LABEL}\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const HOST = new RegExp(
  `^(?:https://(?:\\*\\.)?${NAME}|http://(?:localhost|127\\.0\\.0\\.1))(?::([1-9]\\d{0,4}))?$`,
);
const PORT_MAX = 65_535;

/**
 * A site whose pages may show a deck: an origin, or all names below one (`https://*.example.edu`, without example.edu). It goes
 * into `frame-ancestors` as it is, so it is held to less than CSP takes (https://www.w3.org/TR/CSP3/#grammardef-host-source):
 * https, or http on this machine; small letters; no path.
 */
export const EmbedHostSchema = v.pipe(
  v.string(),
  v.maxLength(270),
  v.regex(
    HOST,
    'is no site such as https://course.example.org or https://*.example.edu, in small letters, without a path',
  ),
  v.check((host) => Number(HOST.exec(host)?.[1] ?? 0) <= PORT_MAX, `has a port above ${PORT_MAX}`),
);

/** Names below which anybody may have a site: registries' and the best-known hosts'. */
const ANYBODYS =
  /^https:\/\/\*\.(?:(?!(?:edu|gov|mil)$)[^.:]+|(?:co|com|net|ne|org|or)\.[a-z]{2}|(?:github|gitlab)\.io|(?:blogspot|wordpress)\.com|(?:netlify|vercel|web)\.app|(?:pages|workers)\.dev)(?::\d+)?$/;

/** Whether anybody can have a page at such a place, so that it keeps nobody out. */
export function isAnybodys(host: string): boolean {
  return ANYBODYS.test(host);
}

/** Whether every page that the second host names is one of the first host's. */
export function covers(wide: string, host: string): boolean {
  const [outer, inner] = [partsOf(wide), partsOf(host)];
  if (outer.scheme !== inner.scheme || outer.port !== inner.port) return false;
  return outer.name.startsWith('*.') ? inner.name.endsWith(outer.name.slice(1)) : outer.name === inner.name;
}

function partsOf(host: string): { readonly scheme: string; readonly name: string; readonly port: string } {
  const [scheme = '', rest = ''] = host.split('://');
  const [name = '', port = scheme === 'https' ? '443' : '80'] = rest.split(':');
  return { scheme, name, port };
}
