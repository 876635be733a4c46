import * as v from 'valibot';
import type { DeckKey } from '../questions/compile.ts';
import { giveFeedback, type Feedback } from '../questions/feedback.ts';
import type { DeckId } from '../questions/ids.ts';
import type { GivenAnswer, OpenDeck } from './deckClient.ts';
import { DeckKeySchema, FeedbackSchema } from './keySchema.ts';
import { fetchBody, loaded, notLoaded, parsed, type Loaded } from './loaded.ts';

const keys = new WeakMap<OpenDeck, Loaded<DeckKey>>();

/** The key of an open deck, parsed once. */
export function keyOf(open: OpenDeck): Loaded<DeckKey> {
  const known = keys.get(open) ?? parsed(v.safeParse(DeckKeySchema, open.key));
  keys.set(open, known);
  return known;
}

/** Grades an answer: here where the deck brought its key, else on the server. */
export async function grade(open: OpenDeck, given: GivenAnswer): Promise<Loaded<Feedback>> {
  return open.deck.access === 'open' ? gradeHere(open, given) : gradeOnServer(open.deck.id, given);
}

/** Makes grading ready ahead of the first answer, so that it does not wait for it. */
export function warmGrading(open: OpenDeck): void {
  if (open.deck.access === 'open') keyOf(open);
}

function gradeHere(open: OpenDeck, given: GivenAnswer): Loaded<Feedback> {
  const key = keyOf(open);
  if (!key.ok) return key;
  const feedback = giveFeedback(open.deck, key.value, open.document, given);
  return feedback === undefined ? notLoaded('missing', `${given.fact}/${given.question}`) : loaded(feedback);
}

async function gradeOnServer(deck: DeckId, given: GivenAnswer): Promise<Loaded<Feedback>> {
  const body = await fetchBody(`/api/v1/decks/${deck}/answers`, 'json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  });
  return body.ok ? parsed(v.safeParse(FeedbackSchema, body.value)) : body;
}
