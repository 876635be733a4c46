import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deckNameOf } from '../deckName.ts';
import { formOfDeck } from './formOfDeck.ts';
import { draftDeck } from '../draft/draftDeck.ts';
import type { FoundFact } from '../draft/finder.ts';
import type { Tagger } from '../draft/tagger.ts';
import { newDeck } from '../edit/newDeck.ts';

/** What a draft needs: the document, already read, and where its deck goes. */
export interface DraftWish {
  readonly document: string;
  readonly title: string;
  readonly language: string;
  /** The folder's name; made of the title where it is absent. */
  readonly name?: string;
  /** The folder of all decks. */
  readonly decks: string;
  readonly tagger: Tagger;
  /** Asks a second drafter; it is off where this is absent. */
  readonly second?: (document: string, language: string) => Promise<readonly FoundFact[]>;
}

const FILES = { document: 'document.md', deck: 'deck.yaml', offered: 'offered.txt' } as const;

/** Makes a deck folder of a document, or adds to it what was not offered before. Gives the lines to say; throws, having written nothing, where it cannot. */
export async function draft(wish: DraftWish): Promise<readonly string[]> {
  const name = wish.name ?? deckNameOf(wish.title, []);
  const folder = join(wish.decks, name);
  const isNew = !existsSync(join(folder, FILES.deck));
  const before = isNew ? emptyDeck(wish) : existingDeck(folder, wish.document);
  const { language, problem } = formOfDeck(before.yaml);
  if (problem !== undefined) throw new Error(`${join(folder, FILES.deck)}:${problem}`);
  const also = (await wish.second?.(wish.document, language)) ?? [];
  const drafted = draftDeck(
    { ...before, document: wish.document, withGlossary: isNew, also },
    wish.tagger,
    () => undefined,
  );
  mkdirSync(folder, { recursive: true });
  if (isNew) write(folder, FILES.document, wish.document);
  if (drafted.yaml !== before.yaml) write(folder, FILES.deck, drafted.yaml);
  if (drafted.offered !== before.offered) write(folder, FILES.offered, drafted.offered);
  return said(folder, isNew, drafted.reasons);
}

function emptyDeck({ document, title, language }: DraftWish) {
  const documentSha256 = createHash('sha256').update(document).digest('hex');
  return { yaml: newDeck({ title, language, documentSha256 }), offered: '' };
}

function existingDeck(folder: string, document: string) {
  const path = join(folder, FILES.document);
  if (readFileSync(path, 'utf8') !== document)
    throw new Error(
      `${path} has another text than the file. Take another --name; or, where the document itself has changed, open the deck in the studio, which finds its passages again.`,
    );
  const offered = join(folder, FILES.offered);
  return {
    yaml: readFileSync(join(folder, FILES.deck), 'utf8'),
    offered: existsSync(offered) ? readFileSync(offered, 'utf8') : '',
  };
}

/** In one piece: who reads the folder meanwhile sees the file before or after. */
function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

function said(
  folder: string,
  isNew: boolean,
  reasons: Readonly<Record<string, { readonly reason: string }>>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reason } of Object.values(reasons)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const total = Object.keys(reasons).length;
  if (total === 0) return [`${folder}: nothing new to offer; no file was changed.`];
  const facts = new Set(Object.keys(reasons).map((ref) => ref.split('/')[0])).size;
  return [
    `${folder}: ${isNew ? 'made, with' : 'added'} ${total} drafts on ${facts} facts.`,
    ...[...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `  ${reason}: ${count}`),
    'Nothing of it is served yet. In deck.yaml take `draft: true` out of what you accept, and delete what you do not;',
    'or open the folder in the studio. Then: npm run questions check.',
  ];
}
