import { useEffect, useState } from 'preact/hooks';
import { savingOf, type Sat } from './sat.ts';
import type { SittingRun } from './sittingRun.ts';
import { saidTimeLeft, timeLeftWords } from './timeLeft.ts';

const SAVING = {
  saved: { word: 'saved ✓', means: 'Everything is on the server.' },
  here: {
    word: 'saved here',
    means: 'Kept on this device; the server gets it now and then, and when you hand in.',
  },
  waiting: {
    word: 'waiting',
    means: 'Kept on this device. The server cannot be reached; it is tried again by itself.',
  },
} as const;

/** The bar above a test: its name, the time that is left, and where the answers are. */
export function TestBar({ run, sat }: { run: SittingRun; sat: Sat }) {
  const isSat = sat.where === 'here' && sat.progress.handIn === null;
  return (
    <header class="topbar test-bar">
      <span class="deck-title">{sat.fixed.title}</span>
      {isSat && <TimeLeft run={run} />}
      {isSat && <Saving sat={sat} />}
    </header>
  );
}

function TimeLeft({ run }: { run: SittingRun }) {
  const [leftMs, setLeftMs] = useState(run.leftMs);
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(run.leftMs()), 1000);
    return () => clearInterval(timer);
  }, [run]);
  return (
    <>
      <span class="test-time" role="timer" data-near={leftMs <= 5 * 60_000 ? '' : undefined}>
        {timeLeftWords(leftMs)}
      </span>
      <span class="sr-only" role="status">
        {saidTimeLeft(leftMs)}
      </span>
    </>
  );
}

function Saving({ sat }: { sat: Sat }) {
  const { word, means } = SAVING[savingOf(sat)];
  if (!sat.isKept)
    return (
      <span class="saved" role="status">
        not kept here: do not close this page
      </span>
    );
  return (
    <span class="saved" title={means}>
      {word}
    </span>
  );
}
