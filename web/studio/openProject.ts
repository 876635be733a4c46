import type { DeckEdit } from '../../questions/edit/edit.ts';
import type { Parsed } from '../../questions/deckSource.ts';
import type { Reason } from '../../questions/draft/finder.ts';
import type { DeckId } from '../../questions/ids.ts';
import type { Finding } from '../../questions/lint/finding.ts';
import type { Revision } from '../../questions/publish.ts';
import type { DeskNotice } from './desk.ts';

/** A deck that is being made, as it lies in this browser. */
export interface Project {
  /** A ULID. */
  readonly id: string;
  /** Its name among the author's decks: the folder's name. */
  readonly name: string;
  /** The deck file; drafts in it carry `draft: true`. */
  readonly yaml: string;
  readonly document: string;
  /** What was offered once, see `questions/draft/offered.ts`. */
  readonly offered: string;
  /** Why the drafter proposed a question, by `fact/question`. */
  readonly reasons: Readonly<Record<string, { readonly reason: Reason; readonly confidence: number }>>;
  readonly published?: { readonly id: DeckId; readonly revision: Revision; readonly publishedAtMs: number };
  readonly savedAtMs: number;
}

/** A project on the screen. What is done to it is kept in the browser before the next paint. */
export interface OpenProject {
  readonly project: Project;
  /** The deck file, parsed; its problems where it cannot be. */
  readonly parsed: Parsed;
  /** What the lint says, drafts included. */
  readonly findings: readonly Finding[];
  /** Whether the browser has kept the last change; `refused` where it has no room, or keeps nothing at all. */
  readonly keeping: 'kept' | 'waiting' | 'refused';
  /** What the author should know about that, shown by `KeptProject` in `keptProject.tsx`. */
  readonly notice: DeskNotice | null;
  readonly edit: (edits: readonly DeckEdit[]) => void;
  /** Replaces parts of the project that are no edits of the deck file. One step of undo, like an edit. */
  readonly replace: (parts: Partial<Omit<Project, 'id' | 'savedAtMs' | 'published'>>) => void;
  /** Remembers what was published. No step of undo. */
  readonly setPublished: (published: NonNullable<Project['published']>) => void;
  /** Takes the last change back; null where there is none in this tab. */
  readonly undo: (() => void) | null;
}

export type ProjectOpening =
  { readonly state: 'loading' } | { readonly state: 'missing' } | ({ readonly state: 'open' } & OpenProject);
