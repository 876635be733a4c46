import { parseDeckFile } from '../deckSource.ts';
import { coverageOf } from '../draft/coverage.ts';
import { quoted } from '../lint/finding.ts';
import { readDeckFolder } from './decks.ts';

/** Says of decks which paragraphs no fact quotes, and which facts are never recalled. Throws, naming the file, where a deck cannot be read. */
export function coverage(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const { yaml, document } = readDeckFolder(path);
    const parsed = parseDeckFile(yaml);
    if (!parsed.ok) throw new Error(`${path}/deck.yaml: run “questions check” first, it cannot be read`);
    const { paragraphs, bare, facts, recognised } = coverageOf(parsed.source.file, document);
    return [
      `${path}: ${paragraphs - bare.length} of ${paragraphs} paragraphs have a fact; ${facts - recognised.length} of ${facts} facts are recalled`,
      ...bare.map(
        ({ number, place }) =>
          `  paragraph ${number} has no fact: ${quoted(document.slice(place.start, place.end))}`,
      ),
      ...recognised.map(
        (id) => `  ${id} is only recognised: add a short, number, list, cloze or order question`,
      ),
    ];
  });
}
