import type { DeckFile } from '../../../questions/deck.ts';

/** What a name of the glossary names. */
export type GlossaryKind = DeckFile['glossary'][string]['kind'];

const KINDS = {
  person: true,
  place: true,
  organisation: true,
  term: true,
  work: true,
  date: true,
  quantity: true,
} satisfies Record<GlossaryKind, true>;

/** Every kind, what is named most first. */
export const GLOSSARY_KINDS: readonly string[] = Object.keys(KINDS);

/** A kind by its name; a term where there is none. */
export function glossaryKindNamed(name: string): GlossaryKind {
  return isKind(name) ? name : 'term';
}

/** Other forms as they are typed: separated by commas, each once, none longer than a line may be. */
export function aliasesIn(text: string): string[] {
  const forms = text.split(',').map((form) => form.trim());
  return [...new Set(forms.filter((form) => form !== '' && form.length <= 300))];
}

function isKind(name: string): name is GlossaryKind {
  return Object.hasOwn(KINDS, name);
}
