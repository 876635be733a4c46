import type { ComponentChildren } from 'preact';
import { after } from '../after.ts';
import { Asking } from '../asking.tsx';
import { newSeed } from '../chance.ts';
import { useOpened, type Opened } from '../opened.ts';
import { deckPath } from '../routes.ts';
import { Steps } from '../steps.tsx';
import { stepsOf } from '../studySession.ts';
import { newSession, useStudying } from '../studying.ts';
import { hasActed } from './acted.ts';
import { Failed } from './failed.tsx';
import type { FrameLog } from './frameLog.ts';
import type { Place } from './framePlace.ts';
import { NO_SCHEDULE, onceSession, practiceOf } from './frameScope.ts';
import type { FrameWish } from './frameWish.ts';
import { useLater } from './later.ts';
import { useTelling } from './telling.ts';

/** What every part of a quiz is about. */
interface QuizProps {
  readonly deck: string;
  readonly wish: FrameWish;
  readonly place: Place;
  readonly log: FrameLog;
}

/** A quiz of a deck, in the page of somebody else. */
export function Quiz(props: QuizProps) {
  const opening = useOpened(props.deck, props.log, props.wish.mode === 'once' ? 'until-known' : 'a-while');
  if (opening.state === 'loading') return <Loading />;
  if (opening.state === 'failed') return <Failed {...opening} />;
  return <Session opened={opening} {...props} />;
}

function Session({ opened, ...props }: QuizProps & { readonly opened: Opened }) {
  const { wish, place, log } = props;
  const { deck } = opened.open;
  const studying = useStudying(opened, {
    // Nothing is in the log before the parts for it are there, see frameLog.ts.
    fold: (...all) => after.get()?.fold(...all) ?? NO_SCHEDULE,
    first: (schedule) =>
      wish.mode === 'once'
        ? onceSession(deck, schedule, wish, newSeed())
        : newSession(deck, schedule, '', practiceOf(wish)),
    atEnd: log.flush,
  });
  const { session, phase } = studying;
  const passage = useTelling(place.host, opened.open, studying, wish.highlight);
  const later = useLater();
  if (session.current === null)
    return (
      <Frame {...props} later={later}>
        {later === null ? <Loading /> : <later.Ending opened={opened} studying={studying} wish={wish} />}
      </Frame>
    );
  return (
    <Frame {...props} later={later}>
      <header class="frame-head">
        <Steps steps={stepsOf(session, phase.at === 'told')} />
      </header>
      <Asking
        open={opened.open}
        studying={studying}
        takesFocus={hasActed()}
        notice={
          <>
            {later !== null && passage !== null && <later.InPageLink {...passage} />}
            {later !== null && <later.FrameNotice place={place} />}
          </>
        }
      />
    </Frame>
  );
}

function Loading() {
  return (
    <p class="loading" role="status">
      One moment …
    </p>
  );
}

function Frame(props: QuizProps & { later: ReturnType<typeof useLater>; children: ComponentChildren }) {
  const { deck, place, log, later } = props;
  return (
    <div class="frame">
      {props.children}
      <footer class="frame-foot">
        {later !== null && <later.Keeping place={place} log={log} />}
        <a class="quiet-link" href={deckPath(deck)} rel="noopener">
          {place.kind === 'nowhere' ? 'Open it in its own tab' : 'Steppe'} <span aria-hidden="true">↗</span>
        </a>
      </footer>
    </div>
  );
}
