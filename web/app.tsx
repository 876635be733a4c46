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
const AssignScreen = lazyScreen(async () => (await import('./classroom/assign.tsx')).AssignScreen);
const AssignmentScreen = lazyScreen(
  async () => (await import('./classroom/assignment.tsx')).AssignmentScreen,
);
const ClassesScreen = lazyScreen(async () => (await import('./classroom/classes.tsx')).ClassesScreen);
const ClassScreen = lazyScreen(async () => (await import('./classroom/class.tsx')).ClassScreen);
const JoinScreen = lazyScreen(async () => (await import('./classroom/join.tsx')).JoinScreen);
const PaperScreen = lazyScreen(async () => (await import('./classroom/paper.tsx')).PaperScreen);
const ReceiptScreen = lazyScreen(async () => (await import('./classroom/receipt.tsx')).ReceiptScreen);
const StudioScreen = lazyScreen(async () => (await import('./studio/studio.tsx')).StudioScreen);
const ProjectScreen = lazyScreen(async () => (await import('./studio/project.tsx')).ProjectScreen);
const ReportsScreen = lazyScreen(async () => (await import('./studio/reports.tsx')).ReportsScreen);
const ChangeScreen = lazyScreen(async () => (await import('./studio/change.tsx')).ChangeScreen);
const TeachScreen = lazyScreen(async () => (await import('./classroom/teach.tsx')).TeachScreen);

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
    case 'classes':
      return <ClassesScreen />;
    case 'join':
      return <JoinScreen />;
    case 'teach':
      return <TeachScreen />;
    case 'receipt':
      return <ReceiptScreen />;
    case 'class':
      return <ClassScreen key={route.class} id={route.class} />;
    case 'assign':
      return <AssignScreen key={`${route.class} ${route.assignment}`} {...route} />;
    case 'assignment':
      return <AssignmentScreen key={`${route.class} ${route.assignment}`} {...route} />;
    case 'paper':
      return <PaperScreen key={`${route.class} ${route.assignment}`} {...route} />;
    case 'studio':
      return <StudioScreen />;
    case 'project':
      return <ProjectScreen key={route.project} id={route.project} />;
    case 'reports':
      return <ReportsScreen key={route.project} id={route.project} />;
    case 'change':
      return <ChangeScreen key={route.project} id={route.project} />;
    case 'missing':
      return <MissingScreen />;
  }
}
