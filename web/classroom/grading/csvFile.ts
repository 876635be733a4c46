/** A file name from a title: letters, digits and hyphens, with the day (of a moment in ms since 1970, UTC). */
export function fileNameOf(title: string, what: 'marks' | 'answers', atMs: number): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const day = new Date(atMs).toISOString().slice(0, 10);
  return `${plain === '' ? 'test' : plain}-${what}-${day}.csv`;
}
