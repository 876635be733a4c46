/** One of a few choices, each with what it means. */
export function Radios<T extends string>(props: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string; readonly means?: string }[];
  readonly value: T;
  readonly onValue: (value: T) => void;
}) {
  const { id, label, options, value, onValue } = props;
  return (
    <fieldset class="radios">
      <legend>{label}</legend>
      <div class="options">
        {options.map((option) => (
          <label key={option.value} class="option">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            <span class="option-text">
              {option.words}
              {option.means !== undefined && <span class="option-means">{option.means}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
