import model from 'wink-eng-lite-web-model';
import winkNLP, { type TokenItsFunction } from 'wink-nlp';
import type { PartOfSpeech, Tagged, Tagger } from './tagger.ts';

/** English words with their parts of speech, by wink-nlp. The model is some megabytes: import this file only to draft. */
export function makeWinkTagger(): Tagger {
  const nlp = winkNLP(model, ['pos']);
  const { its } = nlp;
  // Its declared type lacks the parameter that wink passes second.
  const lemmaOf = its.lemma as TokenItsFunction<string>;
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const values = tokens.out(its.value);
    const parts: readonly string[] = tokens.out(its.pos);
    const lemmas: readonly string[] = tokens.out(lemmaOf);
    const words: Tagged[] = [];
    let from = 0;
    for (const [at, value] of values.entries()) {
      const part = parts[at] ?? 'X';
      const start = text.indexOf(value, from);
      if (start < 0 || value.trim() === '') continue;
      from = start + value.length;
      words.push({
        start,
        end: from,
        text: value,
        pos: isPartOfSpeech(part) ? part : 'X',
        lemma: (lemmas[at] ?? value).toLowerCase(),
      });
    }
    return words;
  };
}

const PARTS: ReadonlySet<string> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]);

function isPartOfSpeech(part: string): part is PartOfSpeech {
  return PARTS.has(part);
}
