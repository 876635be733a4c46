import { questionSeed } from '../questionSeed.ts';
import { counted } from './gradingWords.ts';
import type { PrintedPaper } from './paperVersions.ts';
import { printedSolution } from './printedSolution.ts';
import { VersionMark } from './testSheet.tsx';

/** A version's answers, each with the passage that proves it. */
export function AnswerSheet({ paper, version, of }: PrintedPaper & { readonly of: number }) {
  return (
    <section
      class="sheet answer-sheet"
      aria-label={of > 1 ? `Answers, version ${version.letter}` : 'Answers'}
      lang={paper.language}
    >
      <header class="sheet-head">
        <VersionMark version={version} of={of} />
        <h2>
          <span lang="en">Answers: </span>
          {paper.title}
        </h2>
      </header>
      <ol class="sheet-questions">
        {paper.questions.map((question, at) => (
          <li key={question.question} class="sheet-question">
            <div class="sheet-prompt">
              <span class="sheet-number">{at + 1}.</span>
              <p>{question.view.prompt}</p>
              <span class="sheet-points" lang="en">
                {counted(question.outOf, 'point')}
              </span>
            </div>
            <div class="sheet-answer">
              {printedSolution(question, questionSeed(version.seed, at)).map((line) => (
                <p key={line}>
                  <strong>{line}</strong>
                </p>
              ))}
              {question.explanation !== undefined && <p>{question.explanation}</p>}
              <blockquote>{question.passage}</blockquote>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
