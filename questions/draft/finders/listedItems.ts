import { attributed } from '../asking/accordingTo.ts';
import { countWord } from '../asking/countWord.ts';
import { listForm } from '../asking/listForm.ts';
import { whQuestion, type WhQuestion } from '../asking/whQuestion.ts';
import { clausesOf } from '../clause/clause.ts';
import { textOf, wordCount } from '../clause/span.ts';
import { sentenceNumber } from '../clause/sentenceNumber.ts';
import type { Block } from '../block.ts';
import { readQuantity } from '../../typed/quantity.ts';
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
  const items = places.map(({ start, end }) => withoutAmount(plain(document.slice(start, end))));
  const passage = { start: lead.start, end: places.at(-1)?.end ?? lead.end };
  if (items.some((item) => wordCount(item) > ITEM_WORDS_MAX) || passage.end - passage.start > PASSAGE_MAX)
    return [];
  const said = plain(document.slice(lead.start, lead.end));
  const asked =
    askedByLead(lead, (noun) => `which ${countWord(items.length)} ${noun}`, surroundings) ??
    promptFor(said, items.length, block.headings.at(-1));
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
    ...places.flatMap((place) => amountFact(place, lead, surroundings)),
  ];
}

function withoutAmount(item: string): string {
  return AMOUNT.exec(item)?.[3] ?? item;
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

/** "You will need:", "The dough has four ingredients:" turned into a question; `how` is "which four", or asks for an amount. */
function askedByLead(
  lead: Place,
  how: (noun: string) => string,
  surroundings: Surroundings,
): WhQuestion | undefined {
  const before = surroundings.sentences.find(({ place }) => place.end === lead.end);
  const clause = before && clausesOf(before).at(-1);
  if (before === undefined || clause === undefined) return undefined;
  const { rest, verb } = clause;
  const counted = before.words.findIndex(
    ({ lemma, pos }, at) => at >= rest.from && at < rest.to && (lemma === 'following' || pos === 'NUM'),
  );
  const isOpen = rest.to === rest.from && before.words[verb.main]?.lemma !== 'be';
  if (counted < 0 && !isOpen) return undefined;
  const noun = counted < 0 ? 'things' : textOf(before, { from: counted + 1, to: rest.to });
  const isAfterArticle = before.words[counted - 1]?.pos === 'DET';
  const from = counted < 0 ? rest.to : isAfterArticle ? counted - 1 : counted;
  const made = whQuestion(how(noun), { from, to: rest.to }, before, surroundings);
  return made && { ...made, fluency: Math.max(0.8, made.fluency) };
}

const AMOUNT =
  /^(\d[\d.,/]*|[½¼¾])\s*(g|kg|mg|ml|cl|dl|l|oz|lb|cups?|tbsp|tsp|tablespoons?|teaspoons?|grams?|litres?|liters?|cm|mm|m)\s+(?:of\s+)?(.+)$/i;

/** "500 g strong white flour" asks for its amount. */
function amountFact(place: Place, lead: Place, surroundings: Surroundings): readonly FoundFact[] {
  const text = plain(surroundings.document.slice(place.start, place.end));
  const [, digits = '', unit = '', thing = ''] = AMOUNT.exec(text) ?? [];
  const value = readQuantity(digits)[0]?.value;
  const asked =
    value === undefined ? undefined : askedByLead(lead, () => `how many ${unit} of ${thing}`, surroundings);
  if (value === undefined || asked === undefined) return [];
  const number = { start: place.start, end: place.start + digits.length };
  return [
    {
      reason: 'quantity',
      passage: place,
      answers: [number],
      answerType: 'number',
      statement: `${plain(surroundings.document.slice(lead.start, lead.end)).replace(/\s*:$/, '')}, among them ${text}.`,
      standing: 'stated',
      confidence: 0.8,
      forms: [
        {
          id: 'how-many',
          confidence: 0.85 * asked.fluency,
          question: { kind: 'number', prompt: asked.prompt, answer: value, unit, allow: [] },
        },
      ],
    },
  ];
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
