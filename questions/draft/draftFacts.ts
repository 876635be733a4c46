import * as v from 'valibot';
import { DeckFileSchema, QuestionSchema, type AuthoredQuestion, type DeckFile, type Fact } from '../deck.ts';
import { passageAt } from '../passageAt.ts';
import { blocksOf } from './blocks.ts';
import { choiceForm, type Rival } from './choiceForm.ts';
import type { Draft, Drafted, DraftOptions, DraftQuestion } from './draft.ts';
import { newFactId } from './factId.ts';
import { FINDERS } from './finders.ts';
import type { FormDraft, FoundFact, Surroundings } from './finder.ts';
import { gate, type Gated } from './gate.ts';
import { judgeForm } from './judgeForm.ts';
import { joinFound } from './joinFound.ts';
import { proposeGlossary } from './proposeGlossary.ts';
import { sentencesOfBlocks } from './sentencesOfBlocks.ts';
import { signatureOf } from './signature.ts';
import { standingOf } from './standingCues.ts';
import type { Sentence } from './sentence.ts';

/** Below this a draft costs its reader more time than it saves. */
const CONFIDENCE_MIN = 0.3;
/** Of a whole book the surest are judged: more than anybody reviews, and the rest would take minutes. */
const FACTS_MOST = 1500;
/** What a warning of the lint takes from a draft's confidence. */
const WARNED = 0.7;

/** A found fact on its way to a draft. */
interface Numbered extends FoundFact {
  readonly factId: string;
  readonly answerTexts: readonly string[];
}

/**
 * Finds the facts of a document and drafts questions on them, the best first. What the lint marks with an error is not
 * drafted. The same document, glossary and ids give the same drafts.
 */
export function draftFacts(document: string, options: DraftOptions): Drafted {
  const { language, tagger, onProgress = () => undefined } = options;
  const sentences = sentencesOfBlocks(document, blocksOf(document), language, tagger);
  onProgress(0.2);
  const proposed = v.parse(DeckFileSchema.entries.glossary, proposeGlossary(document, sentences));
  const glossary = { ...proposed, ...options.glossary };
  const own = foundIn(document, sentences, glossary, (share) => onProgress(0.2 + share * 0.4));
  const found = surest(joinFound([...own, ...(options.also ?? [])]));
  const numbered = withIds(document, found, new Set(options.taken));
  const forms = new Map(numbered.map((fact) => [fact.factId, formsOf(fact, numbered, glossary)]));
  const facts = new Map(
    numbered.flatMap((fact): [string, Fact][] => {
      const made = factOf(document, fact, forms.get(fact.factId) ?? []);
      return made === undefined ? [] : [[fact.factId, made]];
    }),
  );
  const about = { document, language, glossary };
  const gated = gate(facts, about, (share) => onProgress(0.6 + share * 0.4));
  const drafts = numbered.flatMap((fact) => {
    const made = facts.get(fact.factId);
    return made === undefined ? [] : draftOf(fact, made, forms.get(fact.factId) ?? [], gated);
  });
  return {
    drafts: inOrder(withProvenOptions(drafts)),
    glossary: Object.fromEntries(
      Object.entries(proposed).filter(([name]) => !Object.hasOwn(options.glossary, name)),
    ),
  };
}

/** The facts that a deck can have, in their order. */
function surest(found: readonly FoundFact[]): readonly FoundFact[] {
  if (found.length <= FACTS_MOST) return found;
  const kept = new Set([...found].sort((a, b) => b.confidence - a.confidence).slice(0, FACTS_MOST));
  return found.filter((fact) => kept.has(fact));
}

function foundIn(
  document: string,
  sentences: readonly Sentence[],
  glossary: DeckFile['glossary'],
  onProgress: (share: number) => void,
): readonly FoundFact[] {
  const surroundings: Surroundings = {
    document,
    glossary,
    sentences,
    standingOf: (sentence) => standingOf(sentence),
  };
  return sentences.flatMap((sentence, at) => {
    if (at % 50 === 0) onProgress(at / sentences.length);
    return FINDERS.flatMap((find) => find(sentence, surroundings));
  });
}

