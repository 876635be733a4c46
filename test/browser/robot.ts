import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { blanksOf } from '../../questions/blank.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import type { KindName, Question } from '../../questions/deck.ts';
import { giveFeedback } from '../../questions/feedback.ts';
import type { View } from '../../questions/kinds.ts';

const FILE = join(import.meta.dirname, '../../.build/test-decks.json');
const decks = JSON.parse(readFileSync(FILE, 'utf8')) as readonly CompiledDeck[];

/** A question as the robot finds it on the screen, with what it takes to answer it. */
export interface Found {
  readonly fact: string;
  readonly id: string;
  readonly view: View;
  readonly question: Question;
  readonly standing: string;
  /** The right answer, one line an item. */
  readonly solution: readonly string[];
}

export function deckNamed(id: string): CompiledDeck {
  const found = decks.find(({ deck }) => deck.id === id);
  if (found === undefined) throw new Error(`no deck ${id}`);
  return found;
}

/** Every question of a deck, with its right answer. */
export function questionsOf({ deck, key, document }: CompiledDeck): readonly Found[] {
  return deck.facts.flatMap((fact) =>
    fact.questions.flatMap(({ id, view }) => {
      const keyed = key.facts[fact.id];
      const question = keyed?.questions[id];
      if (keyed === undefined || question === undefined) throw new Error(`no key for ${fact.id}/${id}`);
      const told = giveFeedback(deck, key, document, { fact: fact.id, question: id, answer: null })?.told;
      return [
        { fact: fact.id, id, view, question, standing: keyed.standing, solution: told?.solution ?? [] },
      ];
    }),
  );
}

/** Where a quiz is: in a page of its own, or in a frame of another's that has the focus. */
export type Place = Page | Frame;

function frameOf(place: Place): Frame {
  return 'mainFrame' in place ? place.mainFrame() : place;
}

/** The question that is on the screen: its kind, prompt and texts are all there. */
export async function readQuestion(place: Place, all: readonly Found[]): Promise<Found> {
  const form = frameOf(place).locator('form.question[data-state=open]');
  await form.waitFor();
  const kind = (await form.getAttribute('data-kind')) ?? '';
  const shown = plain((await form.textContent()) ?? '');
  const fits = all.filter(
    ({ view }) => view.kind === kind && textsOf(view).every((text) => shown.includes(plain(text))),
  );
  const [found] = fits.toSorted((a, b) => textsOf(b.view).join('').length - textsOf(a.view).join('').length);
  if (found === undefined) throw new Error(`the robot does not know this question: ${shown}`);
  return found;
}

function textsOf(view: View): readonly string[] {
  switch (view.kind) {
    case 'choice':
    case 'multiple':
      return [view.prompt, ...view.options];
    case 'cloze':
      return [view.prompt, ...view.parts];
    case 'order':
      return [view.prompt, ...view.items];
    case 'match':
      return [view.prompt, ...view.lefts];
    case 'judge':
      return [view.prompt, view.claim];
    case 'evidence':
      return [view.prompt, view.claim, ...view.sentences];
    case 'short':
    case 'number':
    case 'list':
      return [view.prompt];
  }
}

function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Answers the question on the screen rightly, with the keyboard alone. */
export async function giveByKeyboard(place: Place, found: Found): Promise<void> {
  await KEYBOARD[found.view.kind](frameOf(place), found);
}

/** The same, and waits for the verdict. */
export async function answerByKeyboard(place: Place, found: Found): Promise<KindName> {
  const frame = frameOf(place);
  await giveByKeyboard(place, found);
  await frame.locator('form.question[data-state=marked]').waitFor({ timeout: 5000 });
  return found.view.kind;
}

type Typist = (frame: Frame, found: Found) => Promise<void>;

const press: Typist = async (frame, { solution, standing, view }) => {
  const right = view.kind === 'judge' ? [standing] : solution;
  const values = await frame
    .locator('form.question input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const chosen =
    view.kind === 'evidence' ? right.filter((value) => values.includes(value)).slice(0, 1) : right;
  for (const value of chosen) await frame.page().keyboard.press(String(values.indexOf(value) + 1));
  await frame.page().keyboard.press('Enter');
};

const type =
  (textsFor: (found: Found) => readonly string[]): Typist =>
  async (frame, found) => {
    const texts = textsFor(found);
    for (const [at, text] of texts.entries()) {
      await frame.page().keyboard.type(text);
      if (at + 1 < texts.length) await frame.page().keyboard.press('Tab');
    }
    await frame.page().keyboard.press('Enter');
  };

const typeNumber = type(({ question }) =>
  question.kind === 'number'
    ? [`${question.answer}${question.unitRequired === true ? ` ${question.unit ?? ''}` : ''}`]
    : [],
);

const sort: Typist = async (frame, { solution }) => {
  const items = frame.locator('form.question ol li');
  const texts = () => frame.locator('form.question ol li .option-text').allTextContents();
  await tabTo(frame, 'form.question ol li');
  for (const [to, text] of solution.entries()) {
    let at = (await texts()).indexOf(text);
    const focused = await items.evaluateAll((all) => all.indexOf(document.activeElement as HTMLLIElement));
    for (let step = focused; step < at; step += 1) await frame.page().keyboard.press('ArrowDown');
    for (let step = focused; step > at; step -= 1) await frame.page().keyboard.press('ArrowUp');
    for (; at > to; at -= 1) await frame.page().keyboard.press('Alt+ArrowUp');
  }
  await frame.page().keyboard.press('Enter');
};

const joinPairs: Typist = async (frame, { view, solution }) => {
  if (view.kind !== 'match') throw new Error('another kind');
  const selects = frame.locator('form.question select');
  for (const [at, left] of view.lefts.entries()) {
    await tabTo(frame, 'form.question select', at);
    const right = view.rights.find((one) => solution.includes(`${left} – ${one}`)) ?? '';
    for (let step = 0; step <= view.rights.length; step += 1) {
      if ((await selects.nth(at).inputValue()) === right) break;
      await frame.page().keyboard.press('ArrowDown');
    }
  }
  await tabTo(frame, 'form.question button.primary');
  await frame.page().keyboard.press('Enter');
};

const KEYBOARD: Readonly<Record<KindName, Typist>> = {
  choice: press,
  multiple: press,
  judge: press,
  evidence: press,
  short: type(({ solution }) => solution),
  cloze: type(({ question }) =>
    question.kind === 'cloze' ? blanksOf(question.text).blanks.map(({ answer }) => answer) : [],
  ),
  number: typeNumber,
  list: type(({ solution }) => solution),
  order: sort,
  match: joinPairs,
};

/** Presses Tab until the element, the one at `nth` of those that fit, has the focus. */
export async function tabTo(place: Place, selector: string, nth = 0): Promise<void> {
  const frame = frameOf(place);
  for (let presses = 0; presses < 80; presses += 1) {
    const there = await frame.evaluate(
      ([wanted, at]) =>
        [...document.querySelectorAll(wanted)].indexOf(document.activeElement as Element) === at,
      [selector, nth] as const,
    );
    if (there) return;
    await frame.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** Presses the focused primary action after the verdict. */
export async function next(place: Place): Promise<void> {
  const frame = frameOf(place);
  await frame.page().keyboard.press('Enter');
  await frame
    .locator('form.question[data-state=open], main.finish, main.frame-pane')
    .waitFor({ timeout: 5000 });
}
