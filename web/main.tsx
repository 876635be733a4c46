import { render } from 'preact';
import { App } from './app.tsx';
import { startEnterKey } from './enterKey.ts';
import { startRouter } from './router.ts';
import { startSync } from './sync.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('Inconsistent: the page has no #app');
startRouter();
startEnterKey();
startSync();
render(<App />, root);
