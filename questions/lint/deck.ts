import { paragraphNumber, paragraphsOf } from '../document.ts';
import { findPassage, overlap } from '../passage.ts';
import { quoted, type Remark } from './finding.ts';
import { resemblances } from './resemblance.ts';
import type { Subject } from './subject.ts';

const MIX_MAX = 0.6;
/** Fewer questions than this are too few to speak of a mix. */
const MIX_LEAST = 5;

/** The rules about the deck as a whole. */
export function deck(subject: Subject): readonly Remark[] {
  return [...resemblances(subject), ...coverage(subject), ...kindMix(subject), ...opinionAsFact(subject)];
}

function coverage({ document, file }: Subject): readonly Remark[] {
  const paragraphs = paragraphsOf(document);
  const places = Object.values(file.facts).flatMap(({ passage }) => {
    const found = findPassage(document, passage);
    return found.found === 'once' ? [found.place] : [];
  });
  return paragraphs
    .filter((paragraph) => !places.some((place) => overlap(paragraph, place)))
    .map((paragraph) => {
      const start = document.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 40));
      const message = `paragraph ${paragraphNumber(paragraphs, paragraph)} (${quoted(start)}) has no fact`;
      return { rule: 'coverage', path: ['facts'], message };
    });
}

const RECALL = new Set(['short', 'number', 'list', 'cloze', 'order']);

function kindMix({ posed }: Subject): readonly Remark[] {
  if (posed.length < MIX_LEAST) return [];
  const counts = new Map<string, number>();
  for (const { question } of posed) counts.set(question.kind, (counts.get(question.kind) ?? 0) + 1);
  const [kind, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  const remarks: Remark[] = [];
  if (most > MIX_MAX * posed.length) {
    const message = `${most} of ${posed.length} questions are of the kind ${kind}: mix the kinds`;
    remarks.push({ rule: 'kind-mix', path: ['facts'], message });
  }
  if (!posed.some(({ question }) => RECALL.has(question.kind))) {
    const message = 'nothing is to be recalled, only recognised: add cloze, short, number or list questions';
    remarks.push({ rule: 'kind-mix', path: ['facts'], message });
  }
  return remarks;
}

const OPINION =
  /\b(?:seems?|appears?|appeared|probably|likely|perhaps|maybe|could|should|would|might|obviously|of course|certainly|surely|undoubtedly|no doubt|presum\w+|apparently|arguably|unfortunately|fortunately|extremely|remarkabl\w+|notabl[ey]|difficult to|hard to|needless|essentially|in essence|will)\b/i;

function opinionAsFact({ file }: Subject): readonly Remark[] {
  return Object.entries(file.facts).flatMap(([id, { standing, passage }]): readonly Remark[] => {
    const cue = standing === 'stated' ? OPINION.exec(passage.exact)?.[0] : undefined;
    if (cue === undefined) return [];
    const message = `${quoted(cue)} in the passage sounds like an opinion or a prediction: is it stated?`;
    return [{ rule: 'opinion-as-fact', path: ['facts', id, 'standing'], message }];
  });
}
