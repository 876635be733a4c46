/** A question of a deck as a test asks and judges it. */
import { askedOf, type CompiledDeck } from '../compile.ts';
import type { KindName } from '../deck.ts';
import { tell, type Feedback } from '../feedback.ts';
import type { Answer, Pair } from '../kind.ts';
import { checkAnswer, gradeAnswer, viewOf, type View } from '../kinds.ts';
import type { Verdict } from '../verdict.ts';
import type { QuestionRef } from './ids.ts';
import { rekeyed, type Keyed } from './rekey.ts';
import type { HeldRepair } from './state.ts';

/** Every question of a deck in the deck's order, also those that cannot be asked in a test. */
export function refsIn({ key }: CompiledDeck): readonly QuestionRef[] {
  return Object.entries(key.facts).flatMap(([fact, { questions }]) =>
    Object.keys(questions).map((question) => refOf(fact, question)),
  );
}

/** The name of a question of a parsed deck. */
export function refOf(fact: string, question: string): QuestionRef {
  return `${fact}/${question}` as QuestionRef;
}

/**
 * What a student sees of a question: made as in a sealed deck, so that nothing in it tells the key, whatever the deck's
 * access. Undefined where the deck has no such question, or it cannot be asked without telling its key.
 */
export function testView(compiled: CompiledDeck, ref: QuestionRef): View | undefined {
  const known = views.get(compiled) ?? new Map<QuestionRef, View>();
  views.set(compiled, known);
  const view = known.get(ref) ?? makeView(compiled, ref);
  if (view !== undefined) known.set(ref, view);
  return view;
}

function makeView(compiled: CompiledDeck, ref: QuestionRef): View | undefined {
  const keyed = keyedQuestion(compiled, ref, true);
  return keyed && viewOf(keyed.question, keyed.asked);
}

/** Made once a deck, because an evidence question's sentences take a tenth of a millisecond. */
const views = new WeakMap<CompiledDeck, Map<QuestionRef, View>>();

/**
 * The verdict on a checked answer under the repairs of its question, and what may be told after it: nothing where the
 * verdict is `again`. Undefined where the deck has no such question.
 */
export function tellOn(
  compiled: CompiledDeck,
  ref: QuestionRef,
  answer: Answer,
  repairs: readonly HeldRepair[],
): Feedback | undefined {
  const after = tellAfter(compiled, ref, answer, repairs);
  return after?.verdict.outcome === 'again' ? { verdict: after.verdict } : after;
}

/** As `tellOn`, once the question is open no longer: an unclear answer too is told what is right. */
export function tellAfter(
  compiled: CompiledDeck,
  ref: QuestionRef,
  answer: Answer,
  repairs: readonly HeldRepair[],
): Feedback | undefined {
  const judged = judgedOn(compiled, ref, answer, repairs);
  if (judged === undefined) return undefined;
  const { verdict, question, asked } = judged;
  return { verdict, told: tell(question, asked, compiled.key) };
}

/**
 * What an answer counts, 0 to 1 of the question, under the repairs of its question; null is "I do not know" or nothing
 * given. Null: the question counts for nobody, because it was dropped or is no longer in the deck.
 */
export function shareOf(
  compiled: CompiledDeck,
  ref: QuestionRef,
  answer: Answer,
  repairs: readonly HeldRepair[],
): number | null {
  const [last] = repairs.filter(({ question, how }) => question === ref && how.do !== 'key').slice(-1);
  if (last?.how.do === 'drop') return null;
  if (last?.how.do === 'credit') return 1;
  return judgedOn(compiled, ref, answer, repairs)?.verdict.share ?? null;
}

/** Whether an answer can be made a key of the question: complete, in the shape of its view, and fit to be judged by. */
export function fitsQuestion(compiled: CompiledDeck, ref: QuestionRef, answer: Answer): boolean {
  const view = testView(compiled, ref);
  const keyed = keyedQuestion(compiled, ref);
  if (view === undefined || keyed === undefined || checkAnswer(view, answer) !== 'complete') return false;
  return rekeyed(keyed.question, keyed.asked, answer) !== undefined;
}

type Judged = Keyed & { readonly verdict: Verdict };

/** The verdict under the key that is best for the answer; of equal ones the one that asks again, then the first. */
function judgedOn(
  compiled: CompiledDeck,
  ref: QuestionRef,
  answer: Answer,
  repairs: readonly HeldRepair[],
): Judged | undefined {
  const keyed = keyedQuestion(compiled, ref);
  if (keyed === undefined) return undefined;
  const given = hasShape(keyed.question.kind, answer) ? answer : null;
  const own = repairs.filter(({ question }) => question === ref);
  const [best] = keysOf(keyed, own)
    .map((one): Judged => ({ ...one, verdict: gradeAnswer(one.question, given, one.asked) }))
    .sort((a, b) => worth(b.verdict) - worth(a.verdict));
  return best;
}

/** Whether an answer can be judged by a kind: one that was kept may be of a kind that the question no longer is. */
function hasShape(kind: KindName, answer: Answer): boolean {
  if (answer === null) return true;
  if (typeof answer === 'string') return !SEVERAL.has(kind);
  const isPairs = answer.some((item: string | Pair) => typeof item !== 'string');
  return SEVERAL.has(kind) && (answer.length === 0 || isPairs === (kind === 'match'));
}

const SEVERAL: ReadonlySet<KindName> = new Set(['multiple', 'cloze', 'list', 'order', 'match']);

/** Orders verdicts: by share, and `again` above wrong. */
function worth({ share, outcome }: Verdict): number {
  return share === 0 && outcome === 'again' ? Number.MIN_VALUE : share;
}

/** The keys that hold after the repairs, in their order: one that is not `also` right takes the place of all before it. */
function keysOf(keyed: Keyed, repairs: readonly HeldRepair[]): readonly Keyed[] {
  let keys = [keyed];
  for (const { how } of repairs) {
    const next = how.do === 'key' ? rekeyed(keyed.question, keyed.asked, how.answer) : undefined;
    if (how.do === 'key' && next !== undefined) keys = how.also ? [...keys, next] : [next];
  }
  return keys;
}

/** The deck's own question, seen with the deck's access unless `sealed` is said. Undefined where the deck has none. */
export function keyedQuestion(
  compiled: CompiledDeck,
  ref: QuestionRef,
  sealed = compiled.deck.access === 'sealed',
): Keyed | undefined {
  const name = `${sealed ? 'sealed' : 'open'} ${ref}`;
  const known = keyedQuestions.get(compiled) ?? new Map<string, Keyed>();
  keyedQuestions.set(compiled, known);
  const keyed = known.get(name) ?? keyQuestion(compiled, ref, sealed);
  if (keyed !== undefined) known.set(name, keyed);
  return keyed;
}

/** Made once a deck: a gradebook judges hundreds of answers, and what is folded for a question is remembered by it. */
const keyedQuestions = new WeakMap<CompiledDeck, Map<string, Keyed>>();

function keyQuestion(
  { deck, key, document }: CompiledDeck,
  ref: QuestionRef,
  sealed: boolean,
): Keyed | undefined {
  const [factId = '', questionId = ''] = ref.split('/');
  const fact = Object.hasOwn(key.facts, factId) ? key.facts[factId] : undefined;
  const question = fact && Object.hasOwn(fact.questions, questionId) ? fact.questions[questionId] : undefined;
  if (question === undefined) return undefined;
  return { question, asked: askedOf(factId, key, { sealed, document, language: deck.language }) };
}
