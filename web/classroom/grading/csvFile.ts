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

/** Gives a text to the browser to be kept as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Only once the browser has taken it: a revoked address gives an empty file in some of them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
