import type { StudyDeck } from './deckSchema.ts';
import { tagsOf } from './studyDeck.ts';

interface TagFieldProps {
  readonly id: string;
  readonly deck: StudyDeck;
  /** Null means everything. */
  readonly tag: string | null;
  readonly onTag: (tag: string | null) => void;
}

/** Which facts of a deck: all, or those with a tag. Nothing where the deck has no tags. */
export function TagField({ id, deck, tag: chosen, onTag }: TagFieldProps) {
  const tags = tagsOf(deck);
  if (tags.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>About</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => onTag(event.currentTarget.value || null)}>
        <option value="">everything</option>
        {tags.map(([tag, count]) => (
          <option key={tag} value={tag}>
            {tag} ({count})
          </option>
        ))}
      </select>
    </div>
  );
}
