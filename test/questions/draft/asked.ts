import { blanksOf } from '../../../questions/blank.ts';
import { answersOf, stemOf } from '../../../questions/cue.ts';
import { givesAway } from '../../../questions/draft/asking/shortForm.ts';
import type { Finder, FoundFact } from '../../../questions/draft/finder.ts';
import { proposeGlossary } from '../../../questions/draft/proposeGlossary.ts';
import { standingOf } from '../../../questions/draft/standingCues.ts';
import { foundBy, sentencesIn } from './sentencesIn.ts';

/** What a finder finds in a document whose glossary is the proposed one, with standing by cues. */
export function foundIn(finder: Finder, document: string): readonly FoundFact[] {
  return foundBy(finder, document, {
    glossary: proposeGlossary(document, sentencesIn(document)),
    standingOf,
  });
}

/** Its short questions with their answers, as "Who led X? Y". */
export function shortIn(finder: Finder, document: string): readonly string[] {
  return formsIn(finder, document).flatMap((question) =>
    question.kind === 'short' ? [`${question.prompt} ${question.answer}`] : [],
  );
}

/** Its clozes, each with its gap. */
export function clozesIn(finder: Finder, document: string): readonly string[] {
  return formsIn(finder, document).flatMap((question) => (question.kind === 'cloze' ? [question.text] : []));
}

function formsIn(finder: Finder, document: string) {
  return foundIn(finder, document).flatMap(({ forms }) => forms.map(({ question }) => question));
}

/** What is wrong with what a finder finds, by the rules that hold for every finder. */
export function faultsIn(finder: Finder, document: string): readonly string[] {
  return foundIn(finder, document).flatMap((fact) => {
    const passage = document.slice(fact.passage.start, fact.passage.end);
    const outside = fact.answers.filter(
      ({ start, end }) => start < fact.passage.start || end > fact.passage.end || start >= end,
    );
    const given = fact.forms.flatMap(({ question }) => {
      const stem = stemOf(question, fact.statement);
      return question.kind === 'short' && answersOf(question).some((answer) => givesAway(stem, answer))
        ? [`gives away: ${stem}`]
        : [];
    });
    const lengths = fact.forms.flatMap(({ question }) => {
      if (question.kind !== 'cloze') return [];
      const visible =
        blanksOf(question.text)
          .parts.join(' ')
          .match(/\p{L}+/gu)?.length ?? 0;
      return visible < 5 || visible > 34 ? [`${visible} words: ${question.text}`] : [];
    });
    return [...outside.map(() => `answer outside: ${passage}`), ...given, ...lengths];
  });
}
