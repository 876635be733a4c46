import { render } from 'preact';
import { App } from './app.tsx';
import { browserKeeper } from './browserKeeper.ts';
import { startEnterKey } from './enterKey.ts';
import { afterFirstScreen } from './firstScreen.ts';
import { keepWith } from './keeper.ts';
import { startPulling } from './pull.ts';
import { startRouter } from './router.ts';
import { startSync } from './sync.ts';
import { warn } from './warn.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('Inconsistent: the page has no #app');
keepWith(browserKeeper());
startRouter();
startEnterKey();
startSync();
startPulling();
render(<App />, root);
afterFirstScreen()
  .then(() => import('./later.ts'))
  .then(({ startLater }) => startLater())
  .catch((error: unknown) => warn('A part of the app could not be fetched.', error));
