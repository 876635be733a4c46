import { useEffect, useState } from 'preact/hooks';
import type { Said } from '../../askServer.ts';
import { useDoing } from '../../classroom/parts/doing.ts';
import { Confirm } from '../../classroom/parts/confirm.tsx';
import { momentText } from '../../clock.ts';
import { navigate } from '../../router.ts';
import { deckPath, projectPath } from '../../routes.ts';
import type { Project } from '../openProject.ts';
import { ownDecks, type OwnDeck } from '../../ownDecks.ts';
import { openPublished, takeBack } from '../publish/ownDecks.ts';

/** The decks that were published under this device's key, to go on with on any device. */
export function PublishedDecks({ projects }: { readonly projects: readonly Project[] }) {
  const [said, setSaid] = useState<Said<readonly OwnDeck[]>>();
  const look = () => void ownDecks().then(setSaid);
  useEffect(look, []);
  if (said === undefined || (said.ok && said.value.length === 0)) return null;
  return (
    <section class="class-part" aria-labelledby="published-decks">
      <h2 id="published-decks">Published with your key</h2>
      {said.ok ? (
        <ul class="class-list">
          {said.value.map((deck) => (
            <Line
              key={deck.id}
              deck={deck}
              here={projects.find(({ published }) => published?.id === deck.id)}
              onGone={look}
            />
          ))}
        </ul>
      ) : (
        <p class="quiet">
          {said.code === 'unreachable'
            ? 'There is no connection, so they are not listed now.'
            : `They cannot be listed now. ${said.why}`}{' '}
          <button type="button" class="quiet-link inline" onClick={look}>
            Look again
          </button>
        </p>
      )}
    </section>
  );
}

function Line({ deck, here, onGone }: { deck: OwnDeck; here: Project | undefined; onGone: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const { isBusy, problem, run } = useDoing();
  const open = async () => {
    const said = await run(() => openPublished(deck.name));
    if (said?.ok === true) navigate(projectPath(said.value));
  };
  const take = async () => {
    const said = await run(() => takeBack(deck.name));
    if (said?.ok === true) onGone();
  };
  return (
    <li>
      <div class="class-line">
        <div class="class-who">
          <a class="class-link" href={deckPath(deck.id)}>
            {deck.title}
          </a>
          <span class="quiet">
            {deck.access} · published {momentText(deck.publishedAtMs)}
          </span>
        </div>
        {here === undefined ? (
          <button type="button" class="quiet-link" aria-disabled={isBusy} onClick={() => void open()}>
            Open in the studio
            <Of title={deck.title} />
          </button>
        ) : (
          <a class="quiet-link" href={projectPath(here.id)}>
            Go on with it
            <Of title={deck.title} />
          </a>
        )}
        <button
          type="button"
          class="quiet-link danger"
          aria-expanded={isAsked}
          onClick={() => setAsked(!isAsked)}
        >
          Take it back …
          <Of title={deck.title} />
        </button>
      </div>
      {isAsked ? (
        <Confirm
          title={`Take “${deck.title}” off the server?`}
          words="Take it off the server"
          isBusy={isBusy}
          problem={problem}
          isGrave
          onDo={() => void take()}
          onCancel={() => setAsked(false)}
        >
          <p>
            Its link leads nowhere then, and nobody can study it any more. What is in this browser stays.
            Publishing it again gives it the same link.
          </p>
        </Confirm>
      ) : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

/** Which deck a link or button of the list is about, for those who do not see its line. */
function Of({ title }: { title: string }) {
  return <span class="sr-only">: {title}</span>;
}
