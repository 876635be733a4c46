import { useEffect, useRef, useState } from 'preact/hooks';
import { draftInThread, isDrafted } from './drafting.ts';
import type { OpenProject } from './openProject.ts';

/** Drafting once more, with what the glossary says by now. */
export interface DraftAgain {
  /** How far it has come, 0 to 1; null where none runs. */
  readonly share: number | null;
  /** What came of the last one, in a sentence; empty before the first. */
  readonly told: string;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Adds drafts to a project that were not offered before; what the author did stays. Ended when the screen is left. */
export function useDraftAgain(open: OpenProject): DraftAgain {
  const latest = useRef(open);
  latest.current = open;
  const running = useRef<AbortController | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [told, setTold] = useState('');
  useEffect(() => () => running.current?.abort(), []);

  const draft = async (signal: AbortSignal): Promise<string> => {
    const { yaml, document, offered } = latest.current.project;
    if (!latest.current.parsed.ok) return 'The deck file has faults: no drafts can be put into it.';
    if (!isDrafted(latest.current.parsed.source.file.language)) return 'Drafts are made for English only.';
    const asked = { yaml, document, offered, withGlossary: false };
    const end = await draftInThread(asked, setShare, signal);
    if (end.state === 'cancelled') return '';
    if (end.state === 'failed') return 'The drafter could not be loaded. Please try again.';
    // Something was changed meanwhile: the drafts go into the deck as it is now.
    if (latest.current.project.yaml !== yaml) return draft(signal);
    const { reasons, ...deck } = end.deck;
    const count = Object.keys(reasons).length;
    if (count === 0) return 'There is nothing new to draft.';
    latest.current.replace({ ...deck, reasons: { ...latest.current.project.reasons, ...reasons } });
    return count === 1 ? 'One draft was added.' : `${count} drafts were added.`;
  };
  const start = async () => {
    if (running.current !== null) return;
    running.current = new AbortController();
    setTold('');
    setShare(0);
    const said = await draft(running.current.signal);
    running.current = null;
    setShare(null);
    setTold(said);
  };
  return { share, told, start: () => void start(), cancel: () => running.current?.abort() };
}
