import { useEffect, useState } from 'preact/hooks';
import { momentText, nowMs } from '../../clock.ts';
import { Page } from '../../page.tsx';
import { classPath } from '../../routes.ts';
import type { Said } from '../../askServer.ts';
import { begin } from './begin.ts';
import { OwnAttempts } from './ownAttempts.tsx';
import type { Begun } from './student.tsx';
import {
  attemptsWords,
  counted,
  resultsWords,
  runningAttempt,
  stateAt,
  timeWords,
  type StudentTest,
} from './testWords.ts';

/** Timers cannot wait longer than this, in ms. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Before an attempt and after it: what to expect, what was done, and the way in. */
export function Before(props: {
  readonly classId: string;
  readonly test: StudentTest;
  readonly again: () => void;
  readonly onBegin: (begun: Begun) => void;
}) {
  const { classId, test, again } = props;
  const [aheadMs] = useState(() => test.nowMs - nowMs());
  const serverMs = nowMs() + aheadMs;
  const state = stateAt(test, serverMs);
  useEffect(() => {
    if (state === 'closed') return;
    const wait = (state === 'early' ? test.opensAtMs : test.closesAtMs) - serverMs;
    const timer = setTimeout(again, Math.min(TIMER_MAX_MS, wait + 500));
    return () => clearTimeout(timer);
  }, [test]);
  return (
    <Page name={test.title}>
      <main class="main test-before">
        <p class="kicker">
          <a class="quiet-link" href={classPath(classId)}>
            Your class
          </a>
        </p>
        <h1>{test.title}</h1>
        <p class="lead">A test on “{test.deckTitle}”.</p>
        <Changes changes={test.changes} />
        <Expect test={test} />
        <WayIn {...props} state={state} serverMs={serverMs} />
        <OwnAttempts classId={classId} test={test} serverMs={serverMs} />
      </main>
    </Page>
  );
}

function Expect({ test }: { test: StudentTest }) {
  const lines: readonly (readonly [string, string])[] = [
    ['Questions', String(test.questions)],
    ['Time', timeWords(test)],
    ['Opens', momentText(test.opensAtMs)],
    ['Closes', momentText(test.closesAtMs)],
    ['Attempts', attemptsWords(test)],
    ['Results', resultsWords(test, momentText)],
  ];
  return (
    <>
      <dl class="rows test-expect">
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        Answers are saved as you go, on this device and on the server. Times are in your zone,{' '}
        {Intl.DateTimeFormat().resolvedOptions().timeZone}.
      </p>
    </>
  );
}

/** What repairs changed, a line each. */
function Changes({ changes }: { changes: StudentTest['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <ul class="notice test-changes" aria-label="What your teacher has changed">
      {changes.map(({ prompt, how, words, sinceMs }) => (
        <li key={`${sinceMs} ${prompt}`}>
          <ChangeWords how={how} /> “{prompt}” {words}
        </li>
      ))}
    </ul>
  );
}

/** What a repair did to a question, in front of its prompt. */
export function ChangeWords({ how }: { how: 'key' | 'credit' | 'drop' }) {
  const words = {
    key: 'Another answer counts as right:',
    credit: 'Everyone has the points of:',
    drop: 'No longer counts:',
  };
  return <strong>{words[how]}</strong>;
}

const REFUSED: Readonly<Record<string, string>> = {
  'not-open-yet': 'The test has not opened yet.',
  closed: 'The test has closed meanwhile.',
  'no-attempts-left': 'You have no attempt left.',
  'unknown-class': 'You are no longer in this class. What you handed in stays with it.',
  unreachable: 'The server could not be reached. Nothing has begun yet.',
};

function WayIn(props: {
  readonly classId: string;
  readonly test: StudentTest;
  readonly state: 'early' | 'open' | 'closed';
  readonly serverMs: number;
  readonly again: () => void;
  readonly onBegin: (begun: Begun) => void;
}) {
  const { classId, test, state, serverMs, onBegin } = props;
  const [asked, setAsked] = useState<'no' | 'asking' | Extract<Said<never>, { ok: false }>>('no');
  const running = runningAttempt(test, serverMs);
  const isUsedUp = running === undefined && test.attempts.length >= test.attemptsMax;
  if (state === 'early') return <p class="notice">It opens on {momentText(test.opensAtMs)}.</p>;
  if (state === 'closed' || isUsedUp) {
    const words = state === 'closed' ? `It closed on ${momentText(test.closesAtMs)}.` : usedUp(test);
    return <p class="notice">{words}</p>;
  }
  const press = async () => {
    if (asked === 'asking') return;
    setAsked('asking');
    const said = await begin(classId, test, running?.attempt);
    if (said.ok) onBegin(said.value);
    else setAsked(said);
  };
  const verb = running === undefined ? 'Begin' : 'Go on';
  return (
    <>
      <div class="actions">
        <button type="button" class="primary" aria-disabled={asked === 'asking'} onClick={() => void press()}>
          {asked === 'asking' ? 'One moment …' : verb}
        </button>
        {running === undefined && test.minutes !== null && (
          <span class="quiet">
            The time runs from then on: {counted(test.minutes + test.extraMinutes, 'minute')}.
          </span>
        )}
      </div>
      <p class="problem" role="alert">
        {typeof asked === 'object' && (REFUSED[asked.code] ?? asked.why)}
      </p>
    </>
  );
}

function usedUp({ attemptsMax }: StudentTest): string {
  return attemptsMax === 1 ? 'You have had your attempt.' : `You have had your ${attemptsMax} attempts.`;
}
