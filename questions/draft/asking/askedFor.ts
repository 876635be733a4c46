import { entryNamed } from '../../glossary.ts';
import { headOf, nameAtEnd } from '../clause/phrase.ts';
import { textOf, type Span } from '../clause/span.ts';
import { isCountry } from '../countries.ts';
import type { AnswerType, Surroundings } from '../finder.ts';
import { TITLE } from '../nameKind.ts';
import type { Sentence } from '../sentence.ts';

/** How a question asks for something: "who" as a subject, "whom" as an object, "which country". */
export interface AskedFor {
  readonly type: AnswerType;
  readonly subject: string;
  readonly object: string;
  /** What a gap shows in its place, as "person". */
  readonly shows: string;
}

const PERSONS =
  /^(?:person|people|man|men|woman|women|child|children|president|king|queen|prince|emperor|minister|chancellor|leader|soldier|worker|scientist|author|teacher|student|farmer|doctor|patient|police|citizen|inhabitant|settler|trader|merchant|engineer|researcher|explorer|founder|inventor|director|judge|lawyer|baker|monk|bishop|pope|general|officer|rebel|protester|critic|expert|user|driver|commander|astronaut|pilot|sailor|owner|member|team|[\p{L}]+(?:ist|ologist|ician))s?$/iu;

const PERSON: AskedFor = { type: 'person', subject: 'who', object: 'whom', shows: 'person' };
const NAMED: Readonly<Record<string, AskedFor>> = {
  person: PERSON,
  place: { type: 'place', subject: 'which place', object: 'which place', shows: 'place' },
  organisation: {
    type: 'organisation',
    subject: 'which organisation',
    object: 'which organisation',
    shows: 'organisation',
  },
  work: { type: 'work', subject: 'which work', object: 'which work', shows: 'work' },
};
const COUNTRY: AskedFor = {
  type: 'place',
  subject: 'which country',
  object: 'which country',
  shows: 'country',
};
const THING: AskedFor = { type: 'phrase', subject: 'what', object: 'what', shows: 'phrase' };
const CALLED: AskedFor = { type: 'term', subject: 'what', object: 'what', shows: 'name' };

/** How to ask for a phrase of a sentence, by what the glossary knows of its name and by its head. */
export function askedFor(sentence: Sentence, span: Span, { glossary }: Surroundings): AskedFor {
  const { words } = sentence;
  const name = nameAtEnd(sentence, span);
  if (name !== undefined) {
    const text = textOf(sentence, name);
    if (isCountry(text) && (name.from === span.from || isNamed(sentence, span))) return COUNTRY;
    if (TITLE.test(words[name.from]?.text.toLowerCase() ?? '') && name.to - name.from > 1) return PERSON;
    const entry = entryNamed(glossary, text) ?? entryNamed(glossary, textOf(sentence, span));
    const known = entry === undefined ? undefined : NAMED[glossary[entry]?.kind ?? ''];
    if (
      known !== undefined &&
      (name.from === span.from || known.type === 'person' || isNamed(sentence, span))
    )
      return known;
    const isPeople =
      words[span.from]?.text.toLowerCase() === 'the' && /(?:[^e]ese|ish|[ie]ans|nch)$/.test(text);
    if (isNamed(sentence, span)) return isPeople ? { ...THING, subject: 'who', object: 'whom' } : CALLED;
  }
  const head = headOf(words, span);
  if (head !== undefined && PERSONS.test(head.text)) return { ...THING, subject: 'who', object: 'whom' };
  return span.to - span.from === 1 ? { ...THING, shows: 'noun' } : THING;
}

/** Whether a phrase is a name, with its article at most. */
function isNamed(sentence: Sentence, span: Span): boolean {
  const name = nameAtEnd(sentence, span);
  return (
    name !== undefined &&
    (name.from === span.from || (name.from === span.from + 1 && sentence.words[span.from]?.pos === 'DET'))
  );
}
