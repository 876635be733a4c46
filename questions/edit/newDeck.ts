import { Document } from 'yaml';
import type { DeckFile } from '../deck.ts';

const HEAD = ` A deck of questions on document.md. Every fact quotes the words that prove it.
 A question with \`draft: true\` is served to nobody: take the line out to accept it, or the question out to reject it.
 \`npm run questions check\` says what is wrong or doubtful, with its line.`;

/** The file of a deck that has no facts yet. */
export function newDeck({
  title,
  language,
  documentSha256,
}: Pick<DeckFile, 'title' | 'language' | 'documentSha256'>): string {
  const tree = new Document({ title, language, access: 'open', documentSha256, facts: {} });
  tree.commentBefore = HEAD;
  return tree.toString({ lineWidth: 0 });
}
