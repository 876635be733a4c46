import {
  AnsweredOnceSchema,
  AnswerOnceSchema,
  AssignableSchema,
  CheckReceiptSchema,
  DisputeBodySchema,
  GradebookReplySchema,
  PaperSchema,
  ReceiptSchema,
  ResultsSchema,
  SavedSchema,
  SaveSchema,
  SittingSchema,
  StandingsSchema,
  StudentAssignmentSchema,
  SubmitSchema,
  SubmittedSchema,
  TrialSchema,
} from '../../questions/classroom/api.ts';
import { RepairEffectSchema } from '../../questions/classroom/gradebook.ts';
import { StandingReportSchema } from '../../questions/classroom/recall.ts';

/** What is said about assignments, for the API's description. */
export const ATTEMPT_SHAPES = {
  StudentAssignment: StudentAssignmentSchema,
  Sitting: SittingSchema,
  Save: SaveSchema,
  Saved: SavedSchema,
  AnswerOnce: AnswerOnceSchema,
  AnsweredOnce: AnsweredOnceSchema,
  Submit: SubmitSchema,
  Submitted: SubmittedSchema,
  CheckReceipt: CheckReceiptSchema,
  Receipt: ReceiptSchema,
  Results: ResultsSchema,
  Dispute: DisputeBodySchema,
  StandingReport: StandingReportSchema,
  Gradebook: GradebookReplySchema,
  Trial: TrialSchema,
  RepairEffect: RepairEffectSchema,
  Paper: PaperSchema,
  Standings: StandingsSchema,
  Assignable: AssignableSchema,
};
