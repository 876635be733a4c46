import { STYLE_NAMES, type HostLook } from './messages.ts';

/** What a host page says of its style: anything. */
type Style = Readonly<Record<string, string>>;
type Name = (typeof STYLE_NAMES)[number];

/** The property of styles/tokens.css that a name stands for, where it is another. */
const PROPERTIES: Partial<Readonly<Record<Name, string>>> = { font: 'sans', 'reading-font': 'serif' };

const LENGTH = /^(?:0|\d{1,2}(?:\.\d{1,4})?(?:px|rem|em))$/;
/** Names of families, in quotes or not. */
const FAMILIES = /^[\p{L}\p{N}\s,'"_-]{1,200}$/u;
const COLOUR = /^[\w\s#(),.%/+-]{1,200}$/;
/** Whatever fetches or reads something else is none of these. */
const COLOUR_FUNCTION = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)$/i;

/** They would take a value from elsewhere. */
const WIDE = /^(?:inherit|initial|unset|revert|revert-layer)$/i;

/** The custom properties that a host page's style sets here. A value that is not what its name promises is left out. */
export function propertiesOf(
  style: Style,
  supports: (property: string, value: string) => boolean,
): ReadonlyMap<string, string> {
  const good = STYLE_NAMES.flatMap((name): (readonly [string, string])[] => {
    const value = style[name]?.trim() ?? '';
    return isGood(name, value, supports) ? [[`--${PROPERTIES[name] ?? name}`, value]] : [];
  });
  return new Map(good);
}

/** The side of the colours; with `auto` the reader's own choice. */
export function applyTheme(theme: HostLook['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** Sets what a host page styles, and takes away what it styles no longer. */
export function applyLook({ style, theme }: { readonly style: Style } & Pick<HostLook, 'theme'>): void {
  applyTheme(theme);
  const { style: target, dataset } = document.documentElement;
  const properties = propertiesOf(style, (property, value) => CSS.supports(property, value));
  if (properties.size > 0) dataset['styled'] = '';
  else delete dataset['styled'];
  for (const name of STYLE_NAMES) {
    const property = `--${PROPERTIES[name] ?? name}`;
    const value = properties.get(property);
    if (value === undefined) target.removeProperty(property);
    else target.setProperty(property, value);
  }
}

function isGood(name: Name, value: string, supports: (property: string, value: string) => boolean): boolean {
  if (WIDE.test(value)) return false;
  if (name === 'radius' || name === 'gap') return LENGTH.test(value);
  if (name === 'font' || name === 'reading-font')
    return FAMILIES.test(value) && supports('font-family', value);
  return isColour(value) && supports('color', value);
}

function isColour(value: string): boolean {
  // Its length first: the search for functions takes the square of it.
  if (!COLOUR.test(value)) return false;
  return [...value.matchAll(/([\w-]*)\(/g)].every(([, called = '']) => COLOUR_FUNCTION.test(called));
}
