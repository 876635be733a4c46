import { useEffect, useRef, useState } from 'preact/hooks';
import { keptIn } from '../journal.ts';
import { learnerKey } from '../learnerKey.ts';
import { followLog } from '../logChanges.ts';
import { useObserved } from '../observed.ts';
import { KeepingNotice } from '../keeping.tsx';
import { Page } from '../page.tsx';
import { pull } from '../pull.ts';
import { place } from '../router.ts';
import { KEY_PATH } from '../routes.ts';
import { BackupPart } from './backup.tsx';
import { ErasePart } from './erase.tsx';
import { KeyEntered } from './keyEntered.tsx';
import { KeyLinked } from './keyLinked.tsx';
import { KeyShown } from './keyShown.tsx';

/** The learner key: shown, taken from another device, and what can be done with all that it stands for. */
export function KeyScreen() {
  const arrival = useObserved(place);
  const [linked, setLinked] = useState(arrival.hash);
  const heading = useRef<HTMLHeadingElement>(null);
  const erasures = useErasures(() => setLinked(''));
  useEffect(() => void pull(), []);
  useEffect(() => {
    if (arrival.hash === '') return;
    setLinked(arrival.hash);
    // The secret stands in no history, and in no address that is copied from here.
    history.replaceState(history.state, '', KEY_PATH);
  }, [arrival]);
  const close = () => {
    setLinked('');
    heading.current?.focus();
  };
  return (
    <Page name="Your key">
      <main class="main key-main">
        <h1 ref={heading} tabIndex={-1}>
          Your key
        </h1>
        <p class="lead">
          Your progress belongs to a key, not to an account. Whoever has it can read and add to your progress.
          We cannot send you a new one.
        </p>
        {linked !== '' && <KeyLinked key={linked} text={linked} onClose={close} />}
        <PageOnly />
        <KeyShown />
        <KeyEntered key={erasures} />
        <BackupPart />
        <ErasePart />
      </main>
    </Page>
  );
}

/** How often everything was erased while the screen is shown: what was said of a key before is no longer true. */
function useErasures(onErasure: () => void): number {
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      followLog((change) => {
        if (change !== 'everything') return;
        void learnerKey().then((key) => {
          if (key !== null) return;
          setCount((before) => before + 1);
          onErasure();
        });
      }),
    [],
  );
  return count;
}

function PageOnly() {
  if (useObserved(keptIn) !== 'page') return <KeepingNotice />;
  return (
    <p class="notice" role="status">
      This browser does not let us keep anything. A key lives only as long as this page, and so do your
      answers: nothing is sent.
    </p>
  );
}
