import { useId } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import type { Decision } from '../../../questions/publish.ts';
import { answerText } from '../../classroom/grading/gradingWords.ts';
import { momentText } from '../../clock.ts';
import { PassageInParagraph } from '../../passage.tsx';
import { projectPath } from '../../routes.ts';
import type { OpenProject } from '../openProject.ts';
import { withAccepted } from './accepting.ts';
import type { Deciding } from './deciding.ts';
import type { Reported } from './reported.ts';
import { reportedFact, type ReportedFact } from './reportedFact.ts';

const WORDS_AROUND = 60;

const DECIDED: Readonly<Record<Decision['decision'], string>> = {
  accepted: 'The answer is accepted now.',
  fixed: 'The question is mended.',
  retired: 'The question is no longer asked.',
  kept: 'The question was kept as it is.',
};

const OUTCOMES: Readonly<Record<Reported['outcome'], string>> = {
  right: 'judged right',
  close: 'judged close',
  partial: 'judged partly right',
  wrong: 'judged wrong',
};

export interface ReportProps {
  readonly open: OpenProject;
  readonly file: DeckFile;
  readonly reported: Reported;
  readonly deciding: Deciding;
}

/** One answer that learners reported, with the key and the passage, and the four ways to decide it. */
export function Report(props: ReportProps) {
  const { open, file, reported } = props;
  const id = useId();
  const { document } = open.project;
  const fact = reportedFact(file, document, reported);
  return (
    <article class="report" aria-labelledby={id}>
      <div class="report-main">
        <p class="kicker">{reportsWords(reported)}</p>
        <h3 id={id}>{fact?.asked ?? 'A question that the deck no longer asks'}</h3>
        {reported.words.map((words) => (
          <blockquote key={words} class="report-words">
            {words}
          </blockquote>
        ))}
        <dl class="rows">
          <div>
            <dt>Learner’s answer, {OUTCOMES[reported.outcome]}</dt>
            <dd>{answerText(reported.answer)}</dd>
          </div>
          {fact !== undefined && (
            <div>
              <dt>The key</dt>
              <dd>{fact.key.join('; ')}</dd>
            </div>
          )}
        </dl>
        <Decide {...props} fact={fact} />
      </div>
      {fact?.place !== undefined && (
        <div class="report-passage">
          <h4>Where it says so</h4>
          <PassageInParagraph
            document={document}
            place={fact.place}
            words={WORDS_AROUND}
            language={file.language}
          />
        </div>
      )}
    </article>
  );
}

function Decide({
  open,
  reported,
  deciding,
  fact,
}: ReportProps & { readonly fact: ReportedFact | undefined }) {
  const { decided, isBusy, onDecide } = deciding;
  const decision = reported.reports.map((id) => decided.get(id)).find(Boolean) ?? reported.decision;
  if (decision !== null) return <p class="notice">{DECIDED[decision]}</p>;
  const choice = (name: Decision['decision'], words: string, look = 'plain') => (
    <button type="button" class={look} aria-disabled={isBusy} onClick={() => onDecide(reported, name)}>
      {words}
    </button>
  );
  if (fact === undefined)
    return <div class="actions">{choice('retired', 'Publish without it, and say so')}</div>;
  const takes = fact.question !== undefined && withAccepted(fact.question, reported.answer) !== undefined;
  return (
    <div class="actions">
      {takes && choice('accepted', 'Accept this answer')}
      <a class="plain" href={`${projectPath(open.project.id)}#${reported.fact}/${reported.question}`}>
        Mend it
      </a>
      {choice('fixed', 'It is mended: publish', 'quiet-link')}
      {fact.question !== undefined && choice('retired', 'Ask it no longer', 'quiet-link danger')}
      {choice('kept', 'Keep it as it is', 'quiet-link')}
    </div>
  );
}

function reportsWords({ reports, latestMs }: Reported): string {
  const { length } = reports;
  return length === 1
    ? `Reported ${momentText(latestMs)}`
    : `Reported ${length} times, the latest ${momentText(latestMs)}`;
}
