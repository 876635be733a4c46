import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useNumberKeys } from './numberKeys.ts';

/** Radio buttons or check boxes as large targets; the keys 1 to 9 press them. */
export function Options(props: {
  type: 'radio' | 'checkbox';
  options: readonly string[];
  chosen: readonly string[];
  onPress: (option: string) => void;
  headingId: string;
  serif?: boolean;
  /** What stands in the label instead of the option itself. */
  label?: (option: string) => ComponentChildren;
}) {
  const { type, options, chosen, onPress } = props;
  const name = useId();
  const own = useRef<HTMLFieldSetElement>(null);
  useNumberKeys(own, (at) => {
    const option = options[at];
    if (option === undefined) return;
    own.current?.querySelectorAll('input')[at]?.focus();
    onPress(option);
  });
  return (
    <fieldset
      ref={own}
      class={`options${props.serif === true ? ' serif' : ''}`}
      aria-labelledby={props.headingId}
    >
      {options.map((option, at) => (
        <label key={option} class="option">
          <input
            type={type}
            name={name}
            value={option}
            checked={chosen.includes(option)}
            onChange={() => onPress(option)}
            {...(at < 9 ? { 'aria-keyshortcuts': String(at + 1) } : {})}
          />
          <span class="option-text">{props.label?.(option) ?? option}</span>
          {at < 9 && (
            <kbd class="key" aria-hidden="true">
              {at + 1}
            </kbd>
          )}
        </label>
      ))}
    </fieldset>
  );
}
