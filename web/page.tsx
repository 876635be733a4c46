import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Saved } from './keeping.tsx';
import { useObserved } from './observed.ts';
import { arrive, place } from './router.ts';
import { deckPath, KEY_PATH } from './routes.ts';
import { Steps } from './steps.tsx';
import type { Step } from './studySession.ts';

/** What every screen gives its page. */
export interface PageProps {
  /** The page's name, once its content is there. */
  readonly name?: string;
  /** The deck it is about. */
  readonly deck?: { readonly id: string; readonly title: string };
  /** A session's steps. */
  readonly steps?: readonly Step[];
  /** The content is still on its way. */
  readonly loading?: boolean;
  /** The screen goes to its own place of the page. */
  readonly keepScroll?: boolean;
  readonly children?: ComponentChildren;
}

/** The frame of every screen: the top bar, and below it the screen's main part. */
export function Page({ name, deck, steps, loading, keepScroll, children }: PageProps) {
  useEffect(() => {
    if (name !== undefined) arrive(name === 'Steppe' ? name : `${name} · Steppe`, keepScroll);
  }, [name]);
  return (
    <div class="page">
      <header class="topbar">
        {deck === undefined ? (
          <a class="deck-title" href="/">
            Steppe
          </a>
        ) : (
          <a class="deck-title" href={deckPath(deck.id)}>
            {deck.title}
          </a>
        )}
        {steps !== undefined && <Steps steps={steps} />}
        {deck === undefined && <OwnLinks />}
        <Saved />
      </header>
      {loading === true ? (
        <main class="main">
          <p class="loading" role="status">
            One moment …
          </p>
        </main>
      ) : (
        children
      )}
    </div>
  );
}

function OwnLinks() {
  const { screen } = useObserved(place).route;
  return (
    <>
      <a class="quiet-link studio-link" href="/studio" {...currentIf(screen === 'studio')}>
        Studio
      </a>
      <a class="quiet-link classes-link" href="/classes" {...currentIf(screen === 'classes')}>
        Classes
      </a>
      <a class="quiet-link key-link" href={KEY_PATH} {...currentIf(screen === 'key')}>
        Your key
      </a>
    </>
  );
}

function currentIf(isHere: boolean): { readonly 'aria-current'?: 'page' } {
  return isHere ? { 'aria-current': 'page' } : {};
}
