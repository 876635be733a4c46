import { useRef, useState } from 'preact/hooks';
import { elementCode, frameCode, PLAIN_WISH, type EmbedWish } from '../../questions/embedCode.ts';
import type { StudyDeck } from '../deckSchema.ts';
import { useOpenDeck } from '../openDeck.ts';
import { Page } from '../page.tsx';
import { ProblemPage } from '../problem.tsx';
import { deckPath } from '../routes.ts';
import { TagField } from '../tagField.tsx';

const COUNTS = [1, 2, 3, 5, 10, 20, 50] as const;
/** The frame's height in pixels: a question of average length with its passage, where nobody tells the page more. */
const FRAME = { width: '100%', height: 640 } as const;

const MODE_WORDS: Readonly<Record<EmbedWish['mode'], string>> = {
  practice: 'What is due comes first, then what is new.',
  once: 'The first questions of the deck, each once; then the result stands there.',
};

/** The code that puts a deck's quiz into another page. */
export function EmbedCodeScreen({ id }: { id: string }) {
  const opening = useOpenDeck(id);
  if (opening.state === 'loading') return <Page loading />;
  if (opening.state === 'failed') return <ProblemPage {...opening} />;
  return <EmbedCode deck={opening.open.deck} />;
}

function EmbedCode({ deck }: { deck: StudyDeck }) {
  const [wish, setWish] = useState<EmbedWish>(PLAIN_WISH);
  const source = { origin: window.location.origin, deck: deck.id, title: deck.title };
  return (
    <Page name={`Put it on a page · ${deck.title}`} deck={deck}>
      <main class="main">
        <h1>Put it on a page</h1>
        <p class="lead">A quiz of this deck, in any page of a course.</p>
        <Hosts deck={deck} />
        <Wish deck={deck} wish={wish} onWish={setWish} />
        <p class="lead">{MODE_WORDS[wish.mode]}</p>
        <Code
          id="embed-element"
          label="For a page that takes scripts"
          code={elementCode(source, wish)}
          means="It grows with its content, takes the colours of its page, and tells the page how the answers were."
        />
        <Code
          id="embed-frame"
          label="For a page that takes frames only"
          code={frameCode(source, wish, FRAME)}
          means="Course systems and editors often take scripts out."
        />
        <div class="actions">
          <a class="quiet-link" href={deckPath(deck.id)}>
            Back to the deck
          </a>
        </div>
      </main>
    </Page>
  );
}

/** Which sites may show it, where its author names them: elsewhere the code would leave an empty frame. */
function Hosts({ deck: { embed } }: { deck: StudyDeck }) {
  if (embed === undefined) return null;
  return (
    <p class="notice">
      Its author lets only these sites show it: <span class="code">{embed.hosts.join(', ')}</span>
    </p>
  );
}

interface WishProps {
  readonly deck: StudyDeck;
  readonly wish: EmbedWish;
  readonly onWish: (wish: EmbedWish) => void;
}

function Wish({ deck, wish, onWish }: WishProps) {
  return (
    <div class="choice">
      <TagField id="embed-tag" deck={deck} tag={wish.tag} onTag={(tag) => onWish({ ...wish, tag })} />
      <div class="field">
        <label for="embed-count">Questions</label>
        <select
          id="embed-count"
          value={wish.count}
          onChange={(event) => onWish({ ...wish, count: Number(event.currentTarget.value) })}
        >
          {COUNTS.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="embed-mode">How</label>
        <select
          id="embed-mode"
          value={wish.mode}
          onChange={(event) =>
            onWish({ ...wish, mode: event.currentTarget.value === 'once' ? 'once' : 'practice' })
          }
        >
          <option value="practice">practice</option>
          <option value="once">once</option>
        </select>
      </div>
    </div>
  );
}

interface CodeProps {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  /** What it does, or when to take it. */
  readonly means: string;
}

/** The code itself, its copying, and what became of that; a code that has changed since is not copied. */
function Code({ id, label, code, means }: CodeProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState({ code: '', said: '' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied({ code, said: 'Copied.' });
    } catch {
      // Refused, or no clipboard outside a secure context: what is selected can be copied by hand.
      text.current?.select();
      setCopied({ code, said: 'This browser does not copy. The code is selected: please copy it.' });
    }
  };
  return (
    <div class="field">
      <label id={`${id}-label`} for={id}>
        {label}
      </label>
      <textarea
        ref={text}
        id={id}
        class="text code"
        rows={5}
        readOnly
        spellcheck={false}
        value={code}
        aria-describedby={`${id}-means`}
      />
      <p id={`${id}-means`} class="quiet">
        {means}
      </p>
      <div>
        <button type="button" class="plain" aria-describedby={`${id}-label`} onClick={() => void copy()}>
          Copy
        </button>{' '}
        <span class="quiet" role="status">
          {copied.code === code ? copied.said : ''}
        </span>
      </div>
    </div>
  );
}
