import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OrderView } from '../../questions/kinds/order.ts';
import { shuffled } from '../../questions/seed.ts';
import type { FieldsProps, KindScreen } from '../kind.ts';
import { moved } from '../move.ts';

/** Items to put in order, with buttons or with the arrow keys. They begin shuffled. */
export const order: KindScreen<OrderView, readonly string[]> = {
  missing: 'Put the items in order first.',
  start: (view, seed) => shuffled(view.items, seed),
  isComplete: () => true,
  Fields: OrderFields,
};

type Control = 'item' | 'up' | 'down';

function OrderFields({ draft, onDraft, headingId }: FieldsProps<OrderView, readonly string[]>) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<{ at: number; control: Control }>(undefined);
  const [said, say] = useState('');

  useLayoutEffect(() => {
    if (held.current !== undefined) focusOn(list.current, held.current.at, held.current.control);
    held.current = undefined;
  });

  const move = (from: number, step: 1 | -1, control: Control) => {
    const to = from + step;
    if (to < 0 || to >= draft.length) return say(`It is already ${step < 0 ? 'first' : 'last'}.`);
    held.current = { at: to, control };
    say(`${draft[from] ?? ''}: now ${to + 1} of ${draft.length}.`);
    onDraft(moved(draft, from, to));
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (event.key === 'Enter' && event.target === event.currentTarget) {
      event.preventDefault();
      list.current?.closest('form')?.querySelector<HTMLElement>('.primary')?.click();
    }
    if (step === undefined) return;
    event.preventDefault();
    if (event.altKey || event.ctrlKey) move(at, step, 'item');
    else focusOn(list.current, at + step, 'item');
  };

  return (
    <>
      <p class="how" id={`${id}-how`}>
        Move an item with its buttons<span class="by-key">, or with Alt and the arrow keys</span>.
      </p>
      <ol
        ref={list}
        class="options numbered sortable"
        aria-labelledby={headingId}
        aria-describedby={`${id}-how`}
      >
        {draft.map((item, at) => (
          <li key={at} class="option" tabIndex={0} onKeyDown={(event) => onKeyDown(event, at)}>
            <span class="option-text">{item}</span>
            <MoveButton control="up" item={item} edge={at === 0} onMove={() => move(at, -1, 'up')} />
            <MoveButton
              control="down"
              item={item}
              edge={at === draft.length - 1}
              onMove={() => move(at, 1, 'down')}
            />
          </li>
        ))}
      </ol>
      <p class="sr-only" role="status">
        {said}
      </p>
    </>
  );
}

function MoveButton(props: { control: 'up' | 'down'; item: string; edge: boolean; onMove: () => void }) {
  const { control, item, edge, onMove } = props;
  return (
    <button type="button" class="move" data-control={control} aria-disabled={edge} onClick={onMove}>
      <span aria-hidden="true">{control === 'up' ? '↑' : '↓'}</span>
      <span class="sr-only">
        Move {control}: {item}
      </span>
    </button>
  );
}

function focusOn(list: HTMLElement | null, at: number, control: Control): void {
  const item = list?.children[at];
  const target = control === 'item' ? item : item?.querySelector(`[data-control=${control}]`);
  if (target instanceof HTMLElement) target.focus();
}
