import * as v from 'valibot';
import { FactSchema, QuestionSchema, type AuthoredQuestion, type Fact, type Passage } from '../deck.ts';
import type { Path } from '../deckSource.ts';
import {
  authoredFact,
  authoredQuestion,
  FACT_ORDER,
  PASSAGE_ORDER,
  QUESTION_ORDER,
  type Fields,
} from './authored.ts';
import { dropAt } from './dropAt.ts';
import { setAt } from './setAt.ts';
import { setFields } from './setFields.ts';
import { spotAt, valueAt } from './treeAt.ts';

/** A fact of which a question is a draft no longer. Throws where there is no such question. */
export function accepted(text: string, fact: Path, question: string): string {
  const path = [...fact, 'questions', question];
  spotAt(text, path);
  const draft = [...path, 'draft'];
  return valueAt(text, draft) === undefined ? text : dropAt(text, draft);
}

/** A fact with a question put in after the others, or with what differs in it changed. */
export function withQuestion(text: string, fact: Path, id: string, value: AuthoredQuestion): string {
  const path = [...fact, 'questions', id];
  const data = valueAt(text, path);
  const wanted = authoredQuestion(value);
  if (!isRecord(data)) return setAt(text, path, wanted, { isOpen: true });
  const parsed = v.safeParse(QuestionSchema, data);
  const known = parsed.success ? authoredQuestion(parsed.output) : undefined;
  return setFields(text, path, { known, wanted, order: QUESTION_ORDER });
}

/** A fact with all that differs in it changed, but its questions. */
export function withFact(text: string, path: Path, value: Omit<Fact, 'questions'>): string {
  const parsed = v.safeParse(v.omit(FactSchema, ['questions']), withoutQuestions(valueAt(text, path)));
  const { passage: _, ...known } = parsed.success ? authoredFact(parsed.output) : {};
  const { passage: __, ...wanted } = authoredFact(value);
  const change = { known: parsed.success ? known : undefined, wanted, order: FACT_ORDER };
  return withPassage(setFields(text, path, change, ['passage', 'questions']), path, value.passage);
}

/** A fact with another passage. */
export function withPassage(text: string, fact: Path, value: Passage): string {
  const path = [...fact, 'passage'];
  const data = valueAt(text, path);
  const wanted = { ...value };
  if (!isRecord(data)) return setAt(text, path, wanted, { order: FACT_ORDER });
  const parsed = v.safeParse(PassageFields, data);
  const known: Fields | undefined = parsed.success ? parsed.output : undefined;
  return setFields(text, path, { known, wanted, order: PASSAGE_ORDER });
}

const PassageFields = v.record(v.string(), v.string());

function withoutQuestions(data: unknown): unknown {
  if (!isRecord(data)) return data;
  const { questions: _, ...rest } = data;
  return rest;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
