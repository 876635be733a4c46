import { lazyScreen } from '../lazyScreen.tsx';
import { Page } from '../page.tsx';
import { useAsked } from './asked.ts';
import { askServerView } from './ownActs.ts';
import { RefusedPage } from './refused.tsx';

const TeacherClass = lazyScreen(async () => (await import('./teacher/teacherClass.tsx')).TeacherClass);
const StudentClass = lazyScreen(async () => (await import('./student/studentClass.tsx')).StudentClass);

/** A class, by what whoever asks is in it. */
export function ClassPage({ id }: { readonly id: string }) {
  const { said, again } = useAsked(() => askServerView(id));
  if (said === undefined) return <Page loading />;
  if (!said.ok) return <RefusedPage refusal={said} retry={again} />;
  return said.value.role === 'teacher' ? (
    <TeacherClass view={said.value} refresh={again} />
  ) : (
    <StudentClass view={said.value} />
  );
}
