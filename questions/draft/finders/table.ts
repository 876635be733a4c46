import { attributed } from '../asking/accordingTo.ts';
import { isDateKey } from '../../typed/date.ts';
import { readQuantity } from '../../typed/quantity.ts';
import type { Place } from '../../passage.ts';
import type { Finder, FormDraft, FoundFact, Surroundings } from '../finder.ts';
import type { Sentence } from '../sentence.ts';
import { columnNamed, type ColumnName } from './columnName.ts';

/** The cells of a table's rows: "What is the diameter of Mars?" */
export const table: Finder = (sentence, surroundings) => {
  const { cells } = sentence.block;
  const [first, ...others] = cells ?? [];
  if (sentence.at > 0 || first === undefined) return [];
  const row = plain(textAt(first.place, surroundings));
  if (!isSubject(row)) return [];
  return others.flatMap(({ column, place }) => {
    const cell = plain(textAt(place, surroundings));
    const name = columnNamed(plain(column));
    if (name === undefined || !isAnswer(cell)) return [];
    return cellFact(
      { row, rowHead: plain(first.column), name, cell, place, first: first.place },
      sentence.block.place,
      surroundings,
      surroundings.standingOf(sentence),
    );
  });
};

interface Cell {
  readonly row: string;
  /** At the head of the first column. */
  readonly rowHead: string;
  readonly name: ColumnName;
  readonly cell: string;
  readonly place: Place;
  readonly first: Place;
}

function cellFact(
  cell: Cell,
  passage: Place,
  surroundings: Surroundings,
  stands: ReturnType<Surroundings['standingOf']>,
): readonly FoundFact[] {
  const { name, place } = cell;
  const value = cell.cell;
  const form = numberForm(cell) ?? dateForm(cell) ?? wordForm(cell);
  const isOnce = timesUnder(name.column, value, surroundings) === 1;
  const back = isOnce ? rowForm(cell) : undefined;
  const shared = {
    reason: 'table',
    passage,
    statement: statementOf(cell),
    standing: stands.standing,
    ...(stands.by === undefined ? {} : { by: stands.by }),
  } as const;
  const type = form.question.kind === 'number' ? 'number' : form.id === 'cell-date' ? 'year' : 'term';
  return [
    {
      ...shared,
      kin: `column ${name.column}`,
      answers: [place],
      answerType: type,
      confidence: 0.9,
      forms: [withSource(form, stands)],
    },
    ...(back === undefined
      ? []
      : [
          {
            ...shared,
            kin: `rows of ${cell.rowHead}`,
            answers: [cell.first],
            answerType: 'term' as const,
            confidence: 0.8,
            forms: [withSource(back, stands)],
          },
        ]),
  ];
}

function statementOf(whole: Cell): string {
  const { name, row, cell } = whole;
  if (name.isPhrase) return `For ${row}, the table gives “${name.column}”: ${cell}.`;
  if (name.isPlural && name.unit === undefined && /^\d/.test(cell)) return `${row} has ${cell} ${name.noun}.`;
  return `The ${ofRow(whole)} is ${cell}${name.unit === undefined ? '' : ` ${name.unit}`}.`;
}

const counted = new WeakMap<readonly Sentence[], ReadonlyMap<string, number>>();

