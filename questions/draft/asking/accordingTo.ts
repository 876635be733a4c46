import type { Surroundings } from '../finder.ts';

/** How a document stands to what a sentence says, as a finder is told. */
export type Stands = ReturnType<Surroundings['standingOf']>;

const SAYS_WHOSE = /\baccording to\b/i;

/** Words that say whose claim it is before a question or statement; nothing where the document states it, or where it says so itself. */
export function accordingTo({ standing, by }: Stands, text: string): string {
  if (standing === 'stated' || SAYS_WHOSE.test(text)) return '';
  if (by !== undefined && text.toLowerCase().includes(by.toLowerCase())) return '';
  return `According to ${by ?? 'the text'}, `;
}

/** A question with whose claim it asks about. The prompt begins with a word that can be in lower case. */
export function attributed(stands: Stands, prompt: string): string {
  const opening = accordingTo(stands, prompt);
  if (opening === '') return prompt;
  const isQuestionWord =
    /^(?:in|on|at|by|for|from|since|between|about|roughly|how|what|which|who|whom|whose|where|when|name|the|an?|up|more|after|before|around|to|with|into|within|over|through|across|under|among|against|out|of|as|than|until|during|nearly|almost|put|since)\b/i;
  return (
    opening + (isQuestionWord.test(prompt) ? prompt.slice(0, 1).toLowerCase() + prompt.slice(1) : prompt)
  );
}
