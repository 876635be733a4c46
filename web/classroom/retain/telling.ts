import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { StandingReport } from '../../../questions/classroom/recall.ts';
import type { Review } from '../../../questions/review.ts';
import { warn } from '../../warn.ts';
import { askServer } from '../../askServer.ts';

/** Whether the teacher knows the student's present standing. */
export type Telling = 'nothing-yet' | 'telling' | 'told' | 'not-told';

/** Below the prefix of the tab's sessions, so that an erasure takes it along (sessionKept.ts). */
const PREFIX = 'steppe/session/standing/';

/** Tells the teacher a standing, once for the same log; the next visit tries again where that failed. */
export function useTelling(
  classId: string,
  assignment: string,
  reviews: readonly Review[],
  report: StandingReport,
): Telling {
  const mark = markOf(reviews);
  const [telling, setTelling] = useState<Telling>('nothing-yet');
  useEffect(() => {
    if (reviews.length === 0) return;
    if (toldMark(assignment) === mark) return setTelling('told');
    let isHere = true;
    setTelling('telling');
    const path = `/classes/${classId}/assignments/${assignment}/standing`;
    void askServer('PUT', path, v.null(), report).then(({ ok }) => {
      if (ok) keepToldMark(assignment, mark);
      if (isHere) setTelling(ok ? 'told' : 'not-told');
    });
    return () => {
      isHere = false;
    };
  }, [mark]);
  return telling;
}

/** Another one for every log: entries are only ever added, and the latest is named. */
function markOf(reviews: readonly Review[]): string {
  const latest = reviews.reduce((last, { id }) => (id > last ? id : last), '');
  return `${reviews.length} ${latest}`;
}

function toldMark(assignment: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + assignment);
  } catch (error) {
    warn('What was told of the standing could not be read.', error);
    return null;
  }
}

function keepToldMark(assignment: string, mark: string): void {
  try {
    sessionStorage.setItem(PREFIX + assignment, mark);
  } catch (error) {
    warn('The standing is told again on the next visit.', error);
  }
}
