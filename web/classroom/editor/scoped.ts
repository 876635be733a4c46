import type { QuestionRef } from '../../../questions/classroom/ids.ts';
import { shuffled } from '../../../questions/seed.ts';
import type { KnownQuestion, TestDeck } from '../grading/testDeck.ts';
import type { Form } from './form.ts';

type Fact = TestDeck['facts'][number];

/** A question with its name. */
export type NamedQuestion = KnownQuestion & { readonly ref: QuestionRef };

/** The facts that a form's scope is about, in the deck's order. */
export function factsInForm(
  { facts }: TestDeck,
  form: Pick<Form, 'by' | 'tags' | 'facts' | 'questions'>,
): readonly Fact[] {
  switch (form.by) {
    case 'all':
      return facts;
    case 'tags':
      return facts.filter(({ tags }) => tags.some((tag) => form.tags.includes(tag)));
    case 'facts':
      return facts.filter(({ fact }) => form.facts.includes(fact));
    case 'questions':
      return facts.filter(({ questions }) =>
        questions.some(({ question }) => form.questions.includes(question)),
      );
  }
}

/**
 * The questions that a test of this form may ask, in the deck's order: those picked, or else of each fact in scope those that its
 * author wrote, as in `questions/classroom/draw.ts`.
 */
export function questionsInForm(deck: TestDeck, form: Form): readonly NamedQuestion[] {
  return factsInForm(deck, form)
    .flatMap(({ questions }) => questions)
    .flatMap(({ question: ref }) => {
      const known = deck.questions.get(ref);
      if (known === undefined) return [];
      const isAsked = form.by === 'questions' ? form.questions.includes(ref) : known.view.kind !== 'evidence';
      return isAsked ? [{ ...known, ref }] : [];
    });
}

/** The most questions that a test of this form asks: those picked, or else one a fact. */
export function mostQuestions(deck: TestDeck, form: Form): number {
  const questions = questionsInForm(deck, form);
  return form.by === 'questions' ? questions.length : new Set(questions.map(({ ref }) => factOf(ref))).size;
}

/** Questions as a student may be asked them, for a look: one a fact unless they were picked, in an order of the seed's. */
export function sampled(deck: TestDeck, form: Form, seed: string): readonly NamedQuestion[] {
  const mixed = shuffled(questionsInForm(deck, form), seed);
  const once =
    form.by === 'questions'
      ? mixed
      : mixed.filter((one, at) => mixed.findIndex(({ ref }) => factOf(ref) === factOf(one.ref)) === at);
  const count = Number(form.count);
  return form.count.trim() !== '' && Number.isInteger(count) && count > 0 ? once.slice(0, count) : once;
}

/** The tags of a deck's facts, each with how many facts have it. */
export function tagsIn({ facts }: TestDeck): readonly (readonly [tag: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const tag of facts.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts];
}

function factOf(ref: QuestionRef): string {
  return ref.slice(0, ref.indexOf('/'));
}
