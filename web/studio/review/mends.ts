import { entryNamed } from '../../../questions/glossary.ts';
import type { AuthoredQuestion, DeckFile, Fact } from '../../../questions/deck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import type { Finding, Rule } from '../../../questions/lint/finding.ts';
import { showsOf, withGap } from './editor/asKind.ts';
import type { ReviewItem } from './reviewItem.ts';
import { attributed, counted, dated } from './mendedText.ts';

/** A way to mend what the lint found, in one press. */
export interface Mend {
  /** What the button says. */
  readonly words: string;
  readonly edits: readonly DeckEdit[];
}

type Ways = (item: ReviewItem, finding: Finding, file: DeckFile) => Mend | null;

const WAYS: Readonly<Partial<Record<Rule, Ways>>> = {
  'answer-in-stem': (item) => asGap(item),
  'answer-words-in-stem': (item) => asGap(item),
  'standing-hidden': (item, _finding, file) => {
    const name = item.fact.by ?? 'the author';
    const isName = (word: string) => entryNamed(file.glossary, word) !== undefined;
    return worded(item, `Begin with “According to ${name}”`, (stem) => attributed(stem, name, isName));
  },
  'by-missing': (item) => inFact(item, 'Say that it is the author’s', { by: 'the author' }),
  'time-relative': (item, finding) => whenWritten(item, finding),
  'as-of-missing': (item, finding) => whenWritten(item, finding),
  'shape-unstated': (item) => shape(item),
  'answer-not-in-passage': (item) =>
    inQuestion(item, 'It follows from the passage', { ...item.question, inferred: true }),
  'passage-plain-scalar': ({ factId, fact }) => ({
    words: 'Put it in quotes',
    edits: [{ type: 'passage', fact: factId, value: fact.passage }],
  }),
  'too-few-distractors': (item) => asTyped(item),
  'option-duplicate': (item, finding) => withoutOption(item, finding),
  'distractor-is-correct': (item, finding) => withoutOption(item, finding),
  'distractor-also-true': (item, finding) => withoutOption(item, finding),
  'option-type': (item, finding) => withoutOption(item, finding),
  'all-or-none-above': (item, finding) => withoutOption(item, finding),
  'absolute-term': (item, finding) => withoutOption(item, finding),
  'opinion-as-fact': (item) =>
    inFact(item, 'It is the author’s opinion', { standing: 'opinion', by: item.fact.by ?? 'the author' }),
};

/** How a finding about a question can be mended in one press; null where only its author can. */
export function mendOf(item: ReviewItem, finding: Finding, file: DeckFile): Mend | null {
  if (finding.rule === 'allow-unused') return forgotten(item, finding);
  return WAYS[finding.rule]?.(item, finding, file) ?? null;
}

/** Acknowledges a finding that does not block: the rule goes into the question's, or the fact's, `allow`. */
export function acknowledged(
  { factId, questionId, fact, question }: ReviewItem,
  { rule, path }: Finding,
): DeckEdit {
  if (path[2] !== 'questions')
    return { type: 'fact', fact: factId, value: { ...bare(fact), allow: [...fact.allow, rule] } };
  const value = { ...question, allow: [...question.allow, rule] };
  return { type: 'question', fact: factId, question: questionId, value };
}

function forgotten(item: ReviewItem, { path }: Finding): Mend {
  const words = 'Take it out';
  const others = (rules: readonly string[]) => rules.filter((_, at) => at !== path.at(-1));
  return path[2] === 'questions'
    ? inQuestion(item, words, { ...item.question, allow: others(item.question.allow) })
    : inFact(item, words, { allow: others(item.fact.allow) });
}

function inQuestion({ factId, questionId }: ReviewItem, words: string, value: AuthoredQuestion): Mend {
  return { words, edits: [{ type: 'question', fact: factId, question: questionId, value }] };
}

function inFact({ factId, fact }: ReviewItem, words: string, part: Partial<Omit<Fact, 'questions'>>): Mend {
  return { words, edits: [{ type: 'fact', fact: factId, value: { ...bare(fact), ...part } }] };
}

/** A fact without its questions: what an edit of the fact may say. */
function bare(fact: Fact): Omit<Fact, 'questions'> {
  const { statement, standing, by, passage, note, tags, allow } = fact;
  return {
    statement,
    standing,
    ...(by === undefined ? {} : { by }),
    passage,
    ...(note === undefined ? {} : { note }),
    tags,
    allow,
  };
}

/** The question with its stem worded anew; null where nothing would change. */
function worded(item: ReviewItem, words: string, again: (stem: string) => string): Mend | null {
  const { question } = item;
  if (question.kind === 'judge') return null;
  if (question.kind === 'cloze') {
    const text = again(question.text);
    return text === question.text ? null : inQuestion(item, words, { ...question, text });
  }
  const prompt = again(question.prompt);
  return prompt === question.prompt ? null : inQuestion(item, words, { ...question, prompt });
}

function whenWritten(item: ReviewItem, { path }: Finding): Mend | null {
  const words = 'Add “when the text was written”';
  if (path[2] === 'questions') return worded(item, words, dated);
  return inFact(item, words, { statement: dated(item.fact.statement) });
}

function shape(item: ReviewItem): Mend | null {
  const { question } = item;
  if (question.kind === 'list') {
    const count = question.answer.length;
    return worded(item, `Say that ${count} are wanted`, (stem) => counted(stem, String(count)));
  }
  if (question.kind === 'number' && question.unit !== undefined) {
    const { unit } = question;
    return worded(item, `Say “in ${unit}”`, (stem) => counted(stem, `in ${unit}`));
  }
  if (question.kind !== 'short' || question.expects !== 'date') return null;
  const part = ['year', 'month', 'day'][question.answer.split('-').length - 1] ?? 'year';
  return worded(item, `Say that the ${part} is wanted`, (stem) => counted(stem, `the ${part}`));
}

function withoutOption(item: ReviewItem, { path }: Finding): Mend | null {
  const { question } = item;
  const [, , , , list, at] = path;
  if (list !== 'distractors' || !('distractors' in question)) return null;
  const distractors = question.distractors.filter((_, index) => index !== at);
  if (distractors.length === 0) return null;
  return inQuestion(item, 'Take this option out', { ...question, distractors });
}

/** A choice with too few options asks for the same, typed. */
function asTyped(item: ReviewItem): Mend | null {
  const { question } = item;
  if (question.kind !== 'choice') return null;
  const { distractors: _, ...rest } = question;
  const value = { ...rest, kind: 'short', expects: 'text', accept: [], reject: [] } as const;
  return inQuestion(item, 'Ask it without options', { ...value, accept: [], reject: [] });
}

/** A question that tells its own answer becomes the statement with the answer as its gap. */
function asGap(item: ReviewItem): Mend | null {
  const { question, fact } = item;
  if (question.kind !== 'short' && question.kind !== 'choice') return null;
  const text = withGap(fact.statement, question.answer, showsOf(question.answer));
  if (text === fact.statement) return null;
  const accept = question.kind === 'short' && question.accept.length > 0;
  return inQuestion(item, 'Make it a gap in the sentence', {
    kind: 'cloze',
    text,
    accept: accept ? { [question.answer]: question.accept } : {},
    allow: question.allow,
    ...(question.draft === true ? { draft: true } : {}),
    ...(question.hint === undefined ? {} : { hint: question.hint }),
    ...(question.explanation === undefined ? {} : { explanation: question.explanation }),
    ...(question.inferred === undefined ? {} : { inferred: question.inferred }),
  });
}
