/** Which questions a test asks. Everything follows from the deck, the settings and a seed. */
import { EVIDENCE, type CompiledDeck } from '../compile.ts';
import { randomFrom, shuffled } from '../seed.ts';
import { QUESTIONS_MAX, type Scope, type Test } from './assignment.ts';
import { givesAway } from './cues.ts';
import type { MemberId, QuestionRef } from './ids.ts';
import { refOf, testView } from './testQuestion.ts';

/**
 * The questions that may be drawn, in the deck's order: the authored ones of the facts in scope, because the sentences of an
 * evidence question give other answers away. Picked ones are those picked, in that order, whatever they are.
 */
export function questionsInScope(compiled: CompiledDeck, scope: Scope): readonly QuestionRef[] {
  const wanted = scope.by === 'questions' ? [...new Set(scope.questions)] : authoredIn(compiled, scope);
  return wanted.filter((ref) => testView(compiled, ref) !== undefined);
}

/** The seed of a student's nth attempt (from 1): the test's own where all are asked the same. At most 56 characters. */
export function seedOf({ draw, seed }: Test, member: MemberId, nth: number): string {
  return draw === 'same' ? seed : `${seed}/${member}/${nth}`;
}

/**
 * The questions of a test in the order in which they are asked: `count` of them, spread over the deck's tags, one a fact at
 * most unless they were picked. None gives another away as long as the scope has others to ask; without a `count` the rest
 * is left out, but nothing that was picked.
 */
export function drawn(compiled: CompiledDeck, test: Test, seed: string): readonly QuestionRef[] {
  const inScope = questionsInScope(compiled, test.scope);
  const isPicked = test.scope.by === 'questions';
  const forms = [...grouped(inScope, isPicked ? (ref) => ref : factOf).values()];
  const groups = spread(compiled, forms, seed);
  const most = test.count ?? QUESTIONS_MAX;
  const apart = keptApart(compiled, groups, most, seed);
  const asked = isPicked || test.count !== null ? filledUp(apart, groups, most) : apart;
  // Sorted first: the order must not tell which of them were kept apart, and so the key.
  return shuffled([...asked].sort(), `${seed}/order`);
}

/** Pairs of these questions of which the second gives the first one's answer away. */
export function cuesAmong(
  compiled: CompiledDeck,
  refs: readonly QuestionRef[],
): readonly (readonly [asked: QuestionRef, cue: QuestionRef])[] {
  return refs.flatMap((asked) =>
    refs.filter((cue) => givesAway(compiled, cue, asked)).map((cue) => [asked, cue] as const),
  );
}

/** Forms of which one at most is asked: those of a fact, or one that was picked. */
type Group = readonly QuestionRef[];

function authoredIn({ deck, key }: CompiledDeck, scope: Exclude<Scope, { by: 'questions' }>): Group {
  const isIn = (id: string, tags: readonly string[]): boolean => {
    if (scope.by === 'all') return true;
    return scope.by === 'tags'
      ? scope.tags.some((tag) => tags.includes(tag))
      : scope.facts.some((fact) => fact === id);
  };
  return deck.facts
    .filter(({ id, tags }) => isIn(id, tags))
    .flatMap(({ id }) =>
      Object.keys(key.facts[id]?.questions ?? {})
        .filter((question) => question !== EVIDENCE)
        .map((question) => refOf(id, question)),
    );
}

function factOf(ref: QuestionRef): string {
  return ref.slice(0, ref.indexOf('/'));
}

/**
 * The groups in an order of which every beginning has about as large a part of each tag's as the whole has. A group goes
 * with the rarest of its fact's tags; where a tag begins is chance, so that a rare one is not always last.
 */
function spread({ deck }: CompiledDeck, groups: readonly Group[], seed: string): readonly Group[] {
  const tagsOf = new Map(deck.facts.map(({ id, tags }) => [id, tags]));
  const ownTags = ([ref]: Group): readonly string[] => (ref && tagsOf.get(factOf(ref))) ?? [];
  const all = grouped(groups.flatMap(ownTags), (tag) => tag);
  const times = (tag: string): number => all.get(tag)?.length ?? 0;
  const rarest = (group: Group): string => [...ownTags(group)].sort((a, b) => times(a) - times(b))[0] ?? '';
  const random = randomFrom(`${seed}/tags`);
  return [...grouped(groups, rarest)]
    .flatMap(([tag, own]) => {
      const begin = random();
      return shuffled(own, `${seed}/${tag}`).map((group, at) => ({
        group,
        place: (at + begin) / own.length,
      }));
    })
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group);
}

/** One form of each group in turn, of those that neither give a question before them away nor are given away by one. */
function keptApart(
  compiled: CompiledDeck,
  groups: readonly Group[],
  most: number,
  seed: string,
): readonly QuestionRef[] {
  const asked: QuestionRef[] = [];
  for (const group of groups) {
    if (asked.length >= most) break;
    const form = shuffled(group, `${seed}/${group.join()}`).find((one) =>
      asked.every((other) => !givesAway(compiled, one, other) && !givesAway(compiled, other, one)),
    );
    if (form !== undefined) asked.push(form);
  }
  return asked;
}

/** As many as are wanted, also where the groups that are left give something away. */
function filledUp(
  asked: readonly QuestionRef[],
  groups: readonly Group[],
  most: number,
): readonly QuestionRef[] {
  const left = groups.filter((group) => !group.some((ref) => asked.includes(ref)));
  return [...asked, ...left.flatMap((group) => group.slice(0, 1))].slice(0, most);
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
