import type { RepairEffect } from '../../../questions/classroom/gradebook.ts';
import { shareWords } from '../../words.ts';
import { counted, pointsText } from './gradingWords.ts';

type Change = RepairEffect['changes'][number];

/** Who gains and who loses by a repair. */
export function Effect({ effect: { changes } }: { effect: RepairEffect }) {
  if (changes.length === 0) return <p>Nobody’s points change.</p>;
  const gaining = changes.filter((change) => difference(change) > 0).length;
  const losing = changes.filter((change) => difference(change) < 0).length;
  return (
    <>
      <p>
        <strong>{effectWords(gaining, losing)}</strong>
      </p>
      <table class="table effect">
        <caption class="sr-only">Points before and after the repair</caption>
        <thead>
          <tr>
            <th scope="col">Student</th>
            <th scope="col" class="num">
              Before
            </th>
            <th scope="col" class="num">
              After
            </th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.member}>
              <th scope="row">{change.name}</th>
              <td class="num">{ofWords(change.before)}</td>
              <td class="num">{ofWords(change.after)}</td>
              <td>{changeWords(change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ofWords({ points, outOf }: Change['before']): string {
  return `${pointsText(points)} of ${pointsText(outOf)}`;
}

function shareOf({ points, outOf }: Change['before']): number {
  return outOf === 0 ? 0 : points / outOf;
}

/** Of the shares, because a dropped question lowers both numbers; what is smaller than a rounding error is none. */
function difference({ before, after }: Change): number {
  const by = shareOf(after) - shareOf(before);
  return Math.abs(by) < 1e-9 ? 0 : by;
}

function changeWords(change: Change): string {
  const by = difference(change);
  if (by === 0) return '= as before';
  const shares = `${shareWords(shareOf(change.before))} → ${shareWords(shareOf(change.after))}`;
  return by > 0 ? `↑ gains: ${shares}` : `↓ loses: ${shares}`;
}

function effectWords(gaining: number, losing: number): string {
  if (gaining === 0 && losing === 0) return 'Nobody gains or loses; only the points it counts of change.';
  return `${whoWords(gaining, 'gain')}; ${whoWords(losing, 'lose').toLowerCase()}.`;
}

function whoWords(many: number, verb: 'gain' | 'lose'): string {
  return many === 0 ? `Nobody ${verb}s` : `${counted(many, 'student')} ${verb}${many === 1 ? 's' : ''}`;
}
