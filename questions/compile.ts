import type { DeckFile, Fact, Note, Question } from './deck.ts';
import type { Glossary } from './glossary.ts';
import type { Asked } from './kind.ts';
import { viewOf, type View } from './kinds.ts';
import { findPassage, type Place } from './passage.ts';
import type { Standing } from './standing.ts';
import { paragraphNumber, paragraphsOf } from './document.ts';
import { crossCues } from './cue.ts';

/** One form of a fact as it may travel before the answer. */
export interface PublicQuestion {
  readonly id: string;
  readonly view: View;
  readonly hint: string;
}

export interface PublicFact {
  readonly id: string;
  readonly tags: readonly string[];
  /** When the document said it in other words (ms since 1970): a memory from before is due at once. */
  readonly rewordedAtMs?: number;
  readonly questions: readonly PublicQuestion[];
}

/** What anybody may read of a deck. */
export interface PublicDeck {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly asOf?: string;
  readonly access: 'open' | 'sealed';
  /** The only sites whose pages may show it; any may where this is absent. */
  readonly embed?: { readonly hosts: readonly string[] };
  /** SHA-256 of the deck file and its document. */
  readonly revision: string;
  readonly facts: readonly PublicFact[];
  /** Pairs of `fact/question` that give one another away: never in one session. None in a sealed deck, where the lint refuses them. */
  readonly apart: readonly (readonly [string, string])[];
  /** Facts no longer asked; memory goes on in `replacedBy`, if there is one. `goneAtMs`: since when the document says them no more. */
  readonly retired: readonly {
    readonly id: string;
    readonly replacedBy?: string;
    readonly goneAtMs?: number;
  }[];
}

export interface KeyedFact {
  readonly statement: string;
  readonly standing: Standing;
  readonly by?: string;
  readonly note?: Note;
  readonly place: Place;
  readonly questions: Readonly<Record<string, Question>>;
}

/** What grades a deck's answers. It leaves the Worker only for an open deck. */
export interface DeckKey {
  readonly glossary: Glossary;
  readonly facts: Readonly<Record<string, KeyedFact>>;
}

export interface CompiledDeck {
  readonly deck: PublicDeck;
  readonly key: DeckKey;
  readonly document: string;
  /** SHA-256 of the document's bytes: nobody takes a deck for that of another document. */
  readonly documentSha256: string;
}

/** The id of the question that is made for every fact. */
export const EVIDENCE = 'evidence';

/**
 * Makes a linted deck file ready to be served. Drafts are left out.
 * Throws where a passage is not in the document exactly once: the lint has to run before.
 */
export function compile(id: string, revision: string, file: DeckFile, document: string): CompiledDeck {
  const key: DeckKey = {
    glossary: file.glossary,
    facts: Object.fromEntries(
      Object.entries(file.facts).map(([factId, fact]) => [factId, keyed(factId, fact, document)]),
    ),
  };
  const access = { sealed: file.access === 'sealed', document, language: file.language };
  const facts = Object.entries(file.facts).map(([factId, fact]) => publicFact(factId, fact, key, access));
  const deck: PublicDeck = {
    id,
    title: file.title,
    language: file.language,
    ...(file.asOf === undefined ? {} : { asOf: file.asOf }),
    access: file.access,
    ...(file.embed === undefined ? {} : { embed: { hosts: file.embed.hosts } }),
    revision,
    facts: facts.filter(({ questions }) => questions.length > 0),
    apart: file.access === 'sealed' ? [] : crossCues(file),
    retired: file.retired.map((one) => ({
      id: one.id,
      ...(one.replacedBy === undefined ? {} : { replacedBy: one.replacedBy }),
      ...(one.gone === undefined ? {} : { goneAtMs: Date.parse(one.gone) }),
    })),
  };
  return { deck, key, document, documentSha256: file.documentSha256 };
}

/** What a question of this fact may know of its surroundings. */
export function askedOf(
  factId: string,
  key: DeckKey,
  access: { readonly sealed: boolean; readonly document: string; readonly language: string },
): Asked {
  const fact = key.facts[factId];
  if (fact === undefined) throw new Error(`Inconsistent: no key for the fact ${factId}`);
  return {
    factId,
    statement: fact.statement,
    standing: fact.standing,
    prompts: Object.values(fact.questions).flatMap(pointedPrompt),
    place: fact.place,
    rivals: Object.values(fact.questions).flatMap((question) =>
      'distractors' in question ? question.distractors.map(({ text }) => text) : [],
    ),
    glossary: key.glossary,
    sealed: access.sealed,
    document: access.document,
    language: access.language,
  };
}

/** The prompt of a question that one sentence can answer. */
function pointedPrompt(question: Question): readonly string[] {
  const isPointed = ['choice', 'short', 'number', 'list'].includes(question.kind);
  return isPointed && 'prompt' in question ? [question.prompt] : [];
}

function keyed(factId: string, fact: Fact, document: string): KeyedFact {
  const found = findPassage(document, fact.passage);
  if (found.found !== 'once')
    throw new Error(`Inconsistent: the passage of ${factId} is not in the document once`);
  const authored = Object.entries(fact.questions).filter(([, question]) => question.draft !== true);
  return {
    statement: fact.statement,
    standing: fact.standing,
    ...(fact.by === undefined ? {} : { by: fact.by }),
    ...(fact.note === undefined ? {} : { note: fact.note }),
    place: found.place,
    questions: Object.fromEntries([...authored, [EVIDENCE, { kind: 'evidence' }]]),
  };
}

function publicFact(
  id: string,
  fact: Fact,
  key: DeckKey,
  access: { readonly sealed: boolean; readonly document: string; readonly language: string },
): PublicFact {
  const asked = askedOf(id, key, access);
  const questions = Object.entries(key.facts[id]?.questions ?? {}).flatMap(([questionId, question]) => {
    const view = viewOf(question, asked);
    return view === undefined ? [] : [{ id: questionId, view, hint: hintOf(question, asked) }];
  });
  const { tags, reworded } = fact;
  return { id, tags, ...(reworded === undefined ? {} : { rewordedAtMs: Date.parse(reworded) }), questions };
}

/** The author's hint, or where to look. */
function hintOf(question: Question, { document, place }: Asked): string {
  if (question.kind !== 'evidence' && question.hint !== undefined) return question.hint;
  const paragraphs = paragraphsOf(document);
  const number = paragraphNumber(paragraphs, place);
  return `It stands in paragraph ${number} of ${paragraphs.length}.`;
}
