import { markdownBlocks } from './reading/htmlBlocks.ts';
import { lineOf } from './reading/htmlInline.ts';
import { attribute, findElements, htmlTree, type HtmlElement, type HtmlParent } from './reading/htmlTree.ts';

/** A page as Markdown, and its title; empty where it has none. */
export interface HtmlRead {
  readonly document: string;
  readonly title: string;
}

/**
 * The readable text of an HTML page as Markdown: headings, paragraphs, lists, tables, quotes and code; links and emphasis are
 * their text. Not what is hidden, no forms, no ways about the site. No script is run. Undefined where the page is nested as no
 * person nests it.
 */
export function readHtml(html: string): HtmlRead | undefined {
  const tree = htmlTree(html);
  if (tree === undefined) return undefined;
  const content = contentOf(tree);
  const document = markdownBlocks(content.childNodes).join('\n\n');
  return { document: document === '' ? '' : `${document}\n`, title: titleOf(tree, content) };
}

/** What the page says is its text: its `main`, else its only article, else all of it but the header of the site. */
function contentOf(tree: HtmlParent): HtmlParent {
  const mains = findElements(
    tree,
    (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  );
  if (mains.length === 1 && mains[0] !== undefined) return mains[0];
  const articles = findElements(tree, named('article'));
  if (articles.length === 1 && articles[0] !== undefined) return articles[0];
  const [body] = findElements(tree, named('body'));
  return body ?? tree;
}

/** Its first heading of the first rank; else what stands in the browser's tab. */
function titleOf(tree: HtmlParent, content: HtmlParent): string {
  const titles = [...findElements(content, named('h1')), ...findElements(tree, named('title'))].map(lineOf);
  return titles.find((title) => title !== '') ?? '';
}

function named(name: string): (element: HtmlElement) => boolean {
  return ({ tagName }) => tagName === name;
}
