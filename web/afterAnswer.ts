// What a question needs once it is answered, in one piece: it is fetched as soon as the first question stands.
export { fold } from '../questions/fold.ts';
export { AfterActions } from './afterActions.tsx';
export { answeredReview, claimReview, undoReview } from './answering.ts';
export { grade, warmGrading } from './grading.ts';
export { KeysDialog } from './keysDialog.tsx';
export { AnswerMarks } from './answerMarks.tsx';
export { ToldSide, VerdictWords } from './told.tsx';
export { reasonWords } from './verdictWords.ts';
