import { StudentAssignmentSchema, type StudentAssignment } from '../../questions/classroom/api.ts';
import type { ClassRecord } from '../../questions/classroom/act.ts';
import type { MemberId } from '../../questions/classroom/ids.ts';
import { lazyScreen } from '../lazyScreen.tsx';
import { lazyStyle } from '../lazyStyle.ts';
import { Page } from '../page.tsx';
import { classPath } from '../routes.ts';
import { useAsked } from './asked.ts';
import { askServer, type Said } from '../askServer.ts';
import { askServerView } from './ownActs.ts';
import analysisCss from './analysis.css?url';
import gradingCss from './grading.css?url';
import marksCss from './marks.css?url';
import { RefusedPage } from './refused.tsx';
import retainCss from './retain/retain.css?url';
import type { ClassroomRoute } from './route.ts';
import testCss from './test.css?url';
import { keptAttempts, unfinishedHere, type KeptAttempt } from './test/keptAttempt.ts';
import { withOwnReceipts } from './test/ownReceipts.ts';

const TeacherAssignment = lazyScreen(async () => {
  const [{ TeacherAssignment: screen }] = await Promise.all([
    import('./grading/teacherAssignment.tsx'),
    ...[gradingCss, marksCss, analysisCss].map(lazyStyle),
  ]);
  return screen;
});
const TestStudent = lazyScreen(async () => {
  const [{ TestStudent: screen }] = await Promise.all([import('./test/student.tsx'), lazyStyle(testCss)]);
  return screen;
});
const RetainStudent = lazyScreen(async () => {
  const [{ RetainStudent: screen }] = await Promise.all([
    import('./retain/student.tsx'),
    lazyStyle(retainCss),
  ]);
  return screen;
});

/** What somebody sees of an assignment, by what they are in the class. */
type Part =
  | { readonly role: 'teacher'; readonly me: MemberId; readonly record: ClassRecord }
  | { readonly role: 'student'; readonly assignment: StudentAssignment }
  /** A test that is being sat on this device: it goes on without the server. */
  | { readonly role: 'sitting'; readonly kept: KeptAttempt };

/** An assignment: its gradebook for a teacher; the test or the plan for a student. */
export function AssignmentScreen({ class: classId, assignment, query }: ClassroomRoute) {
  const id = assignment ?? '';
  const results = query.get('results');
  const { said, again } = useAsked(() => askPart(classId, id, results === null));
  if (said === undefined) return <Page loading />;
  if (!said.ok) return <RefusedPage refusal={said} retry={again} back={backTo(said.code, classId)} />;
  const part = said.value;
  const common = { classId, id, results, again };
  if (part.role === 'sitting') return <TestStudent {...common} test={null} unfinished={part.kept} />;
  if (part.role === 'teacher') {
    const view = query.get('view');
    const { me, record } = part;
    return <TeacherAssignment classId={classId} me={me} record={record} assignment={id} view={view} />;
  }
  if (part.assignment.kind === 'retain')
    return <RetainStudent classId={classId} assignment={part.assignment} />;
  return <TestStudent {...common} test={part.assignment} unfinished={null} />;
}

async function askPart(classId: string, id: string, maySit: boolean): Promise<Said<Part>> {
  const kept = maySit ? await unfinishedHere(classId, id) : undefined;
  if (kept !== undefined) return { ok: true, value: { role: 'sitting', kept } };
  const said = await askServerView(classId);
  if (!said.ok) return said;
  if (said.value.role === 'teacher') {
    const { me, record } = said.value;
    return { ok: true, value: { role: 'teacher', me, record } };
  }
  const asked = await askServer('GET', `/classes/${classId}/assignments/${id}`, StudentAssignmentSchema);
  if (!asked.ok) return asked;
  const assignment =
    asked.value.kind === 'test' ? withOwnReceipts(asked.value, await keptAttempts()) : asked.value;
  return { ok: true, value: { role: 'student', assignment } };
}

function backTo(code: string, classId: string): { readonly href: string; readonly words: string } {
  return code === 'unknown-class' || code === 'no-learner-key'
    ? { href: '/classes', words: 'Your classes' }
    : { href: classPath(classId), words: 'Back to the class' };
}
