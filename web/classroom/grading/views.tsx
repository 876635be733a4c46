import { classPath } from '../../routes.ts';

/** The parts of a test's gradebook, as the address names them (`?view=`). */
const VIEWS = ['marks', 'questions', 'document', 'disputes'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What each part is called. */
export const VIEW_NAMES: Readonly<Record<ViewName, string>> = {
  marks: 'Marks',
  questions: 'Questions',
  document: 'Document',
  disputes: 'Disputes',
};

/** The part that an address asks for; the marks where it names none. */
export function viewNamed(name: string | null): ViewName {
  return VIEWS.find((view) => view === name) ?? 'marks';
}

/** The address of a part, or of one question in it (`at`, from 0). */
export function viewPath(classId: string, assignment: string, view: ViewName, at?: number): string {
  const path = classPath(classId, assignment);
  const query = view === 'marks' ? '' : `?view=${view}`;
  return `${path}${query}${at === undefined ? '' : `#${questionAnchor(at)}`}`;
}

/** The id of a question's place in the part about questions; `at` is its column, from 0. */
export function questionAnchor(at: number): string {
  return `question-${at + 1}`;
}

/** The way between the parts. `open` is how many disputes wait for a decision. */
export function ViewLinks(props: { classId: string; assignment: string; view: ViewName; open: number }) {
  const { classId, assignment, open } = props;
  return (
    <nav class="views" aria-label="Parts of the gradebook">
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <a
              href={viewPath(classId, assignment, view)}
              {...(view === props.view ? { 'aria-current': 'page' as const } : {})}
            >
              {VIEW_NAMES[view]}
              {view === 'disputes' && open > 0 && (
                <span class="views-count">
                  {open}
                  <span class="sr-only"> to decide</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
