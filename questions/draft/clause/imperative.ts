import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import type { Clause } from './clause.ts';

/** Verbs that a tagger takes for names at the beginning of a sentence. */
const VERBS =
  /^(?:heat|mix|wash|knead|shape|fold|score|cover|feed|weigh|cook|boil|fry|roast|drain|slice|peel|chop|stir|whisk|press|click|type|rub|rinse|soak|dip|lift|lower|turn|hold|check|plug|fill|store|load|place|lay|let|keep|take|put|add|set|open|close|remove|insert|attach|connect|install|run|use|apply|wait|allow|leave|dry|clean|cut|pour|bake|make|measure|repeat|record|label|wear|switch|restart|tighten|loosen|clamp|align|mark|drill|glue|sand|paint|plant|water|dig|spread|sow|call|ask|write|read|count|choose|select|save|copy|move|rest|cool|freeze|serve)$/i;
const OBJECT = /^(?:DET|PRON|NUM|ADP|ADJ|NOUN|PROPN)$/;
const END = /^[.,;:–—()!?…]$/;

/** The instructions of a sentence, "Bake the loaf for 20 minutes", as clauses without a subject. */
export function imperativesOf({ words, block }: Sentence): readonly Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const isStart = at === 0 || (clauses.length > 0 && opens(words, at));
    if (!isStart || !isCommand(words, at, block.kind === 'item')) continue;
    const none = { from: at, to: at };
    const verb = { from: at, to: at + 1, first: at, main: at, isNegated: false };
    clauses.push({ lead: none, subject: none, verb, rest: { from: at + 1, to: restEnd(words, at + 1) } });
  }
  return clauses;
}

function opens(words: readonly Tagged[], at: number): boolean {
  return words[at - 1]?.text === ',' || words[at - 1]?.pos === 'CCONJ';
}

function isCommand(words: readonly Tagged[], at: number, isItem: boolean): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !OBJECT.test(next.pos)) return false;
  const isPlain = word.text.toLowerCase() === word.lemma;
  if (word.pos === 'VERB') return isPlain;
  return (at === 0 || isItem) && VERBS.test(word.text) && /^(?:DET|PRON|NUM|ADJ)$/.test(next.pos);
}

function restEnd(words: readonly Tagged[], from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || END.test(word.text) || word.pos === 'SCONJ') return at;
    const isNext =
      word.pos === 'CCONJ' && (words[at + 1]?.pos === 'VERB' || VERBS.test(words[at + 1]?.text ?? ''));
    if (isNext) return at;
  }
  return words.length;
}
