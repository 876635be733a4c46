import { isMap, isScalar, parseDocument, Scalar, visit } from 'yaml';

const ORDER = [
  'title',
  'language',
  'asOf',
  'access',
  'documentSha256',
  'embed',
  'glossary',
  'faults',
  'retired',
  'facts',
];
/** Always quoted: in an unquoted text ` #` begins a comment. */
const QUOTED: ReadonlySet<string> = new Set(['exact', 'prefix', 'suffix']);

/** A deck file in its usual layout: keys at the head in their order, two spaces a step, long texts on one line, passages quoted; comments stay. */
export function formatDeck(yaml: string): string {
  const tree = parseDocument(yaml);
  if (tree.errors.length > 0) throw new Error(`Inconsistent: a deck file with faults has no layout`);
  if (isMap(tree.contents)) {
    const rank = (key: unknown) => {
      const at = ORDER.indexOf(isScalar(key) ? String(key.value) : '');
      return at < 0 ? ORDER.length : at;
    };
    tree.contents.items.sort((a, b) => rank(a.key) - rank(b.key));
  }
  visit(tree, {
    Pair(_key, { key, value }) {
      if (isScalar(key) && QUOTED.has(String(key.value)) && isScalar(value) && value.type === 'PLAIN')
        value.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return tree.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: true });
}
