import { useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';
import type { Decision } from '../../../questions/publish.ts';
import type { Said } from '../../askServer.ts';
import { useDoing, type Doing } from '../../classroom/parts/doing.ts';
import type { OpenProject } from '../openProject.ts';
import { decide, publishProject } from '../publish/ownDecks.ts';
import { withAccepted } from './accepting.ts';
import type { Reported } from './reported.ts';

const WORDS = {
  'published-elsewhere':
    'This deck was published from somewhere else meanwhile. The change is kept here: settle that in the review first.',
};

/** One press: the deck changes here, is published again, and the learners’ reports are told. */
export interface Deciding extends Pick<Doing, 'isBusy' | 'problem'> {
  /** What was decided on this screen; the server’s list shows it a moment later. */
  readonly decided: ReadonlyMap<Reported['reports'][number], Decision['decision']>;
  readonly onDecide: (reported: Reported, decision: Decision['decision']) => void;
}

/** Decides reports on a published project. */
export function useDeciding(open: OpenProject, file: DeckFile): Deciding {
  const [decided, setDecided] = useState<Deciding['decided']>(new Map());
  const { isBusy, problem, run } = useDoing(WORDS);
  const act = async (reported: Reported, decision: Decision['decision']): Promise<Said<null>> => {
    const { project } = open;
    if (decision === 'kept') return decide(project.name, reported.reports, { decision, revision: null });
    const edits = editsFor(file, reported, decision);
    if (edits.length > 0) open.edit(edits);
    const changed = { ...project, yaml: editDeck(project.yaml, edits) };
    const said = await publishProject(changed, project.published?.revision ?? null);
    if (!said.ok) return said;
    open.setPublished(said.value);
    return decide(project.name, reported.reports, { decision, revision: said.value.revision });
  };
  const onDecide = async (reported: Reported, decision: Decision['decision']) => {
    const said = await run(() => act(reported, decision));
    if (said?.ok !== true) return;
    setDecided((known) => new Map([...known, ...reported.reports.map((id) => [id, decision] as const)]));
  };
  return { isBusy, problem, decided, onDecide: (...given) => void onDecide(...given) };
}

/** How the deck changes by a decision; not at all where it was changed before. */
export function editsFor(
  file: DeckFile,
  { fact, question, answer }: Pick<Reported, 'fact' | 'question' | 'answer'>,
  decision: Decision['decision'],
): readonly DeckEdit[] {
  const questions = file.facts[fact]?.questions ?? {};
  const asked = questions[question];
  if (asked === undefined) return [];
  if (decision === 'retired') {
    // The memory hangs on the fact: it stays as long as another form of it is asked.
    const others = Object.entries(questions).filter(([id, { draft }]) => id !== question && draft !== true);
    return others.length > 0 ? [{ type: 'remove', fact, question }] : [{ type: 'retire', fact }];
  }
  const value = decision === 'accepted' ? withAccepted(asked, answer) : undefined;
  return value === undefined ? [] : [{ type: 'question', fact, question, value }];
}
