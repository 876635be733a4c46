import { FieldProblem } from '../../../classroom/parts/textField.tsx';
import type { KindFieldsProps } from './kindFields.tsx';
import type { WrongField } from './lines.ts';

const MOST = 8;
const NONE: WrongField = { text: '', because: '' };

/** The wrong options, each with what proves it wrong; an empty one at the end to write the next into. */
export function WrongFields(props: KindFieldsProps & { readonly legend?: string }) {
  const { id, fields, problems, onFields, proofs, language, legend = 'Wrong options' } = props;
  const rows = fields.wrongs.length < MOST ? [...fields.wrongs, NONE] : fields.wrongs;
  const set = (at: number, part: Partial<WrongField>) => {
    const wrongs = rows.map((wrong, index) => (index === at ? { ...wrong, ...part } : wrong));
    onFields({ ...fields, wrongs: wrongs.filter(({ text, because }) => text !== '' || because !== '') });
  };
  return (
    <fieldset class="field review-wrongs">
      <legend>{legend}</legend>
      <p class="quiet">Why it is wrong: your words, or the name of a fact that proves it.</p>
      {rows.map((wrong, at) => (
        <div key={at} class="review-wrong">
          <input
            class="text"
            aria-label={`Wrong option ${at + 1}`}
            placeholder={at === fields.wrongs.length ? 'another wrong option' : ''}
            autocomplete="off"
            value={wrong.text}
            lang={language}
            onInput={(event) => set(at, { text: event.currentTarget.value })}
          />
          <input
            class="text"
            aria-label={`Why option ${at + 1} is wrong`}
            placeholder="because …"
            autocomplete="off"
            list={`${id}-proofs`}
            value={wrong.because}
            onInput={(event) => set(at, { because: event.currentTarget.value })}
          />
          {Object.hasOwn(proofs, wrong.because) && <p class="quiet">{proofs[wrong.because]}</p>}
        </div>
      ))}
      <datalist id={`${id}-proofs`}>
        {Object.entries(proofs).map(([fact, statement]) => (
          <option key={fact} value={fact} label={statement} />
        ))}
      </datalist>
      <FieldProblem id={`${id}-wrongs-problem`} problem={problems['distractors'] ?? ''} />
    </fieldset>
  );
}
