import { useMemo } from 'preact/hooks';
import type { KeyedFact } from '../../questions/compile.ts';
import { fold } from '../../questions/fold.ts';
import { strengthAt } from '../../questions/strength.ts';
import type { FactSchedule } from '../../questions/schedule.ts';
import { nowMs } from '../clock.ts';
import { keyOf } from '../grading.ts';
import { useOpenDeck } from '../openDeck.ts';
import type { Opened } from '../opened.ts';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { deckPath } from '../routes.ts';
import { retiredIn, rewordedIn } from '../studyDeck.ts';
import { DocumentScreen, type ShownFact } from './document.tsx';

/** A deck's whole document; in an open deck with its facts, one of them (`at`, or empty) marked. */
export function WholeScreen({ id, at }: { id: string; at: string }) {
  const opening = useOpenDeck(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <Whole {...opening} at={at} />;
}

function Whole({ open, reviews, at }: Opened & { readonly at: string }) {
  const { deck, document } = open;
  const facts = useMemo(() => shownFacts(open, reviews), [open, reviews]);
  const isFact = facts.some((fact) => fact.id === at);
  return (
    <Page name={`Document · ${deck.title}`} deck={deck} keepScroll={isFact}>
      <DocumentScreen
        title={deck.title}
        document={document}
        facts={facts}
        back={deckPath(deck.id)}
        language={deck.language}
        {...(isFact ? { at } : {})}
      />
    </Page>
  );
}

function shownFacts(open: Opened['open'], reviews: Opened['reviews']): readonly ShownFact[] {
  const schedule = fold(reviews, retiredIn(open.deck), rewordedIn(open.deck));
  const key = keyOf(open);
  return open.deck.facts.map(({ id }) =>
    shownFact(id, schedule.facts.get(id), key.ok ? key.value.facts[id] : undefined),
  );
}

function shownFact(id: string, memory: FactSchedule | undefined, keyed: KeyedFact | undefined): ShownFact {
  const strength = memory === undefined ? 0 : strengthAt(memory, nowMs());
  if (keyed === undefined) return { id, strength };
  const { statement, place, standing } = keyed;
  return { id, strength, statement, place, standing };
}
