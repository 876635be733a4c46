import { expect, test } from 'vitest';
import { isTimeToSave } from '../../../web/classroom/test/autosave.ts';

const now = { unsaved: 1, questions: 20, made: 0, isHidden: false };

test('unsaved answers are sent once they are a third of the questions, or when the page is first hidden', () => {
  expect(isTimeToSave({ ...now, unsaved: 6 })).toBe(false);
  expect(isTimeToSave({ ...now, unsaved: 7 })).toBe(true);
  expect(isTimeToSave({ ...now, isHidden: true })).toBe(true);
  expect(isTimeToSave({ ...now, unsaved: 0, isHidden: true })).toBe(false);
});

test('a page that is hidden again and again leaves a write for a third of the questions', () => {
  expect(isTimeToSave({ ...now, made: 1, isHidden: true })).toBe(false);
  expect(isTimeToSave({ ...now, made: 1, unsaved: 7, isHidden: true })).toBe(true);
});

test('an attempt writes twice at most before it is handed in', () => {
  let writes = 0;
  for (let answered = 1, unsaved = 1; answered <= 20; answered += 1, unsaved += 1) {
    if (!isTimeToSave({ unsaved, questions: 20, made: writes, isHidden: answered % 3 === 0 })) continue;
    writes += 1;
    unsaved = 0;
  }
  expect(writes).toBe(2);
});
