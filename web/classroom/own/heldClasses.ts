import { ClassListSchema } from '../../../questions/classroom/api.ts';
import { askServer } from '../../askServer.ts';

/** How many classes this device's key teaches, and how many it has joined. */
export interface HeldClasses {
  readonly teaching: number;
  readonly joined: number;
}

/** Asks the server; null where it cannot be asked. Without a key there are none. */
export async function classesHeld(): Promise<HeldClasses | null> {
  const said = await askServer('GET', '/classes', ClassListSchema);
  if (!said.ok) return said.code === 'no-learner-key' ? { teaching: 0, joined: 0 } : null;
  const teaching = said.value.classes.filter(({ role }) => role === 'teacher').length;
  return { teaching, joined: said.value.classes.length - teaching };
}

/** What becomes of the classes once the key is erased, in sentences; `undefined` while they are counted. */
export function classesLostWords(held: HeldClasses | null | undefined): string {
  if (held === undefined) return 'One moment …';
  if (held === null)
    return 'They cannot be counted now. Without the key nobody gets back into a class, and what was handed in stays with it.';
  if (held.teaching + held.joined === 0) return 'There are none under this key.';
  return [
    held.teaching === 0
      ? []
      : [
          held.teaching === 1
            ? 'The class that you teach is left without you. Where nobody else teaches it, it has no teacher any more: delete it first, or invite one.'
            : `${held.teaching} classes that you teach are left without you. Where nobody else teaches them, they have no teacher any more: delete them first, or invite one.`,
        ],
    held.joined === 0
      ? []
      : [
          `You cannot get back into ${held.joined === 1 ? 'the class' : `the ${held.joined} classes`} that you joined.`,
        ],
    ['What was handed in stays with its class.'],
  ]
    .flat()
    .join(' ');
}
