import type { DeckEdit } from '../../../questions/edit/edit.ts';
import type { ReviewItem } from './reviewItem.ts';

/**
 * How a question goes: for good; of a deck that is served the last accepted question of a fact retires the fact, because
 * learners remember it.
 */
export function removalOf({ factId, questionId, fact, isDraft }: ReviewItem, isPublished: boolean): DeckEdit {
  const isOnly = !Object.entries(fact.questions).some(
    ([id, { draft }]) => id !== questionId && draft !== true,
  );
  return isPublished && !isDraft && isOnly
    ? { type: 'retire', fact: factId }
    : { type: 'remove', fact: factId, question: questionId };
}
