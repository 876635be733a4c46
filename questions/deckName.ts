import { fold } from './typed/fold.ts';

const LENGTH_MAX = 40;

/** A deck's name made of its title, none of those taken: lower-case words and digits joined by hyphens. */
export function deckNameOf(title: string, taken: Iterable<string>): string {
  const others = new Set(taken);
  const whole = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
  const name = shortened(whole) || 'deck';
  let free = name;
  for (let number = 2; others.has(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** Cut after a word, where there is one to cut after. */
function shortened(name: string): string {
  if (name.length <= LENGTH_MAX) return name;
  const cut = name.slice(0, LENGTH_MAX + 1).lastIndexOf('-');
  return name.slice(0, cut > 0 ? cut : LENGTH_MAX);
}
