import type { Test } from '../../../questions/classroom/assignment.ts';
import type { Gradebook } from '../../../questions/classroom/gradebook.ts';
import type { Assigned } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { ClassDocument } from './classDocument.tsx';
import { Disputes } from './disputes.tsx';
import { useGradebook, type ReadGradebook } from './gradebook.ts';
import { Marks } from './marks.tsx';
import { Questions } from './questions.tsx';
import { useTestDeck } from './testDeck.ts';
import { ViewLinks, type ViewName } from './views.tsx';

/** What a part of the gradebook is about. */
export interface GradingProps {
  readonly classId: string;
  readonly assigned: Assigned;
  readonly test: Test;
  readonly gradebook: Gradebook;
  /** When it was read, on the server's clock (ms since 1970). */
  readonly readAtMs: number;
  readonly awaitChange: ReadGradebook['awaitChange'];
}

/** A test's gradebook: its parts, how old it may be, and the way to read it again. */
export function TestViews(
  props: Omit<GradingProps, 'gradebook' | 'readAtMs' | 'awaitChange'> & { view: ViewName },
) {
  const { classId, assigned, view } = props;
  const { reading, readAgain, awaitChange } = useGradebook(classId, assigned.id);
  const deck = useTestDeck(classId, props.test.deck);
  const open = reading.state === 'read' ? openDisputes(reading.gradebook) : 0;
  return (
    <>
      <ViewLinks classId={classId} assignment={assigned.id} view={view} open={open} />
      {reading.state === 'loading' && (
        <p class="loading" role="status">
          One moment …
        </p>
      )}
      {reading.state === 'failed' && <Failed why={reading.why} onAgain={readAgain} />}
      {reading.state === 'read' && (
        <>
          <Age {...reading} onAgain={readAgain} />
          <View
            {...props}
            deck={deck}
            gradebook={reading.gradebook}
            readAtMs={reading.readAtMs}
            awaitChange={awaitChange}
          />
        </>
      )}
    </>
  );
}

function View(props: GradingProps & { view: ViewName; deck: ReturnType<typeof useTestDeck> }) {
  switch (props.view) {
    case 'marks':
      return <Marks {...props} />;
    case 'questions':
      return <Questions {...props} />;
    case 'document':
      return <ClassDocument {...props} />;
    case 'disputes':
      return <Disputes {...props} />;
  }
}

function openDisputes({ disputes }: Gradebook): number {
  return disputes.filter(({ decision }) => decision === null).length;
}

function Failed({ why, onAgain }: { why: string; onAgain: () => void }) {
  return (
    <section class="error" role="alert">
      <h2>The gradebook could not be read</h2>
      <p>{why}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onAgain}>
          Try again
        </button>
      </div>
    </section>
  );
}

interface AgeProps {
  readonly readAtMs: number;
  readonly isReading: boolean;
  readonly isLate: boolean;
  readonly problem: string | undefined;
  readonly onAgain: () => void;
}

/** When it was read; the store may list a write up to a minute late. */
function Age({ readAtMs, isReading, isLate, problem, onAgain }: AgeProps) {
  return (
    <div class="age">
      <p class="quiet" role="status">
        {isReading
          ? 'Reading …'
          : `Read ${momentText(readAtMs)}. What came in within the last minute may be missing.`}
        {isLate && ' Your change is kept, and will show here within a minute.'}
        {problem !== undefined && ` It could not be read again: ${problem}`}
      </p>
      <button type="button" class="quiet-link" aria-disabled={isReading} onClick={onAgain}>
        Read again
      </button>
    </div>
  );
}
