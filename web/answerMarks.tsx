import type { View } from '../questions/kinds.ts';
import type { Place } from '../questions/passage.ts';
import { marksOf } from './marked.ts';
import type { Told } from './phase.ts';

/** The answer to a question with its marks. */
export function AnswerMarks(props: {
  view: View;
  seed: string;
  told: Told;
  /** Shows where the document proves an option wrong. */
  onShowPlace: (place: Place) => void;
}) {
  const { view, seed, told, onShowPlace } = props;
  const { answer, feedback } = told;
  if (feedback.told === undefined) return null;
  const Marks = marksOf(view);
  return (
    <Marks
      view={view}
      seed={seed}
      given={answer}
      verdict={feedback.verdict}
      told={feedback.told}
      onShowPlace={onShowPlace}
    />
  );
}
