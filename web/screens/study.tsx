import { fold } from '../../questions/fold.ts';
import type { Schedule } from '../../questions/schedule.ts';
import { useOpenDeck } from '../openDeck.ts';
import type { Opened } from '../opened.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { leaveScreen } from '../router.ts';
import { keptSession, useKept } from '../sessionKept.ts';
import { backFrom, wishIn } from '../sessionWanted.ts';
import { stepsOf } from '../studySession.ts';
import { newSession, useStudying } from '../studying.ts';
import { flush } from '../sync.ts';
import { dueWords } from '../words.ts';
import { nowMs } from '../clock.ts';
import { Asking } from '../asking.tsx';
import { Finish } from './finish.tsx';

/** A session: one question at a time, and at its end what was learnt. */
export function StudyScreen({ id, query }: { id: string; query: URLSearchParams }) {
  const opening = useOpenDeck(id, 'a-while');
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <Session {...opening} query={query} />;
}

function Session({ query, ...opened }: Opened & { readonly query: URLSearchParams }) {
  const { deck } = opened.open;
  const wanted = query.toString();
  const studying = useStudying(opened, {
    fold,
    first: (schedule) => keptSession(deck, wanted) ?? newSession(deck, schedule, wanted, wishIn(query)),
    atEnd() {
      leaveScreen();
      void flush();
    },
  });
  const { session, phase, schedule } = studying;
  useKept(deck.id, session);
  if (session.plan.length === 0) return <NothingToAsk deck={deck} schedule={schedule} wanted={wanted} />;
  if (session.current === null) return <Finish open={opened.open} studying={studying} />;
  return (
    <Page name={deck.title} deck={deck} steps={stepsOf(session, phase.at === 'told')} keepScroll>
      <Asking open={opened.open} studying={studying} notice={<KeepingNotice />} takesFocus />
    </Page>
  );
}

function NothingToAsk(props: { deck: Opened['open']['deck']; schedule: Schedule; wanted: string }) {
  const { deck, schedule, wanted } = props;
  const back = backFrom(deck.id, wanted);
  const dues = [...schedule.facts.values()].map(({ dueAtMs }) => dueAtMs);
  return (
    <Page name={deck.title} deck={deck}>
      <main class="main">
        <section class="empty">
          <h1>Nothing to study now</h1>
          {dues.length > 0 && <p>The next fact is due {dueWords(Math.min(...dues), nowMs())}.</p>}
          <div class="actions">
            <a class="primary" href={back.href}>
              {back.words}
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