/** How often a column of that name has a cell with that text, in the whole document. */
function timesUnder(column: string, cell: string, { document, sentences }: Surroundings): number {
  let known = counted.get(sentences);
  if (known === undefined) {
    const counts = new Map<string, number>();
    for (const { block, at } of sentences) {
      for (const other of at > 0 ? [] : (block.cells ?? [])) {
        const key = `${plain(other.column)}\n${plain(document.slice(other.place.start, other.place.end))}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    known = counts;
    counted.set(sentences, known);
  }
  return known.get(`${column}\n${cell}`) ?? 0;
}

function withSource(form: FormDraft, stands: ReturnType<Surroundings['standingOf']>): FormDraft {
  const { question } = form;
  if (question.kind !== 'number' && question.kind !== 'short') return form;
  return { ...form, question: { ...question, prompt: attributed(stands, question.prompt) } };
}

/** A number with the unit of its column or its own. */
function numberForm(whole: Cell): FormDraft | undefined {
  const { row, name, cell } = whole;
  const [quantity] = readQuantity(cell);
  const unit = name.unit ?? quantity?.unit;
  if (
    quantity === undefined ||
    quantity.part ||
    name.isTime ||
    !/^[\d.,\s]+(?:\s*[\p{L}%°²³]+){0,2}$/u.test(cell)
  )
    return undefined;
  const prompt = name.isPlural
    ? `How many ${name.noun} does ${row} have?`
    : `What is the ${ofRow(whole)}${unit === undefined ? '' : `, in ${unit}`}?`;
  const isCounted = name.isPlural && unit === undefined;
  if (unit === undefined && !isCounted) return undefined;
  return {
    id: 'cell-number',
    confidence: 0.9,
    question: {
      kind: 'number',
      prompt,
      answer: quantity.value,
      ...(unit === undefined ? {} : { unit }),
      allow: [],
    },
  };
}

function dateForm(whole: Cell): FormDraft | undefined {
  const { name, cell } = whole;
  if (!isDateKey(cell) || !name.isTime) return undefined;
  const prompt = `What is the ${ofRow(whole)}?`;
  const asksPrecision = new RegExp(cell.length === 4 ? '\\byears?\\b' : '\\b(?:day|date|month)\\b', 'i').test(
    prompt,
  );
  return short(
    'cell-date',
    asksPrecision ? prompt : `${prompt.slice(0, -1)} (the ${cell.length === 4 ? 'year' : 'date'})?`,
    cell,
    'date',
    0.9,
  );
}

function wordForm(whole: Cell): FormDraft {
  const { row, name, cell } = whole;
  const done = /^(\p{L}+(?:ed|en|wn)|built|made|found|led|won) by$/iu.exec(name.noun)?.[1];
  if (done !== undefined)
    return short('cell', `By whom was ${row} ${done.toLowerCase()}?`, cell, 'text', 0.85);
  const prompt = name.isPhrase
    ? `What does the table give under “${name.column}” for ${row}?`
    : `What is the ${ofRow(whole)}?`;
  return short('cell', prompt, cell, 'text', name.isPhrase ? 0.7 : 0.85);
}

/** "diameter of Mars"; where the row is named by an amount, "taste where the temperature is 20 °C". */
function ofRow({ row, rowHead, name }: Cell): string {
  const isAmount = /^[\d−-]/.test(row) && rowHead !== '';
  return isAmount ? `${name.noun} where the ${lowered(rowHead)} is ${row}` : `${name.noun} of ${row}`;
}

function lowered(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** The other way round: which row has this cell. */
function rowForm({ row, rowHead, name, cell }: Cell): FormDraft | undefined {
  if (rowHead === '' || !/^\p{L}[\p{L} -]*$/u.test(rowHead) || name.isPhrase) return undefined;
  const noun = lowered(rowHead);
  const unit = name.unit === undefined ? '' : ` ${name.unit}`;
  const prompt = name.isPlural
    ? `Which ${noun} has ${cell}${unit} ${name.noun}?`
    : `For which ${noun} is the ${name.noun} ${cell}${unit}?`;
  return short('row', prompt, row, 'text', 0.6);
}

function short(
  id: string,
  prompt: string,
  answer: string,
  expects: 'text' | 'date',
  confidence: number,
): FormDraft {
  return {
    id,
    confidence,
    question: { kind: 'short', prompt, expects, answer, accept: [], reject: [], allow: [] },
  };
}

const SUBJECT_MAX = 60;
const ANSWER_MAX = 60;

function isSubject(text: string): boolean {
  return text.length > 0 && text.length <= SUBJECT_MAX && /\p{L}/u.test(text);
}

/** A cell that says something: not empty, no dash, no bare yes or no. */
function isAnswer(text: string): boolean {
  return (
    text.length <= ANSWER_MAX &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/^(?:yes|no|none|n\/a|unknown|x|true|false)$/i.test(text)
  );
}

function textAt({ start, end }: Place, { document }: Surroundings): string {
  return document.slice(start, end);
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
}
