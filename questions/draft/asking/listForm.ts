import type { FormDraft } from '../finder.ts';

const CONFIDENCE_MAX = 0.92;
const ITEMS_MAX = 8;
const ITEM_LENGTH_MAX = 80;

/** A question for several things in any order; undefined where they are too many, too long, or said twice. */
export function listForm(
  id: string,
  prompt: string,
  items: readonly string[],
  confidence: number,
): FormDraft | undefined {
  const texts = items.map((item) => item.replace(/^(?:the|an?)\s+/i, '').replace(/[.;,]+$/, ''));
  const isSound = texts.every((text) => text !== '' && text.length <= ITEM_LENGTH_MAX);
  if (!isSound || texts.length < 2 || texts.length > ITEMS_MAX) return undefined;
  if (new Set(texts.map((text) => text.toLowerCase())).size < texts.length) return undefined;
  return {
    id,
    confidence: Math.min(CONFIDENCE_MAX, confidence),
    question: { kind: 'list', prompt, answer: texts.map((text) => ({ text, accept: [] })), allow: [] },
  };
}
