import { parseDeckFile } from '../deckSource.ts';

/** A deck file's language, or its first problem as `LINE:COLUMN  message`. */
export function formOfDeck(
  yaml: string,
):
  | { readonly language: string; readonly problem?: undefined }
  | { readonly language: ''; readonly problem: string } {
  const parsed = parseDeckFile(yaml);
  if (parsed.ok) return { language: parsed.source.file.language };
  const [first] = parsed.problems;
  return {
    language: '',
    problem: `${first?.line ?? 1}:${first?.column ?? 1}  ${first?.message ?? 'cannot be read'}`,
  };
}
