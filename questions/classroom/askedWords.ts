import type { View } from '../kinds.ts';

/** What a question asks, in one line: its prompt, and what it is about where that stands beside the prompt. */
export function askedWords(view: View): string {
  if (view.kind === 'cloze') return view.parts.join(' ____ ').trim();
  if (view.kind === 'judge' || view.kind === 'evidence') return `${view.prompt} “${view.claim}”`;
  return view.prompt;
}