function withIds(document: string, found: readonly FoundFact[], taken: Set<string>): readonly Numbered[] {
  return found.map((fact) => {
    const answerTexts = fact.answers.map(({ start, end }) => plain(document.slice(start, end)));
    return { ...fact, answerTexts, factId: newFactId(answerTexts[0] ?? '', fact.statement, taken) };
  });
}

/** A finder's own forms, a choice from the first short one, and for what is not plainly stated the question whose word it is. */
function formsOf(
  fact: Numbered,
  all: readonly Numbered[],
  glossary: DeckFile['glossary'],
): readonly FormDraft[] {
  const [own] = fact.forms.flatMap(({ question }) => (question.kind === 'short' ? [question.answer] : []));
  const rivals = all
    .filter((other) => other !== fact && other.answerType === fact.answerType && other.kin === fact.kin)
    .map(rivalOf);
  const choices = fact.forms
    .slice(0, own === undefined ? 0 : undefined)
    .flatMap((form) => choiceForm(form, { ...rivalOf(fact), text: own ?? '' }, rivals, glossary) ?? [])
    .slice(0, 1);
  const judged = judgeForm(fact, all);
  return [...fact.forms, ...choices, ...(judged === undefined ? [] : [judged])];
}

function rivalOf({ factId, answerTexts, answerType: type, reason, passage }: Numbered): Rival {
  return { factId, text: answerTexts[0] ?? '', type, reason, passage };
}

/** Undefined where its passage cannot be quoted, or nothing is left to ask. */
function factOf(document: string, fact: Numbered, forms: readonly FormDraft[]): Fact | undefined {
  const passage = passageAt(document, fact.passage);
  const questions = forms.flatMap(({ id, question }): [string, AuthoredQuestion][] => {
    const parsed = v.safeParse(QuestionSchema, { ...question, draft: true });
    return parsed.success ? [[id, parsed.output]] : [];
  });
  if (passage === undefined || questions.length === 0) return undefined;
  return {
    statement: fact.statement,
    standing: fact.standing,
    ...(fact.by === undefined ? {} : { by: fact.by }),
    passage,
    tags: [],
    allow: [],
    questions: Object.fromEntries(questions),
  };
}

/** Without what the gate refuses and what is too doubtful; nothing where no question is left. */
function draftOf(
  fact: Numbered,
  made: Fact,
  forms: readonly FormDraft[],
  { refused, warned }: Gated,
): readonly Draft[] {
  if (refused.has(fact.factId)) return [];
  const questions = forms
    .filter(({ id }) => Object.hasOwn(made.questions, id) && !refused.has(`${fact.factId}/${id}`))
    .map(({ id, confidence }): DraftQuestion => {
      const warnings = warned.get(`${fact.factId}/${id}`)?.length ?? 0;
      return {
        id,
        signature: signatureOf(id, fact.answerTexts, made.passage.exact),
        confidence: round(fact.confidence * confidence * WARNED ** warnings),
      };
    })
    .filter(({ confidence }) => confidence >= CONFIDENCE_MIN)
    .sort((a, b) => b.confidence - a.confidence);
  const [best] = questions;
  if (best === undefined) return [];
  const kept = questions.flatMap(({ id }): [string, AuthoredQuestion][] => {
    const question = made.questions[id];
    return question === undefined ? [] : [[id, question]];
  });
  const { factId, reason } = fact;
  const { confidence } = best;
  return [{ factId, fact: { ...made, questions: Object.fromEntries(kept) }, reason, confidence, questions }];
}

/** A wrong option whose proof was not drafted after all says so by no fact's id. */
function withProvenOptions(drafts: readonly Draft[]): readonly Draft[] {
  const ids = new Set(drafts.map(({ factId }) => factId));
  return drafts.map((draft) => {
    const questions = Object.entries(draft.fact.questions).map(([id, question]) => {
      if (question.kind !== 'choice') return [id, question] as const;
      const distractors = question.distractors.map(({ text, because }) =>
        because !== undefined && ids.has(because) ? { text, because } : { text },
      );
      return [id, { ...question, distractors }] as const;
    });
    return { ...draft, fact: { ...draft.fact, questions: Object.fromEntries(questions) } };
  });
}

function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => b.confidence - a.confidence);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
