/** The end of a published deck's id: 80 bits of SHA-256 over its author and its name, in Crockford's base 32. */
const TAG = /^[a-z0-9](?:[a-z0-9-]{0,45}[a-z0-9])?-[0-9a-hjkmnp-tv-z]{16}$/;

/** Whether an id is that of a published deck. No deck of the repository may be called so. */
export function isPublishedId(id: string): boolean {
  return TAG.test(id);
}

/** The name that a published deck's id begins with. */
export function nameIn(id: string): string {
  return id.slice(0, -(TAG_LENGTH + 1));
}

const TAG_LENGTH = 16;

/** Where a deck and its document are fetched: built decks are files, published ones come from the API. */
export function deckFilesOf(id: string): readonly [deck: string, document: string] {
  return isPublishedId(id)
    ? [`/api/v1/decks/${id}`, `/api/v1/decks/${id}/document`]
    : [`/decks/${id}.json`, `/decks/${id}.txt`];
}
