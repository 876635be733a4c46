import { useEffect, useState } from 'preact/hooks';
import { Page } from '../../page.tsx';
import { navigate } from '../../router.ts';
import { classPath } from '../../routes.ts';
import type { Said } from '../../askServer.ts';
import { RefusedPage } from '../refused.tsx';
import type { ClassroomRoute } from '../route.ts';
import { AnswerSheet } from './answerSheet.tsx';
import { askPapers, seedFrom, versionsOf, VERSIONS_MAX, type PrintedPaper } from './paperVersions.ts';
import { TestSheet } from './testSheet.tsx';

/** The versions that the address names by `seed` and `versions`, as they will be printed, and the way to print them. */
export function Papers({ class: classId, assignment, query }: ClassroomRoute) {
  const id = assignment ?? '';
  const seed = seedFrom(query.get('seed')) ?? id.slice(-6);
  const count = Math.min(VERSIONS_MAX, Math.max(1, Number.parseInt(query.get('versions') ?? '1', 10) || 1));
  const [said, setSaid] = useState<Said<readonly PrintedPaper[]>>();
  const [times, setTimes] = useState(0);
  const [withAnswers, setWithAnswers] = useState(true);
  useEffect(() => {
    let isCurrent = true;
    void askPapers(classId, id, versionsOf(seed, count)).then((papers) => isCurrent && setSaid(papers));
    return () => {
      isCurrent = false;
    };
  }, [classId, id, seed, count, times]);
  if (said === undefined) return <Page loading />;
  const back = { href: classPath(classId, id), words: 'Back to the assignment' };
  if (!said.ok) return <RefusedPage refusal={said} retry={() => setTimes(times + 1)} back={back} />;
  const go = (nextSeed: string, nextCount: number) =>
    navigate(`${classPath(classId, `${id}/paper`)}?seed=${nextSeed}&versions=${nextCount}`);
  const title = said.value[0]?.paper.title ?? '';
  return (
    <Page name={`On paper · ${title}`}>
      <main class="main paper">
        <header class="paper-head">
          <a class="quiet-link" href={back.href}>
            ← {back.words}
          </a>
          <h1>On paper</h1>
          <Wish
            key={seed}
            seed={seed}
            count={count}
            withAnswers={withAnswers}
            onGo={go}
            onWithAnswers={setWithAnswers}
          />
        </header>
        {said.value.map((printed) => (
          <TestSheet key={printed.version.letter} {...printed} of={count} />
        ))}
        {withAnswers &&
          said.value.map((printed) => <AnswerSheet key={printed.version.letter} {...printed} of={count} />)}
      </main>
    </Page>
  );
}

interface WishProps {
  readonly seed: string;
  readonly count: number;
  readonly withAnswers: boolean;
  readonly onGo: (seed: string, count: number) => void;
  readonly onWithAnswers: (withAnswers: boolean) => void;
}

function Wish({ seed, count, withAnswers, onGo, onWithAnswers }: WishProps) {
  const [text, setText] = useState(seed);
  const next = seedFrom(text);
  return (
    <form
      class="paper-wish"
      aria-label="What is printed"
      onSubmit={(event) => {
        event.preventDefault();
        if (next !== undefined) onGo(next, count);
      }}
    >
      <div class="choice">
        <div class="field">
          <label for="paper-versions">Versions</label>
          <select
            id="paper-versions"
            value={count}
            onChange={(event) => onGo(seed, Number(event.currentTarget.value))}
          >
            {Array.from({ length: VERSIONS_MAX }, (_, at) => (
              <option key={at} value={at + 1}>
                {at + 1}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="paper-seed">Seed</label>
          <input
            id="paper-seed"
            type="text"
            maxLength={24}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            aria-invalid={next === undefined}
            aria-describedby="paper-means"
          />
        </div>
        <label class="doing">
          <input
            type="checkbox"
            checked={withAnswers}
            onChange={(event) => onWithAnswers(event.currentTarget.checked)}
          />
          <span>Answer sheets</span>
        </label>
      </div>
      <p class="quiet" id="paper-means">
        {next === undefined
          ? 'A seed is 1 to 24 letters, digits or hyphens.'
          : 'The same seed prints the same versions again. Another seed makes others.'}
      </p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => window.print()}>
          Print
        </button>
        {text !== seed && <button class="plain">Show these</button>}
      </div>
    </form>
  );
}
