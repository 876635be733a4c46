import { observed } from '../../observed.ts';
import { warn } from '../../warn.ts';

const NAME = 'steppe-studio-keys';

/** Whether the single-letter keys of the studio are turned off (WCAG 2.1.4), kept in this browser. */
export const keysOff = observed(isKeptOff());

/** Turns the keys off or on. */
export function turnKeys(off: boolean): void {
  keysOff.set(off);
  try {
    localStorage.setItem(NAME, off ? 'off' : 'on');
  } catch (error) {
    warn('The choice about the keys is not kept.', error);
  }
}

function isKeptOff(): boolean {
  try {
    return localStorage.getItem(NAME) === 'off';
  } catch (error) {
    warn('The choice about the keys could not be read.', error);
    return false;
  }
}
