import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Browsers stop at 512 elements within one another, and so do we. */
const DEPTH_MAX = 512;
const ELEMENTS_MAX = 500_000;

/** The tree of an HTML page. No script is run, nothing is loaded. Undefined where it is nested so deep or so often that no person wrote it. */
export function htmlTree(html: string): HtmlParent | undefined {
  let depth = 0;
  let elements = 0;
  try {
    return parse(html, {
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth += 1;
          elements += 1;
          if (depth > DEPTH_MAX || elements > ELEMENTS_MAX) throw new Tangled();
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
  } catch (error) {
    if (error instanceof Tangled) return undefined;
    throw error;
  }
}

class Tangled extends Error {}

/** Whether a node is an element; of one of these names, where any are given. */
export function isElement(node: HtmlNode, names?: ReadonlySet<string>): node is HtmlElement {
  return 'tagName' in node && (names === undefined || names.has(node.tagName));
}

/** An attribute's value; undefined where the element has none. */
export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

/** The elements that fit, in their order; those within one of them are left out. */
export function findElements(
  { childNodes }: HtmlParent,
  fits: (element: HtmlElement) => boolean,
): readonly HtmlElement[] {
  return childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return fits(node) ? [node] : findElements(node, fits);
  });
}
