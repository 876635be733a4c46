import * as v from 'valibot';
import type { Settings } from '../../../questions/classroom/assignment.ts';
import { FeedbackTimeSchema } from '../../../questions/classroom/assignment.ts';
import { AssignmentIdSchema, type AssignmentId } from '../../../questions/classroom/ids.ts';
import { fieldTime } from '../grading/fieldTime.ts';

const DAY_MS = 86_400_000;
const texts = v.array(v.string());

/** An assignment as it stands in the editor's fields: what is typed, right or wrong. */
export const FormSchema = v.object({
  assignment: AssignmentIdSchema,
  kind: v.picklist(['test', 'retain']),
  title: v.string(),
  deck: v.string(),
  /** What the scope goes by; the choices under the other ways are kept, should the teacher come back to them. */
  by: v.picklist(['all', 'tags', 'facts', 'questions']),
  tags: texts,
  facts: texts,
  questions: texts,
  /** Empty asks all. */
  count: v.string(),
  draw: v.picklist(['same', 'each']),
  seed: v.string(),
  /** Moments are local, as fields hold them. */
  opens: v.string(),
  closes: v.string(),
  /** Empty has no limit but the close. */
  minutes: v.string(),
  attempts: v.string(),
  counts: v.picklist(['first', 'last', 'best']),
  feedback: FeedbackTimeSchema,
  /** Of the questions whose points were typed. */
  points: v.record(v.string(), v.string()),
  date: v.string(),
  /** In per cent. */
  target: v.string(),
});
export type Form = v.InferOutput<typeof FormSchema>;

/** A new assignment: a test that opens now, for a week. */
export function newForm(assignment: AssignmentId, seed: string, nowMs: number): Form {
  return {
    assignment,
    kind: 'test',
    title: '',
    deck: '',
    by: 'all',
    tags: [],
    facts: [],
    questions: [],
    count: '10',
    draw: 'same',
    seed,
    opens: fieldTime(nowMs),
    closes: fieldTime(nowMs + 7 * DAY_MS),
    minutes: '',
    attempts: '1',
    counts: 'best',
    feedback: 'after-close',
    points: {},
    date: fieldTime(nowMs + 14 * DAY_MS),
    target: '90',
  };
}

/** The fields of an assignment that was saved; what its kind does not have is as in a new one. */
export function formOf(assignment: AssignmentId, settings: Settings, seed: string): Form {
  const { title, deck, scope, opensAtMs } = settings;
  const blank = newForm(assignment, seed, opensAtMs);
  const about = { ...blank, kind: settings.kind, title, deck, by: scope.by, ...chosenIn(scope) };
  if (settings.kind === 'retain')
    return {
      ...about,
      date: fieldTime(settings.dateMs),
      target: String(Math.round(settings.target * 1000) / 10),
    };
  const { count, draw, closesAtMs, minutes, attempts, counts, feedback, points } = settings;
  return {
    ...about,
    count: count === null ? '' : String(count),
    draw,
    seed: settings.seed,
    closes: fieldTime(closesAtMs),
    minutes: minutes === null ? '' : String(minutes),
    attempts: String(attempts),
    counts,
    feedback,
    points: Object.fromEntries(Object.entries(points).map(([ref, worth]) => [ref, String(worth)])),
  };
}

function chosenIn(scope: Settings['scope']): Partial<Pick<Form, 'tags' | 'facts' | 'questions'>> {
  switch (scope.by) {
    case 'all':
      return {};
    case 'tags':
      return { tags: scope.tags };
    case 'facts':
      return { facts: scope.facts };
    case 'questions':
      return { questions: scope.questions };
  }
}
