import type { DeckFile } from '../deck.ts';
import { quoted, type Remark } from './finding.ts';
import type { Posed, Subject } from './subject.ts';

const RESERVED = 'evidence';

/** The rules about names. Ids of a wrong form and keys that stand twice are faults of the file's form, see `formFindings`. */
export function ids({ file, posed }: Subject): readonly Remark[] {
  return [
    ...posed.flatMap(reservedId),
    ...posed.flatMap((one) => becauseUnknown(one, file)),
    ...file.retired.flatMap((_, at) => retiredRemarks(file, at)),
  ];
}

function reservedId({ id, path }: Posed): readonly Remark[] {
  if (id !== RESERVED) return [];
  const message = `every fact gets a question ${quoted(RESERVED)} of its own: choose another id`;
  return [{ rule: 'id-duplicate', path, message }];
}

/** A `because` of one word is a fact's id. */
function becauseUnknown({ question, path }: Posed, { facts }: DeckFile): readonly Remark[] {
  const part = 'distractors' in question ? 'distractors' : 'reject';
  const wrongs =
    'distractors' in question ? question.distractors : question.kind === 'short' ? question.reject : [];
  return wrongs.flatMap(({ because }, at): readonly Remark[] => {
    if (because === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(because) || Object.hasOwn(facts, because))
      return [];
    const message = `no fact has the id ${quoted(because)}: name one, or say why in words`;
    return [{ rule: 'because-unknown', path: [...path, part, at, 'because'], message }];
  });
}

function retiredRemarks({ facts, retired }: DeckFile, at: number): readonly Remark[] {
  const { id, replacedBy } = retired[at] ?? { id: '' };
  const remarks: Remark[] = [];
  if (Object.hasOwn(facts, id)) {
    const message = `${quoted(id)} is retired, so no fact may have this id: choose another for the fact`;
    remarks.push({ rule: 'retired-id-reused', path: ['retired', at, 'id'], message });
  }
  if (retired.findIndex((other) => other.id === id) < at) {
    const message = `${quoted(id)} is retired twice: remove one of the two`;
    remarks.push({ rule: 'id-duplicate', path: ['retired', at, 'id'], message });
  }
  if (replacedBy !== undefined && !endsWell({ facts, retired }, replacedBy)) {
    const message = `${quoted(replacedBy)} leads to no fact: name the fact that takes the memory over, or leave replacedBy out`;
    remarks.push({ rule: 'replaced-by-unknown', path: ['retired', at, 'replacedBy'], message });
  }
  return remarks;
}

/** Whether replacements lead to a fact, or to one that was retired without a replacement. */
function endsWell({ facts, retired }: Pick<DeckFile, 'facts' | 'retired'>, first: string): boolean {
  let id: string | undefined = first;
  for (let steps = 0; steps <= retired.length; steps += 1) {
    if (id === undefined || Object.hasOwn(facts, id)) return true;
    const next: DeckFile['retired'][number] | undefined = retired.find((other) => other.id === id);
    if (next === undefined) return false;
    id = next.replacedBy;
  }
  return false;
}
