let acted = false;

/** Whether the learner has done something in this frame: before that it must not take the focus from the page around it. */
export function hasActed(): boolean {
  return acted;
}

const note = () => (acted = true);

/** Notes the first press of a key or a pointer. */
export function startActing(): void {
  for (const type of ['keydown', 'pointerdown'] as const)
    window.addEventListener(type, note, { capture: true, once: true });
}
