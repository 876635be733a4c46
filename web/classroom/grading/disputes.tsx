import { useId, useRef } from 'preact/hooks';
import type { KnownDispute, Mark } from '../../../questions/classroom/gradebook.ts';
import { momentText } from '../../clock.ts';
import { Deciding } from './deciding.tsx';
import { answerText, pointsText } from './gradingWords.ts';
import { Proof } from './proof.tsx';
import { keyText, type DeckReading } from './testDeck.ts';
import type { GradingProps } from './testViews.tsx';

type DisputesProps = GradingProps & { readonly deck: DeckReading };

/** What students object to, those that wait first: each with the answer, the key and the passage, to be repaired or kept. */
export function Disputes(props: DisputesProps) {
  const { disputes } = props.gradebook;
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = disputes.filter(({ decision }) => decision === null);
  const decided = disputes.filter(({ decision }) => decision !== null);
  if (disputes.length === 0)
    return (
      <section class="empty">
        <h2>No disputes</h2>
        <p>Where a student objects to a mark, the answer stands here beside the key and the passage.</p>
      </section>
    );
  return (
    <section class="disputes" aria-labelledby="disputes-heading">
      <h2 ref={heading} id="disputes-heading" tabIndex={-1}>
        {waiting.length === 0 ? 'Every dispute is decided' : `${waiting.length} to decide`}
      </h2>
      {[...waiting, ...decided].map((dispute) => (
        <Dispute
          key={`${dispute.attempt} ${dispute.at}`}
          {...props}
          dispute={dispute}
          onDecided={() => heading.current?.focus()}
        />
      ))}
    </section>
  );
}

function Dispute(props: DisputesProps & { dispute: KnownDispute; onDecided: () => void }) {
  const { dispute, gradebook, deck } = props;
  const id = useId();
  const at = gradebook.columns.findIndex(({ question }) => question === dispute.question);
  const column = gradebook.columns[at];
  const mark = markOf(props);
  const known =
    deck.state === 'read' && dispute.question !== null
      ? deck.deck.questions.get(dispute.question)
      : undefined;
  return (
    <article class="dispute" aria-labelledby={id}>
      <div class="dispute-main">
        <p class="kicker">
          {dispute.name}, {momentText(dispute.sinceMs)}
        </p>
        <h3 id={id}>{column === undefined ? 'A question that is gone' : `${at + 1}. ${column.prompt}`}</h3>
        <blockquote class="dispute-words">{dispute.words}</blockquote>
        <dl class="key-facts">
          <div>
            <dt>Student’s answer</dt>
            <dd>{mark?.answer === undefined ? 'not answered' : answerText(mark.answer)}</dd>
          </div>
          <div>
            <dt>The key</dt>
            <dd>{keyText(deck, known)}</dd>
          </div>
          {mark !== undefined && (
            <div>
              <dt>Points</dt>
              <dd>
                {pointsText(mark.points)} of {pointsText(mark.outOf)}
              </dd>
            </div>
          )}
        </dl>
        <Deciding {...props} column={column} mark={mark} known={known} />
      </div>
      <Proof deck={deck} known={known} class="dispute-passage" words={60} />
    </article>
  );
}

function markOf({
  gradebook,
  dispute,
}: {
  gradebook: GradingProps['gradebook'];
  dispute: KnownDispute;
}): Mark | undefined {
  return gradebook.rows
    .flatMap(({ attempts }) => attempts)
    .find(({ attempt }) => attempt === dispute.attempt)
    ?.marks.find(({ at }) => at === dispute.at);
}
