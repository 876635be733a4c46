import type { Published } from '../../../questions/publish.ts';
import type { Said } from '../../askServer.ts';
import { useDoing } from '../../classroom/parts/doing.ts';
import { navigate } from '../../router.ts';
import { projectPath } from '../../routes.ts';
import { deckNameOf } from '../../../questions/deckName.ts';
import type { OpenProject } from '../openProject.ts';
import { ownDecks } from '../../ownDecks.ts';
import { openPublished, publishOver, publishProject } from './ownDecks.ts';

export interface ElsewhereProps {
  readonly open: OpenProject;
  readonly onSaid: (said: Said<Published> | undefined) => void;
  readonly onClose: () => void;
}

/** The server has another version under this name: which one shall hold? Nothing is lost by any choice but the one that says so. */
export function Elsewhere({ open, onSaid, onClose }: ElsewhereProps) {
  const { project } = open;
  const { isBusy, problem, run } = useDoing();
  const isOther = project.published === undefined;
  const look = async () => {
    const said = await run(() => openPublished(project.name));
    if (said?.ok === true) navigate(projectPath(said.value));
  };
  const over = async () => onSaid(await run(() => publishOver(project)));
  const apart = async () => {
    const said = await run(ownDecks);
    if (said?.ok !== true) return;
    const name = deckNameOf(
      project.name,
      said.value.map((deck) => deck.name),
    );
    open.replace({ name });
    onSaid(await publishProject({ ...project, name }, null));
  };
  return (
    <section class="notice" role="group" aria-label="Published elsewhere">
      <p>
        {isOther
          ? `Your key has published another deck under the name ${project.name} already.`
          : 'This deck was published from somewhere else meanwhile. What you have here is kept in this browser.'}
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        {isOther && (
          <Choice words="Publish under a name of its own" isBusy={isBusy} onDo={() => void apart()} />
        )}
        <Choice words="Look at the other version" isBusy={isBusy} onDo={() => void look()} />
        <Choice words="Publish this one over it" isBusy={isBusy} onDo={() => void over()} />
        <button type="button" class="quiet-link" onClick={onClose}>
          Leave it as it is
        </button>
      </div>
    </section>
  );
}

function Choice({ words, isBusy, onDo }: { words: string; isBusy: boolean; onDo: () => void }) {
  return (
    <button type="button" class="plain" aria-disabled={isBusy} onClick={onDo}>
      {words}
    </button>
  );
}
