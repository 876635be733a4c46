import { questionSeed } from '../questionSeed.ts';
import { counted, pointsText } from './gradingWords.ts';
import type { PrintedPaper, PrintedQuestion } from './paperVersions.ts';
import { PaperFields } from './paperFields.tsx';

type SheetProps = PrintedPaper & {
  /** How many versions there are. */
  readonly of: number;
};

/** The name of a version's sheet: its letter where there are several, and its seed. */
export function VersionMark({ version, of }: Pick<SheetProps, 'version' | 'of'>) {
  return (
    <p class="sheet-version">
      {of > 1 && <strong>Version {version.letter} </strong>}
      <span class="code">{version.seed}</span>
    </p>
  );
}

/** A test as a student gets it: nothing of the key is on it. */
export function TestSheet({ paper, version, of }: SheetProps) {
  const outOf = paper.questions.reduce((sum, question) => sum + question.outOf, 0);
  return (
    <section
      class="sheet"
      aria-label={of > 1 ? `Test, version ${version.letter}` : 'Test'}
      lang={paper.language}
    >
      <header class="sheet-head">
        <VersionMark version={version} of={of} />
        <h2>{paper.title}</h2>
        <p class="quiet" lang="en">
          {paper.deckTitle}. {counted(paper.questions.length, 'question')}, {counted(outOf, 'point')}
          {paper.minutes !== null && `, ${counted(paper.minutes, 'minute')}`}.
        </p>
        <dl class="sheet-lines" lang="en">
          <div>
            <dt>Name</dt>
            <dd />
          </div>
          <div>
            <dt>Date</dt>
            <dd />
          </div>
          <div>
            <dt>Points</dt>
            <dd>
              <span>of {pointsText(outOf)}</span>
            </dd>
          </div>
        </dl>
      </header>
      <ol class="sheet-questions">
        {paper.questions.map((question, at) => (
          <SheetQuestion
            key={question.question}
            question={question}
            number={at + 1}
            seed={questionSeed(version.seed, at)}
          />
        ))}
      </ol>
    </section>
  );
}

interface SheetQuestionProps {
  readonly question: PrintedQuestion;
  readonly number: number;
  readonly seed: string;
}

function SheetQuestion({ question, number, seed }: SheetQuestionProps) {
  return (
    <li class="sheet-question">
      <div class="sheet-prompt">
        <span class="sheet-number">{number}.</span>
        <p>{question.view.prompt}</p>
        <span class="sheet-points" lang="en">
          {counted(question.outOf, 'point')}
        </span>
      </div>
      <PaperFields view={question.view} seed={seed} />
    </li>
  );
}
