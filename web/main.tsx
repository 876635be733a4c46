import { render } from 'preact';
import { App } from './app.tsx';
import { startEnterKey } from './enterKey.ts';
import { startErasing } from './erasing.ts';
import { startOffline } from './offline.ts';
import { startPulling } from './pull.ts';
import { startRouter } from './router.ts';
import { startSync } from './sync.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('Inconsistent: the page has no #app');
startRouter();
startEnterKey();
startErasing();
startSync();
startPulling();
render(<App />, root);
startOffline();
