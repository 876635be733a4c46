/**
 * Types of Steppe's embedded quiz. Take this file into your project, and name it where your compiler does not find it by itself:
 * `/// <reference path="./embed.d.ts" />`. For JSX say once in a module which library it is, here Preact (`react` is the same):
 *
 *     declare module 'preact' {
 *       namespace JSX {
 *         interface IntrinsicElements {
 *           'steppe-quiz': SteppeQuizAttributes & HTMLAttributes<HTMLElement>;
 *         }
 *       }
 *     }
 */

/** The first question, or the word that there is none, is on the screen. */
interface SteppeReady {
  readonly deck: string;
  /** The deck's title. */
  readonly title: string;
  /** How many questions this sitting has. */
  readonly questions: number;
}

/** One question was answered. Neither the answer nor its key is told. One that is taken back is told again. */
interface SteppeAnswer {
  readonly deck: string;
  readonly fact: string;
  readonly question: string;
  readonly outcome: 'right' | 'close' | 'partial' | 'wrong';
  /** How many have been answered in this sitting, this one included. */
  readonly answered: number;
  /** Of how many. */
  readonly of: number;
}

/** The sitting is over: how many answers there were, and how they were; one that the learner claimed to be right counts as right. */
interface SteppeComplete {
  readonly deck: string;
  readonly answered: number;
  readonly right: number;
  readonly close: number;
  readonly partial: number;
  readonly wrong: number;
}

/** The attributes of `<steppe-quiz>`. */
interface SteppeQuizAttributes {
  /** The deck's id. */
  deck: string;
  /** Only facts with one of these tags, parted by spaces or commas. */
  tags?: string;
  /** How many questions, 1 to 50; 5 when missing. */
  count?: number | string;
  mode?: 'practice' | 'once';
  /** As on any element: the interface is in English so far. */
  lang?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** Marks the passage in the page itself, where the page has it. */
  highlight?: 'page';
}

interface HTMLElementTagNameMap {
  'steppe-quiz': HTMLElement;
}

/** The events bubble: listen on the element, or on the document for all quizzes of a page. */
interface GlobalEventHandlersEventMap {
  'steppe-ready': CustomEvent<SteppeReady>;
  'steppe-answer': CustomEvent<SteppeAnswer>;
  'steppe-complete': CustomEvent<SteppeComplete>;
}
