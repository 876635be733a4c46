import { STUDENTS_MIN, type KnownFact } from '../../../questions/classroom/knownByClass.ts';
import type { ClassRecall } from '../../../questions/classroom/recallReport.ts';
import { shareWords } from '../../words.ts';
import { Bar } from '../grading/bar.tsx';
import { ColouredDocument } from '../grading/classDocument.tsx';
import type { TestDeck } from '../grading/testDeck.ts';
import { counted } from './retainWords.ts';

interface ByPassageProps {
  readonly deck: TestDeck;
  readonly recall: ClassRecall;
  /** How many students have begun. */
  readonly students: number;
}

/** What the class will recall of each passage on the date: as a table, and from five students up as the coloured document. */
export function ByPassage({ deck, recall, students }: ByPassageProps) {
  const facts = placed(deck, recall, students);
  const answered = new Map(recall.facts.map((one) => [one.fact, one.answered]));
  const begunWords = ({ fact }: KnownFact) =>
    `begun by ${answered.get(fact) ?? 0} of ${counted(students, 'student')}`;
  return (
    <section aria-labelledby="by-passage">
      <h2 id="by-passage">By passage, on the date</h2>
      {students === 0 && (
        <p>Once a student has practised, each passage stands here with what is predicted of it.</p>
      )}
      {students > 0 && students < STUDENTS_MIN && (
        <>
          <p>Once {STUDENTS_MIN} students have begun, the document is coloured here.</p>
          <PassageTable facts={facts} begunWords={begunWords} />
        </>
      )}
      {students >= STUDENTS_MIN && (
        <ColouredDocument
          deck={deck}
          facts={facts}
          detail={(fact) => `${shareWords(fact.known)} predicted, ${begunWords(fact)}`}
        />
      )}
    </section>
  );
}

function PassageTable(props: {
  readonly facts: readonly KnownFact[];
  readonly begunWords: (fact: KnownFact) => string;
}) {
  const { facts, begunWords } = props;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">Fact, in the document’s order</th>
          <th scope="col">Predicted</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.fact}>
            <th scope="row">
              {fact.statement}
              <span class="remarks">{begunWords(fact)}</span>
            </th>
            <td class="glance-right">
              {shareWords(fact.known)}
              <Bar share={fact.known} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The facts in scope with their places, in the document's order. */
function placed(deck: TestDeck, recall: ClassRecall, n: number): readonly KnownFact[] {
  const recalls = new Map(recall.facts.map((one) => [one.fact, one.recall]));
  return deck.facts
    .flatMap(({ fact, place, statement }): readonly KnownFact[] => {
      const known = recalls.get(fact);
      return known === undefined ? [] : [{ fact, place, statement, known, n }];
    })
    .sort((a, b) => a.place.start - b.place.start);
}
