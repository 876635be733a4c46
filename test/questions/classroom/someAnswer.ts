import * as v from 'valibot';
import type { Sitting } from '../../../questions/classroom/api.ts';
import type { Answer } from '../../../questions/kind.ts';

/** An answer of a view's kind: what stands first in it, or this text where it is typed. */
export function someAnswer(view: Sitting['questions'][number]['view'], name: string): Answer {
  const texts = (field: string) => v.parse(v.array(v.string()), view[field]);
  switch (view.kind) {
    case 'choice':
    case 'judge':
      return texts('options')[0] ?? null;
    case 'multiple':
      return texts('options').slice(0, 1);
    case 'evidence':
      return texts('sentences')[0] ?? null;
    case 'order':
      return texts('items');
    case 'match':
      return texts('lefts').map((left) => [left, texts('rights')[0] ?? '']);
    case 'cloze':
      return texts('parts')
        .slice(1)
        .map(() => name);
    case 'list':
      return [name];
    default:
      return name;
  }
}
