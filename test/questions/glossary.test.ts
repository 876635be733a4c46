import { describe, expect, it } from 'vitest';
import { allNames, entryNamed, formsOf, namesOf } from '../../questions/glossary.ts';
import type { Glossary } from '../../questions/glossary.ts';

const glossary: Glossary = {
  CSTO: { kind: 'organisation', aliases: ['Csto', 'Collective Security Treaty Organization'] },
  'Nur-Sultan': { kind: 'place', aliases: ['Astana', 'Nursultan'] },
  'Nursultan Nazarbayev': { kind: 'person', aliases: ['Nazarbayev', 'Nursultan'] },
};

describe('glossary', () => {
  it('finds the entry that a text names, by its name before any alias', () => {
    expect(entryNamed(glossary, 'the collective security treaty organisation')).toBe('CSTO');
    expect(entryNamed(glossary, 'nur sultan')).toBe('Nur-Sultan');
    expect(entryNamed(glossary, 'Nursultan')).toBe('Nur-Sultan');
    expect(entryNamed(glossary, 'NATO')).toBeUndefined();
    expect(entryNamed(glossary, '?')).toBeUndefined();
    expect(entryNamed(glossary, 'constructor')).toBeUndefined();
  });

  it('lists every form of an answer once, the answer first, also when the answer is an alias', () => {
    expect(namesOf(glossary, 'Astana')).toEqual(['Astana', 'Nur-Sultan', 'Nursultan']);
    expect(formsOf(glossary, 'Csto', ['the alliance'])).toEqual([
      'Csto',
      'the alliance',
      'CSTO',
      'Collective Security Treaty Organization',
    ]);
    expect(allNames(glossary)).toHaveLength(9);
  });
});
