import { TextField } from '../../../classroom/parts/textField.tsx';
import { Area } from './area.tsx';
import type { FieldProblems, QuestionFields } from './questionFields.ts';
import { WrongFields } from './wrongFields.tsx';

export interface KindFieldsProps {
  readonly id: string;
  readonly fields: QuestionFields;
  readonly problems: FieldProblems;
  readonly onFields: (fields: QuestionFields) => void;
  /** Other facts, which can prove an option wrong: by id, their statements. */
  readonly proofs: Readonly<Record<string, string>>;
  readonly language: string;
}

/** What a question of each kind is made of. */
export function KindFields(props: KindFieldsProps) {
  const { id, fields, problems, onFields, language } = props;
  const set = (part: Partial<QuestionFields>) => onFields({ ...fields, ...part });
  switch (fields.kind) {
    case 'short':
      return (
        <>
          <Prompt {...props} />
          <Answer {...props} />
          <Check
            id={`${id}-date`}
            label="The answer is a date, such as 2013, 2022-01 or 2022-01-08"
            isOn={fields.isDate}
            onChange={(isDate) => set({ isDate })}
          />
          <Area
            id={`${id}-accept`}
            label="Also right"
            means="One form a line."
            hasLines
            value={fields.accept}
            onValue={(accept) => set({ accept })}
            problem={problems['accept']}
            lang={language}
          />
          <Area
            id={`${id}-reject`}
            label="Known confusions"
            means="One a line: the wrong answer | why it is wrong."
            hasLines
            value={fields.reject}
            onValue={(reject) => set({ reject })}
            problem={problems['reject']}
            lang={language}
          />
        </>
      );
    case 'number':
      return (
        <>
          <Prompt {...props} />
          <Answer {...props} label="The figure" />
          <div class="class-pair">
            <TextField
              id={`${id}-unit`}
              label="Unit"
              value={fields.unit}
              onValue={(unit) => set({ unit })}
              problem={problems['unit'] ?? ''}
            />
            <TextField
              id={`${id}-tolerance`}
              label="May be off by"
              value={fields.tolerance}
              onValue={(tolerance) => set({ tolerance })}
              problem={problems['tolerance'] ?? ''}
            />
          </div>
          <Check
            id={`${id}-required`}
            label="The learner has to write the unit"
            isOn={fields.unitRequired}
            onChange={(unitRequired) => set({ unitRequired })}
          />
        </>
      );
    case 'cloze':
      return (
        <>
          <Area
            id={`${id}-text`}
            label="The sentence"
            means="The gap stands in double braces, with what it wants: {{2013|year}}."
            rows={3}
            value={fields.text}
            onValue={(text) => set({ text })}
            problem={problems['text']}
            lang={language}
          />
          <Area
            id={`${id}-accept`}
            label="Also right"
            means="One gap a line: the answer | another form | another."
            hasLines
            value={fields.accept}
            onValue={(accept) => set({ accept })}
            problem={problems['accept']}
            lang={language}
          />
        </>
      );
    case 'choice':
      return (
        <>
          <Prompt {...props} />
          <Answer {...props} label="The right option" />
          <WrongFields {...props} />
        </>
      );
    case 'multiple':
      return (
        <>
          <Prompt {...props} />
          <Lines {...props} label="The right options" means="One a line." />
          <WrongFields {...props} />
        </>
      );
    case 'list':
      return (
        <>
          <Prompt {...props} />
          <Lines
            {...props}
            label="The items"
            means="One a line; other right forms after a bar: Russia | Russian Federation."
          />
        </>
      );
    case 'order':
      return (
        <>
          <Prompt {...props} />
          <Lines {...props} label="The items, in the right order" means="One a line." />
        </>
      );
    case 'match':
      return (
        <>
          <Prompt {...props} />
          <Lines {...props} label="The pairs" means="One a line: left | right." />
          <WrongFields {...props} legend="Right sides that fit none" />
        </>
      );
    case 'judge':
      return (
        <Area
          id={`${id}-claim`}
          label="The claim"
          means="The fact’s statement where this is empty. The right answer is the fact’s standing."
          value={fields.claim}
          onValue={(claim) => set({ claim })}
          problem={problems['claim']}
          lang={language}
        />
      );
  }
}

function Prompt({ id, fields, problems, onFields, language }: KindFieldsProps) {
  return (
    <Area
      id={`${id}-prompt`}
      label="The question"
      value={fields.prompt}
      onValue={(prompt) => onFields({ ...fields, prompt })}
      problem={problems['prompt']}
      lang={language}
    />
  );
}

function Answer({
  id,
  fields,
  problems,
  onFields,
  label = 'The answer',
}: KindFieldsProps & { readonly label?: string }) {
  return (
    <TextField
      id={`${id}-answer`}
      label={label}
      value={fields.answer}
      onValue={(answer) => onFields({ ...fields, answer })}
      problem={problems['answer'] ?? ''}
    />
  );
}

function Lines(props: KindFieldsProps & { readonly label: string; readonly means: string }) {
  const { id, fields, problems, onFields, label, means, language } = props;
  return (
    <Area
      id={`${id}-answer`}
      label={label}
      means={means}
      rows={5}
      hasLines
      value={fields.answer}
      onValue={(answer) => onFields({ ...fields, answer })}
      problem={problems['answer']}
      lang={language}
    />
  );
}

/** One thing that is so or not. */
export function Check(props: {
  readonly id: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { id, label, isOn, onChange } = props;
  return (
    <label class="review-check" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
