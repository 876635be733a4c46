import { attributed } from '../asking/accordingTo.ts';
import { countWord } from '../asking/countWord.ts';
import { listForm } from '../asking/listForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { clausesOf } from '../clause/clause.ts';
import { textOf, wordCount } from '../clause/span.ts';
import { sentenceNumber } from '../clause/sentenceNumber.ts';
import type { Block } from '../block.ts';
import type { Place } from '../../passage.ts';
import type { FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';

const ITEMS_MIN = 2;
const ITEM_WORDS_MAX = 6;
const PASSAGE_MAX = 1500;

/** The items of a list after a lead that ends with a colon, as one fact; found at its first item. */
export function listedItems(sentence: Sentence, surroundings: Surroundings): readonly FoundFact[] {
  const { block } = sentence;
  const { lead } = block;
  if (lead === undefined || block.number !== undefined || sentence.at > 0) return [];
  const { document, sentences } = surroundings;
  const at = sentenceNumber(sentence, sentences);
  if (sentences[at - 1]?.block.lead?.start === lead.start) return [];
  const blocks = blocksUnder(lead, at, sentences);
  if (blocks.length < ITEMS_MIN) return [];
  const places = blocks.map(({ place }) => headOf(document, place));
  const items = places.map(({ start, end }) => plain(document.slice(start, end)));
  const passage = { start: lead.start, end: places.at(-1)?.end ?? lead.end };
  if (items.some((item) => wordCount(item) > ITEM_WORDS_MAX) || passage.end - passage.start > PASSAGE_MAX)
    return [];
  const said = plain(document.slice(lead.start, lead.end));
  const asked =
    askedByLead(lead, items.length, surroundings) ?? promptFor(said, items.length, block.headings.at(-1));
  const stands = surroundings.standingOf(sentence);
  const form = listForm('name-all', attributed(stands, asked.prompt), items, asked.fluency);
  if (form === undefined) return [];
  return [
    {
      reason: 'enumeration',
      passage,
      answers: places,
      answerType: 'list',
      statement: `${said} ${items.join('; ')}.`,
      standing: stands.standing,
      ...(stands.by === undefined ? {} : { by: stands.by }),
      confidence: 0.9,
      forms: [form],
    },
  ];
}

/** The blocks from a sentence on that hang on one lead. */
function blocksUnder(lead: Place, from: number, sentences: readonly Sentence[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = from; sentences[at]?.block.lead?.start === lead.start; at += 1) {
    const block = sentences[at]?.block;
    if (block !== undefined && block !== blocks.at(-1)) blocks.push(block);
  }
  return blocks;
}

/** What stands before a colon, a dash or a bracket: "Yeast" of "Yeast – 7 g". */
function headOf(document: string, place: Place): Place {
  const text = document.slice(place.start, place.end);
  const end = /\s*(?::|\s[–—-]\s|\(|\.(?:\s|$))/.exec(text)?.index ?? text.length;
  return { start: place.start, end: place.start + (end === 0 ? text.length : end) };
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
}

/** "You will need:", "The kit contains the following tools:" turned into a question. */
function askedByLead(lead: Place, count: number, surroundings: Surroundings): WhQuestion | undefined {
  const before = surroundings.sentences.find(({ place }) => place.end === lead.end);
  const clause = before && clausesOf(before).at(-1);
  if (before === undefined || clause === undefined) return undefined;
  const { rest, verb } = clause;
  const following = before.words.findIndex(({ lemma }, at) => at >= rest.from && lemma === 'following');
  const isOpen = rest.to === rest.from && before.words[verb.main]?.lemma !== 'be';
  if (following < 0 && !isOpen) return undefined;
  const named = following < 0 ? '' : textOf(before, { from: following + 1, to: rest.to });
  const noun = named === '' ? 'things' : named;
  const from = following < 0 ? rest.to : Math.max(rest.from, following - 1);
  const made = whQuestion(`which ${countWord(count)} ${noun}`, { from, to: rest.to }, before, surroundings);
  return made && { ...made, fluency: Math.max(0.8, made.fluency) };
}

/** A question from the words before the colon. */
function promptFor(lead: string, count: number, heading: string | undefined): WhQuestion {
  const said = lead.replace(/\s*:$/, '');
  const number = countWord(count);
  const are =
    /^(?:the|there are|these are the)\s+(?:following\s+)?(.+?)(?:\s+(?:are|is|were|include|includes))?(?:\s+(?:as follows|the following|these))?$/i.exec(
      said,
    );
  const following =
    /^(.*?)\b(?:the following|these)\s+(?:(?:two|three|four|five|six|seven|eight|\d+)\s+)?(\w+s)$/i.exec(
      said,
    );
  if (following?.[1] !== undefined && following[1] !== '')
    return {
      prompt: `Name the ${number} ${following[2] ?? 'things'} in this list: “${following[1].trim()} …”`,
      fluency: 0.75,
    };
  if (
    are?.[1] !== undefined &&
    wordCount(are[1]) <= 12 &&
    /\b(?:are|is|were|include|includes)\b|^there are/i.test(said)
  ) {
    const things = are[1].replace(/^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+/i, '');
    return { prompt: `Name the ${number} ${things}.`, fluency: 0.9 };
  }
  const of = heading === undefined ? '' : ` under “${heading}”`;
  return { prompt: `Which ${number} things does the text list${of}: “${said} …”?`, fluency: 0.7 };
}
