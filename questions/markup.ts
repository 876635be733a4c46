const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML or XML: between tags, or in an attribute's quotes. Characters that XML cannot carry at all are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** An opening tag; every value is escaped, and null leaves its attribute out. The names are the caller's own words. */
export function openingTag(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === null ? [] : [` ${attribute}="${escaped(String(value))}"`],
  );
  return `<${name}${written.join('')}>`;
}
