import * as v from 'valibot';
import type { FactId, QuestionId } from '../questions/ids.ts';
import type { Answer } from '../questions/kind.ts';
import { deckFilesOf } from '../questions/publishedId.ts';
import { DeckBodySchema, DeckIndexSchema, type DeckSummary, type StudyDeck } from './deckSchema.ts';
import { fetchBody, loaded, parsed, type Loaded } from './loaded.ts';

/** A deck that can be studied: an open one brings its key, a sealed one is graded by the server. */
export interface OpenDeck {
  readonly deck: StudyDeck;
  /** Not parsed yet, see grading.ts; undefined in a sealed deck. */
  readonly key: unknown;
  readonly document: string;
}

/** One answer to one form of a fact. */
export interface GivenAnswer {
  readonly fact: FactId;
  readonly question: QuestionId;
  readonly answer: Answer;
}

const decks = new Map<string, Promise<Loaded<OpenDeck>>>();
let index: Promise<Loaded<readonly DeckSummary[]>> | null = null;

/** The decks of this server; read once a page load, again after a failure. */
export async function loadDecks(): Promise<Loaded<readonly DeckSummary[]>> {
  index ??= readIndex();
  const result = await index;
  if (!result.ok) index = null;
  return result;
}

/** A deck with its document; read once a page load, again after a failure. */
export async function loadDeck(id: string): Promise<Loaded<OpenDeck>> {
  const reading = decks.get(id) ?? readDeck(id);
  decks.set(id, reading);
  const result = await reading;
  if (!result.ok) decks.delete(id);
  return result;
}

async function readIndex(): Promise<Loaded<readonly DeckSummary[]>> {
  const body = await fetchBody('/decks/index.json', 'json');
  if (!body.ok) return body;
  const result = parsed(v.safeParse(DeckIndexSchema, body.value));
  return result.ok ? loaded(result.value.decks) : result;
}

async function readDeck(id: string): Promise<Loaded<OpenDeck>> {
  const [deckFile, documentFile] = deckFilesOf(id);
  const [body, text] = await Promise.all([fetchBody(deckFile, 'json'), fetchBody(documentFile, 'text')]);
  if (!body.ok) return body;
  if (!text.ok) return text;
  const result = parsed(v.safeParse(DeckBodySchema, body.value));
  const document = parsed(v.safeParse(v.string(), text.value));
  if (!result.ok) return result;
  if (!document.ok) return document;
  const { deck, key } = result.value;
  return loaded({ deck, key: deck.access === 'open' ? key : undefined, document: document.value });
}
