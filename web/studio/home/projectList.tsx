import { useEffect, useState } from 'preact/hooks';
import { momentText } from '../../clock.ts';
import { projectPath } from '../../routes.ts';
import { leaveDesk } from '../desks.ts';
import { countDeck } from '../linting/askThread.ts';
import type { DeckCount } from '../linting/talk.ts';
import type { Project } from '../openProject.ts';
import { projects as shelf } from '../projects.ts';

/** The decks that are being made in this browser, the latest first. One that is deleted can be brought back as long as the page is open. */
export function ProjectList(props: { readonly projects: readonly Project[]; readonly onChange: () => void }) {
  const { projects, onChange } = props;
  const [deleted, setDeleted] = useState<Project>();
  const drop = async (project: Project) => {
    await shelf.drop(project.id);
    leaveDesk(project.id);
    setDeleted(project);
    onChange();
  };
  const bringBack = async (project: Project) => {
    await shelf.put(project, null);
    setDeleted(undefined);
    onChange();
  };
  if (projects.length === 0 && deleted === undefined) return null;
  return (
    <section class="class-part" aria-labelledby="own-projects">
      <h2 id="own-projects">In this browser</h2>
      <div role="status">
        {deleted !== undefined && (
          <p class="notice studio-deleted">
            Deleted from this browser.{' '}
            <button type="button" class="quiet-link" onClick={() => void bringBack(deleted)}>
              Bring it back
            </button>
          </p>
        )}
      </div>
      <ul class="class-list">
        {[...projects]
          .sort((a, b) => b.savedAtMs - a.savedAtMs)
          .map((project) => (
            <Line key={project.id} project={project} onDelete={() => void drop(project)} />
          ))}
      </ul>
    </section>
  );
}

function Line({ project, onDelete }: { project: Project; onDelete: () => void }) {
  const count = useCount(project.yaml);
  const title = count?.title ?? project.name;
  return (
    <li class="class-line">
      <div class="class-who">
        <a class="class-link" href={projectPath(project.id)}>
          {title}
        </a>
        <span class="quiet">
          {[
            ...(count === undefined ? [] : [count === null ? 'the deck file has faults' : countWords(count)]),
            ...(project.published === undefined ? [] : ['published']),
            `saved ${momentText(project.savedAtMs)}`,
          ].join(' · ')}
        </span>
      </div>
      <button type="button" class="quiet-link" aria-label={`Delete ${title}`} onClick={onDelete}>
        Delete
      </button>
    </li>
  );
}

/** Undefined while it is counted, null where the deck file has faults. */
function useCount(yaml: string): DeckCount | null | undefined {
  const [count, setCount] = useState<DeckCount | null>();
  useEffect(() => {
    let isLatest = true;
    void countDeck(yaml).then((counted) => isLatest && setCount(counted));
    return () => {
      isLatest = false;
    };
  }, [yaml]);
  return count;
}

function countWords({ reviewed, drafts }: DeckCount): string {
  const all = reviewed + drafts;
  if (all === 0) return 'no questions yet';
  return drafts === 0 ? `all ${all} reviewed` : `${reviewed} of ${all} reviewed`;
}
