import type { RepairEffect } from '../../../questions/classroom/gradebook.ts';
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

/** By the share of the points: a dropped question lowers both. */
function difference({ before, after }: Change): number {
  const share = ({ points, outOf }: Change['before']) => (outOf === 0 ? 0 : points / outOf);
  return Math.round((share(after) - share(before)) * 1e6);
}

function changeWords(change: Change): string {
  const by = difference(change);
  const share = `${Math.abs(Math.round(by / 1e4))} %`;
  if (by === 0) return '= as before';
  return by > 0 ? `↑ gains ${share}` : `↓ loses ${share}`;
}

function effectWords(gaining: number, losing: number): string {
  if (gaining === 0 && losing === 0) return 'Nobody gains or loses; only the points it counts of change.';
  const gain = `${counted(gaining, 'student')} ${gaining === 1 ? 'gains' : 'gain'}`;
  const loss = `${losing === 0 ? 'nobody' : losing} ${losing === 1 || losing === 0 ? 'loses' : 'lose'}`;
  return `${gain}, ${loss}.`;
}
