import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/question.css';
import './styles/passage.css';
import './styles/app.css';
import './screens/screens.css';
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
