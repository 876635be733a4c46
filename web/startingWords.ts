import type { Subject } from './starting.ts';

/** What leads to the question. */
export function startWords(about: Subject): string {
  return about === null ? 'Start the whole deck afresh' : 'Start this fact afresh';
}

/** What will happen, before it does. `answers` count so far, at least one. */
export function beforeStartWords(about: Subject, answers: number): string {
  const to = about === null ? 'in this deck' : 'to this fact';
  return answers === 1
    ? `The one answer ${to} will no longer count. It stays in your log, and you can take this back.`
    : `The ${answers} answers ${to} will no longer count. They stay in your log, and you can take this back.`;
}

/** What has happened. */
export function startedWords(about: Subject): string {
  return about === null
    ? 'Started afresh. The answers in this deck up to now no longer count.'
    : 'Started afresh. The answers to this fact up to now no longer count.';
}

/** What happened at an earlier moment, which is given in words. */
export function heldWords(about: Subject, moment: string): string {
  return about === null ? `Whole deck started afresh, ${moment}.` : `Started afresh, ${moment}.`;
}

/** What has happened when a start afresh was taken back. */
export function takenBackWords(about: Subject): string {
  return about === null
    ? 'Taken back. The answers in this deck from before count again.'
    : 'Taken back. The answers to this fact from before count again.';
}
