import { blanksOf } from '../blank.ts';
import { foldSpelling } from '../typed/fold.ts';
import { quoted, type Remark, type Rule } from './finding.ts';
import type { Posed, Subject } from './subject.ts';

const BLANKS_MAX = 2;
const VISIBLE_MIN = 5;

const FUNCTION_WORDS = new Set(
  (
    'a an the of in on at to for by from with and or but nor as is are was were be been being it its his her their this that these those which who ' +
    'whom whose he she they we you i not so if then than there has have had do does did will would can could may might must shall should'
  ).split(' '),
);

/** The rules about gaps in a sentence. */
export function cloze({ posed }: Subject): readonly Remark[] {
  return posed.flatMap(clozeRemarks);
}

function clozeRemarks({ question, path }: Posed): readonly Remark[] {
  if (question.kind !== 'cloze') return [];
  const { parts, blanks } = blanksOf(question.text);
  const visible = parts.join(' ').match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  const remark = (rule: Rule, message: string): Remark => ({ rule, path: [...path, 'text'], message });
  const empty = blanks.filter(({ answer }) =>
    foldSpelling(answer)
      .split(' ')
      .every((word) => FUNCTION_WORDS.has(word)),
  );
  return [
    ...(blanks.length > BLANKS_MAX
      ? [remark('many-blanks', `${blanks.length} blanks leave too little to go by: at most ${BLANKS_MAX}`)]
      : []),
    ...(visible < VISIBLE_MIN
      ? [remark('no-context', `only ${visible} words are left to read: at least ${VISIBLE_MIN}`)]
      : []),
    ...empty.map(({ answer }) =>
      remark(
        'function-word',
        `${quoted(answer)} is grammar, not knowledge: blank a word that says something`,
      ),
    ),
  ];
}
