import * as v from 'valibot';
import { FactSchema, type Fact, type Note, type Passage } from '../../../../questions/deck.ts';
import { STANDINGS, type Standing } from '../../../../questions/standing.ts';
import { problemsIn, type FieldProblems } from './questionFields.ts';

/** What a note says: nothing in particular, or why it is needed. */
export const NOTE_KINDS = {
  plain: 'Note',
  since: 'Since then',
  disputed: 'Other sources',
  translation: 'In translation',
  source: 'About the text',
} as const;
export type NoteKind = keyof typeof NOTE_KINDS;

/** A fact as it stands in the editor's fields. */
export interface FactFields {
  readonly statement: string;
  readonly standing: Standing;
  readonly by: string;
  readonly passage: Passage;
  readonly noteKind: NoteKind;
  readonly note: string;
  /** Separated by spaces or commas. */
  readonly tags: string;
}

/** The fields of a fact. */
export function factFieldsOf(fact: Omit<Fact, 'questions'>): FactFields {
  const { statement, standing, by = '', passage, note, tags } = fact;
  return { statement, standing, by, passage, ...noteFields(note), tags: tags.join(' ') };
}

const FactAlone = v.omit(FactSchema, ['questions']);

/** The fact that fields make, or what is wrong with them. */
export function factIn(
  fields: FactFields,
  allow: readonly string[],
):
  | { readonly ok: true; readonly fact: Omit<Fact, 'questions'> }
  | { readonly ok: false; readonly problems: FieldProblems } {
  const { standing, passage } = fields;
  const by = fields.by.trim();
  const made = v.safeParse(FactAlone, {
    statement: fields.statement.trim(),
    standing,
    ...(by === '' || standing === 'stated' ? {} : { by }),
    passage,
    ...noteIn(fields),
    tags: fields.tags.split(/[\s,]+/).filter(Boolean),
    allow,
  });
  return made.success ? { ok: true, fact: made.output } : { ok: false, problems: problemsIn(made.issues) };
}

/** A standing by its name; what the text states where there is no such standing. */
export function standingNamed(name: string): Standing {
  return STANDINGS.find((standing) => standing === name) ?? 'stated';
}

/** A kind of note by its name. */
export function noteKindNamed(name: string): NoteKind {
  return isNoteKind(name) ? name : 'plain';
}

function isNoteKind(name: string): name is NoteKind {
  return Object.hasOwn(NOTE_KINDS, name);
}

function noteFields(note: Note | undefined): Pick<FactFields, 'noteKind' | 'note'> {
  if (note === undefined) return { noteKind: 'plain', note: '' };
  if (typeof note === 'string') return { noteKind: 'plain', note };
  const [[kind, text] = ['plain', '']] = Object.entries(note);
  return { noteKind: noteKindNamed(kind), note: text };
}

function noteIn({ noteKind, note }: FactFields): { readonly note?: unknown } {
  const text = note.trim();
  if (text === '') return {};
  return { note: noteKind === 'plain' ? text : { [noteKind]: text } };
}
