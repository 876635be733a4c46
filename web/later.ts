import { startErasing } from './erasing.ts';
import { startOffline } from './offline.ts';
import { startReporting } from './reports.ts';

/** Starts what nobody waits for: apart from the app, so that the first question does not wait for it. */
export function startLater(): void {
  startErasing();
  startOffline();
  startReporting();
}
