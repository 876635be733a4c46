import type { CompiledDeck } from '../../questions/compile.ts';
import type { LearnerId } from '../../questions/ids.ts';
import { isPublishedId, nameIn } from '../../questions/publishedId.ts';
import { refuseAt } from '../problem.ts';
import { publishedId } from './publishedId.ts';

/** A teacher reads the keys of what is assigned: of a sealed published deck these are its author's alone. Refuses with 404. */
export async function refuseOthersKeys(learner: LearnerId, { deck }: CompiledDeck): Promise<void> {
  if (deck.access === 'open' || !isPublishedId(deck.id)) return;
  if ((await publishedId(learner, nameIn(deck.id))) !== deck.id)
    throw refuseAt('deck', 'unknown-deck', 'is no deck of this server');
}
