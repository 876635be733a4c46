import { useState } from 'preact/hooks';
import type { Published } from '../../../questions/publish.ts';
import type { Said } from '../../askServer.ts';
import { useDoing } from '../../classroom/parts/doing.ts';
import type { OpenProject } from '../openProject.ts';
import { Elsewhere } from './elsewhere.tsx';
import { publishProject } from './ownDecks.ts';
import { useIsChanged } from './revision.ts';

/** The press that publishes, what became of it, and the choice where another device was first. */
export function Publishing({ open, isReady }: { readonly open: OpenProject; readonly isReady: boolean }) {
  const { project } = open;
  const [isElsewhere, setElsewhere] = useState(false);
  const isChanged = useIsChanged(project);
  const { isBusy, problem, run } = useDoing({ 'published-elsewhere': '' });
  const hear = (said: Said<Published> | undefined) => {
    if (said === undefined) return;
    if (said.ok) open.setPublished(said.value);
    setElsewhere(!said.ok && said.code === 'published-elsewhere');
  };
  const publish = async () => {
    if (!isReady) return;
    hear(await run(() => publishProject(project, project.published?.revision ?? null)));
  };
  const isNew = project.published === undefined;
  return (
    <>
      <p class="problem" role="alert">
        {problem}
      </p>
      {isElsewhere ? (
        <Elsewhere open={open} onSaid={hear} onClose={() => setElsewhere(false)} />
      ) : (
        <div class="actions">
          <button
            type="button"
            class={isNew || isChanged ? 'primary' : 'plain'}
            aria-disabled={!isReady || isBusy}
            onClick={() => void publish()}
          >
            {isBusy ? 'One moment …' : isNew ? 'Publish' : 'Publish again'}
          </button>
          <span class="quiet" role="status">
            {isNew ? '' : isChanged ? 'There are changes that nobody sees yet.' : 'Everything is published.'}
          </span>
        </div>
      )}
    </>
  );
}
