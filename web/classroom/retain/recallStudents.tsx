import type { KeptStanding } from '../../../questions/classroom/recall.ts';
import type { ClassRecall } from '../../../questions/classroom/recallReport.ts';
import type { Student } from '../../../questions/classroom/state.ts';
import { momentText } from '../../clock.ts';
import { shareWords } from '../../words.ts';
import { Bar } from '../grading/bar.tsx';
import { classRecallWords, minutesWords } from './retainWords.ts';

interface StudentsProps {
  readonly students: readonly Student[];
  /** Of those who have begun. */
  readonly standings: readonly KeptStanding[];
  readonly recall: ClassRecall;
  /** How many facts there are to be known. */
  readonly facts: number;
  readonly target: number;
  /** Whether the date has passed. */
  readonly isOver: boolean;
}

/** Where each student of a class stands, and who has not begun. */
export function RecallStudents({ students, standings, recall, facts, target, isOver }: StudentsProps) {
  const present = students.filter(({ gone }) => !gone);
  const recalls = new Map(recall.students.map((one) => [one.member, one.recall]));
  const reports = new Map(standings.map((standing) => [standing.member, standing]));
  return (
    <section aria-labelledby="recall-students">
      <h2 id="recall-students">Students</h2>
      <p>{classRecallWords({ students: present.length, recalls: [...recalls.values()], target, isOver })}</p>
      {present.length > 0 && (
        <div class="scroll" role="region" aria-labelledby="recall-students" tabIndex={0}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Student</th>
                <th scope="col">On the date</th>
                <th scope="col">Plan, a day</th>
                <th scope="col" class="num">
                  Begun
                </th>
              </tr>
            </thead>
            <tbody>
              {present.map(({ member, name }) => (
                <StudentLine
                  key={member}
                  name={name}
                  recall={recalls.get(member)}
                  told={reports.get(member)}
                  facts={facts}
                  target={target}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function StudentLine(props: {
  readonly name: string;
  readonly recall: number | undefined;
  readonly told: KeptStanding | undefined;
  readonly facts: number;
  readonly target: number;
}) {
  const { name, recall, told, facts, target } = props;
  if (recall === undefined || told === undefined)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td class="quiet">○ not begun</td>
        <td>–</td>
        <td class="num">0 of {facts}</td>
      </tr>
    );
  const { report, sentAtMs } = told;
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="remarks">told {momentText(sentAtMs)}</span>
      </th>
      <td class="glance-right">
        {shareWords(recall)}
        {recall >= target && ' ✓ reached'}
        <Bar share={recall} />
      </td>
      <td>{report.minutesADay === 0 ? 'nothing more' : minutesWords(report.minutesADay)}</td>
      <td class="num">
        {report.facts.length} of {facts}
      </td>
    </tr>
  );
}
