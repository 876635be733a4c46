import { useMemo } from 'preact/hooks';
import { StandingsSchema } from '../../../questions/classroom/api.ts';
import type { Retain } from '../../../questions/classroom/assignment.ts';
import type { KeptStanding } from '../../../questions/classroom/recall.ts';
import { predictionCheck, recallByFact, standingsOf } from '../../../questions/classroom/recallReport.ts';
import { factsInScope } from '../../../questions/classroom/retain.ts';
import type { Assigned, ClassState } from '../../../questions/classroom/state.ts';
import { momentText, nowMs } from '../../clock.ts';
import { lazyStyle } from '../../lazyStyle.ts';
import { useAsked } from '../asked.ts';
import { askServer } from '../../askServer.ts';
import { useTestDeck, type TestDeck } from '../grading/testDeck.ts';
import { ByPassage } from './byPassage.tsx';
import { Prediction } from './prediction.tsx';
import { RecallStudents } from './recallStudents.tsx';
import retainCss from './retain.css?url';

interface RetainProps {
  readonly classId: string;
  readonly state: ClassState;
  readonly assigned: Assigned;
}

/** What a class will still know on the day, as its teacher sees it, and after the day how right that was. */
export function RetainTeacher({ classId, state, assigned }: RetainProps) {
  const { settings } = assigned;
  if (settings.kind !== 'retain') throw new Error(`Inconsistent: ${assigned.id} is no retain assignment`);
  const deck = useTestDeck(classId, settings.deck);
  const { said, again } = useAsked(() => askStandings(classId, assigned.id));
  if (said === undefined || deck.state === 'loading')
    return (
      <p class="loading" role="status">
        One moment …
      </p>
    );
  if (!said.ok) return <Failed why={said.why} onAgain={again} />;
  if (deck.state === 'failed') return <Failed why={deck.why} onAgain={() => window.location.reload()} />;
  const { standings, readAtMs } = said.value;
  return (
    <>
      <div class="age">
        <p class="quiet" role="status">
          Read {momentText(readAtMs)}. Students tell where they stand after each session; what was told within
          the last minute may be missing.
        </p>
        <button type="button" class="quiet-link" onClick={again}>
          Read again
        </button>
      </div>
      <Recall state={state} settings={settings} deck={deck.deck} standings={standings} />
    </>
  );
}

async function askStandings(classId: string, assignment: string) {
  const [said] = await Promise.all([
    askServer('GET', `/classes/${classId}/assignments/${assignment}/standings`, StandingsSchema),
    lazyStyle(retainCss),
  ]);
  return said;
}

function Recall(props: {
  readonly state: ClassState;
  readonly settings: Retain;
  readonly deck: TestDeck;
  readonly standings: readonly KeptStanding[];
}) {
  const { state, settings, deck, standings } = props;
  const { scope, dateMs, target } = settings;
  const { facts, own, recall, prediction } = useMemo(() => {
    const inScope = factsInScope(
      deck.facts.map(({ fact, tags }) => ({ id: fact, tags })),
      scope,
    );
    const latest = standingsOf(state.students, standings).filter(({ report }) => report.facts.length > 0);
    return {
      facts: inScope,
      own: latest,
      recall: recallByFact(latest, inScope, dateMs),
      prediction: predictionCheck(latest),
    };
  }, [state, deck, standings]);
  return (
    <div class="retain">
      {prediction !== null && <Prediction check={prediction} />}
      <RecallStudents
        students={state.students}
        standings={own}
        recall={recall}
        facts={facts.length}
        target={target}
        isOver={nowMs() >= dateMs}
      />
      <ByPassage deck={deck} recall={recall} students={own.length} />
    </div>
  );
}

function Failed({ why, onAgain }: { why: string; onAgain: () => void }) {
  return (
    <section class="error" role="alert">
      <h2>What the class knows could not be read</h2>
      <p>{why}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onAgain}>
          Try again
        </button>
      </div>
    </section>
  );
}
