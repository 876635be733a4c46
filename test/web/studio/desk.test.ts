import { expect, test } from 'vitest';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import type { DeckFile } from '../../../questions/deck.ts';
import { openDesk, type Desk } from '../../../web/studio/desk.ts';
import type { Project } from '../../../web/studio/openProject.ts';
import type { Keeping, ProjectShelf } from '../../../web/studio/projects.ts';

const YAML = `title: Rivers
language: en
access: open
documentSha256: ${'a'.repeat(64)}
facts:
  nile:
    statement: The Nile flows north.
    standing: stated
    passage: { exact: "flows north" }
    questions:
      where: { kind: short, draft: true, prompt: "In which direction does the Nile flow?", answer: "north" }
  niger:
    statement: The Niger bends.
    standing: stated
    passage: { exact: "bends" }
    questions:
      what: { kind: short, draft: true, prompt: "What does the Niger do in Mali?", answer: "bends" }
`;
const PROJECT: Project = {
  id: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
  name: 'rivers',
  yaml: YAML,
  document: 'The Nile flows north. The Niger bends.',
  offered: '',
  reasons: {},
  savedAtMs: 1000,
};

interface TestShelf extends ProjectShelf {
  there: Project;
  puts: number;
  says: Keeping | null;
}

function shelfWith(project: Project): TestShelf {
  return {
    there: project,
    puts: 0,
    says: null,
    async all() {
      return [this.there];
    },
    async read() {
      return this.there;
    },
    async put(next, afterMs) {
      this.puts += 1;
      if (this.says !== null) return this.says;
      if (this.there.savedAtMs !== afterMs) return { state: 'elsewhere', project: this.there };
      this.there = next;
      return { state: 'kept' };
    },
    drop: async () => undefined,
    clear: async () => undefined,
  };
}

function deskOn(shelf: TestShelf): Desk {
  return openDesk(shelf.there, { shelf, nowMs: () => 1000, tell: () => undefined });
}

function fileOf(yaml: string): DeckFile {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.source.file;
}

const draftsIn = (yaml: string) =>
  Object.values(fileOf(yaml).facts).flatMap(({ questions }) =>
    Object.entries(questions).flatMap(([id, { draft }]) => (draft === true ? [id] : [])),
  );
const accept = (fact: string, question: string) => [{ type: 'accept', fact, question } as const];

test('an edit is seen at once and kept; the undo takes it back and is kept too', async () => {
  const shelf = shelfWith(PROJECT);
  const desk = deskOn(shelf);
  desk.edit(accept('nile', 'where'));
  expect(draftsIn(desk.state.get().project.yaml)).toEqual(['what']);
  expect(desk.state.get()).toMatchObject({ keeping: 'waiting', canUndo: true });
  await desk.settled();
  expect(desk.state.get().keeping).toBe('kept');
  expect(draftsIn(shelf.there.yaml)).toEqual(['what']);
  desk.undo();
  await desk.settled();
  expect(shelf.there.yaml).toBe(YAML);
  expect(desk.state.get()).toMatchObject({ keeping: 'kept', canUndo: false });
});

test('changes that come while one is being written are kept as one', async () => {
  const shelf = shelfWith(PROJECT);
  const desk = deskOn(shelf);
  for (let at = 0; at < 20; at += 1) desk.replace({ name: `rivers-${at}` });
  await desk.settled();
  expect(shelf.there.name).toBe('rivers-19');
  expect(shelf.puts).toBe(2);
});

test('two tabs that edit the same project lose nothing of one another, and the later one says so', async () => {
  const shelf = shelfWith(PROJECT);
  const [first, second] = [deskOn(shelf), deskOn(shelf)];
  first.edit(accept('nile', 'where'));
  await first.settled();
  second.edit(accept('niger', 'what'));
  await second.settled();
  expect(draftsIn(shelf.there.yaml)).toEqual([]);
  expect(second.state.get()).toMatchObject({
    keeping: 'kept',
    notice: 'changed-elsewhere',
    canUndo: false,
  });
});

test('a change that does not fit the other tab’s version any more is left out, and that is said', async () => {
  const shelf = shelfWith(PROJECT);
  const [first, second] = [deskOn(shelf), deskOn(shelf)];
  first.edit([{ type: 'remove', fact: 'nile', question: 'where' }]);
  await first.settled();
  const there = shelf.there.yaml;
  second.edit(accept('nile', 'where'));
  await second.settled();
  expect(shelf.there.yaml).toBe(there);
  expect(second.state.get()).toMatchObject({ keeping: 'kept', notice: 'lost' });
  expect(second.state.get().project.yaml).toBe(there);
});

test('a tab without changes of its own follows the other, and an old word changes nothing', async () => {
  const shelf = shelfWith(PROJECT);
  const [first, second] = [deskOn(shelf), deskOn(shelf)];
  first.edit(accept('nile', 'where'));
  await first.settled();
  await second.hear(shelf.there.savedAtMs);
  expect(second.state.get().project).toEqual(shelf.there);
  const shown = second.state.get();
  await second.hear(900);
  expect(second.state.get()).toBe(shown);
});

test('without room the work goes on, says that it is not kept, and is kept with the next change that fits', async () => {
  const shelf = shelfWith(PROJECT);
  const desk = deskOn(shelf);
  shelf.says = { state: 'refused' };
  desk.edit(accept('nile', 'where'));
  await desk.settled();
  expect(desk.state.get().keeping).toBe('refused');
  shelf.says = null;
  desk.edit(accept('niger', 'what'));
  await desk.settled();
  expect(desk.state.get().keeping).toBe('kept');
  expect(draftsIn(shelf.there.yaml)).toEqual([]);
});

test('in a browser that keeps nothing it says so, and goes on saying so', async () => {
  const shelf = shelfWith(PROJECT);
  const desk = deskOn(shelf);
  shelf.says = { state: 'page' };
  desk.edit(accept('nile', 'where'));
  await desk.settled();
  desk.edit(accept('niger', 'what'));
  await desk.settled();
  expect(desk.state.get()).toMatchObject({ keeping: 'refused', notice: 'page' });
});
