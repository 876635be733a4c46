import type { VNode } from 'preact';
import { lazyScreen } from './lazyScreen.tsx';
import { useObserved } from './observed.ts';
import { place } from './router.ts';
import { DeckScreen } from './screens/deck.tsx';
import { HomeScreen } from './screens/home.tsx';
import { MissingScreen } from './screens/missing.tsx';
import { StudyScreen } from './screens/study.tsx';

const EmbedCodeScreen = lazyScreen(async () => (await import('./screens/embedCode.tsx')).EmbedCodeScreen);
const KeyScreen = lazyScreen(async () => (await import('./screens/key.tsx')).KeyScreen);
const ProgressScreen = lazyScreen(async () => (await import('./screens/progress.tsx')).ProgressScreen);
const WholeScreen = lazyScreen(async () => (await import('./screens/whole.tsx')).WholeScreen);

/** The screen that the address names. */
export function App(): VNode {
  const { route, hash } = useObserved(place);
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'deck':
      return <DeckScreen key={route.deck} id={route.deck} />;
    case 'study':
      return <StudyScreen key={`${route.deck} ${route.query}`} id={route.deck} query={route.query} />;
    case 'document':
      return <WholeScreen key={route.deck} id={route.deck} at={route.query.get('at') ?? hash} />;
    case 'progress':
      return <ProgressScreen key={route.deck} id={route.deck} />;
    case 'embed':
      return <EmbedCodeScreen key={route.deck} id={route.deck} />;
    case 'key':
      return <KeyScreen />;
    case 'missing':
      return <MissingScreen />;
  }
}
