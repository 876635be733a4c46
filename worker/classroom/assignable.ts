import type { Assignable } from '../../questions/classroom/api.ts';
import { refOf, tellAfter, testView } from '../../questions/classroom/testQuestion.ts';
import type { CompiledDeck, PublicFact } from '../../questions/compile.ts';
import { FactIdSchema } from '../../questions/ids.ts';
import * as v from 'valibot';

/** What a teacher can assign of a deck: its facts with their passages, and every question that a test can ask, with its answer. */
export function assignableOf(compiled: CompiledDeck): Assignable {
  const { id, title, access, language, facts } = compiled.deck;
  const tags = [...new Set(facts.flatMap((fact) => fact.tags))];
  return { id, title, access, language, tags, facts: facts.map((fact) => assignableFact(compiled, fact)) };
}

function assignableFact(compiled: CompiledDeck, fact: PublicFact): Assignable['facts'][number] {
  const key = compiled.key.facts[fact.id];
  if (key === undefined) throw new Error(`Inconsistent: no key for the fact ${fact.id}`);
  return {
    fact: v.parse(FactIdSchema, fact.id),
    statement: key.statement,
    passage: compiled.document.slice(key.place.start, key.place.end),
    place: { start: key.place.start, end: key.place.end },
    tags: [...fact.tags],
    questions: Object.keys(key.questions).flatMap((id) => assignableQuestion(compiled, fact.id, id)),
  };
}

function assignableQuestion(
  compiled: CompiledDeck,
  fact: string,
  id: string,
): Assignable['facts'][number]['questions'] {
  const question = refOf(fact, id);
  const view = testView(compiled, question);
  const told = tellAfter(compiled, question, null, [])?.told;
  if (view === undefined || told === undefined) return [];
  return [{ question, view: { ...view }, solution: [...told.solution] }];
}
