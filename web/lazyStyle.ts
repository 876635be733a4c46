const loading = new Map<string, Promise<void>>();

/**
 * Adds a stylesheet that only some screens need, once a page; ends when it is there. One that cannot be had is left out:
 * the screen is plain then, and works. `href` comes from an import with `?url`, as scripts here bring no styles by themselves.
 */
export function lazyStyle(href: string): Promise<void> {
  const known = loading.get(href) ?? addSheet(href);
  loading.set(href, known);
  return known;
}

function addSheet(href: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = href;
  return new Promise((resolve) => {
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => {
      sheet.remove();
      loading.delete(href);
      resolve();
    });
    document.head.append(sheet);
  });
}
