import { useMemo } from 'preact/hooks';
import { fold } from '../../questions/fold.ts';
import { strengthAt } from '../../questions/progress.ts';
import { nowMs } from '../clock.ts';
import { useOpenDeck, type Opened } from '../openDeck.ts';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { deckPath } from '../router.ts';
import { retiredIn } from '../studyDeck.ts';
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

function shownFacts({ deck, key }: Opened['open'], reviews: Opened['reviews']): readonly ShownFact[] {
  const schedule = fold(reviews, retiredIn(deck));
  return deck.facts.map(({ id }) => {
    const memory = schedule.facts.get(id);
    const keyed = key?.facts[id];
    return {
      id,
      strength: memory === undefined ? 0 : strengthAt(memory, nowMs()),
      ...(keyed === undefined ? {} : { statement: keyed.statement, place: keyed.place, standing: keyed.standing }),
    };
  });
}
