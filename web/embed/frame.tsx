import { render } from 'preact';
import { loadDeck } from '../deckClient.ts';
import { startEnterKey } from '../enterKey.ts';
import { startActing } from './acted.ts';
import { followHeight, heightMessages } from './frameHeight.ts';
import { frameLog } from './frameLog.ts';
import { findPlace } from './framePlace.ts';
import { applyLook, applyTheme } from './frameStyle.ts';
import { wishOf } from './frameWish.ts';
import { Quiz } from './quiz.tsx';
import { startLinks } from './wordpressLink.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('Inconsistent: the page has no #app');
const wish = wishOf(window.location.hash);
const deck = /^\/embed\/([^/]{1,64})\/?$/.exec(window.location.pathname)?.[1] ?? '';
// On its way while the page around the frame is met.
void loadDeck(deck);
const { dataset } = document.documentElement;
applyTheme(wish.theme);
if (wish.hosted) dataset['host'] = '';
startEnterKey();
startActing();
if (wish.secret !== null) startLinks(wish.secret);
const place = await findPlace(wish);
const { host } = place;
if (host === null) delete dataset['host'];
else {
  applyLook(host.setup);
  host.follow((said) => {
    if (said.type === 'style') applyLook(said);
  });
}
followHeight(root, (px) => {
  if (host !== null) host.say({ type: 'height', px });
  else if (window.parent !== window)
    for (const message of heightMessages(px, wish.secret)) window.parent.postMessage(message, '*');
});
root.replaceChildren();
render(<Quiz deck={deck} wish={wish} place={place} log={frameLog(place)} />, root);
