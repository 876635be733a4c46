import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeckFile } from '../../../questions/deck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import type { OpenProject } from '../openProject.ts';
import { useDraftAgain } from '../useDraftAgain.ts';
import { aliasesIn, GLOSSARY_KINDS, glossaryKindNamed, type GlossaryKind } from './glossaryFields.ts';

interface GlossaryPanelProps {
  readonly open: OpenProject;
  readonly file: DeckFile;
  readonly onEdits: (edits: readonly DeckEdit[], said: string) => void;
}

/** The names of a deck with what they name and their other forms: what is changed here counts at once, in grading and lint. */
export function GlossaryPanel({ open, file, onEdits }: GlossaryPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const names = Object.entries(file.glossary);
  return (
    <section class="review-panel" aria-labelledby="review-glossary">
      <h2 id="review-glossary" ref={heading} tabIndex={-1}>
        Glossary
      </h2>
      <p class="quiet">
        Names and their other forms. Each form is accepted as an answer, and the drafter knows what is named.
      </p>
      {names.length === 0 && <p class="quiet">There are no names yet.</p>}
      <ul class="review-names">
        {names.map(([name, entry]) => (
          <Name key={name} name={name} entry={entry} taken={file.glossary} onEdits={onEdits} />
        ))}
      </ul>
      <NewName taken={file.glossary} onEdits={onEdits} />
      <DraftAgainPart open={open} />
    </section>
  );
}

type Entry = DeckFile['glossary'][string];

function Name(props: {
  readonly name: string;
  readonly entry: Entry;
  readonly taken: DeckFile['glossary'];
  readonly onEdits: GlossaryPanelProps['onEdits'];
}) {
  const { name, entry, taken, onEdits } = props;
  const id = useId();
  const change = (value: Entry) => onEdits([{ type: 'glossary', name, value }], `${name} is changed.`);
  const rename = (wanted: string) => {
    const next = wanted.trim();
    if (next === '' || next === name || Object.hasOwn(taken, next)) return;
    const out: DeckEdit = { type: 'glossary', name, value: null };
    onEdits([out, { type: 'glossary', name: next, value: entry }], `${name} is called ${next} now.`);
  };
  return (
    <li class="review-name">
      <input
        class="text"
        aria-label={`Name: ${name}`}
        value={name}
        maxLength={300}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <select
        class="text"
        aria-label={`What ${name} is`}
        value={entry.kind}
        onChange={(event) => change({ ...entry, kind: glossaryKindNamed(event.currentTarget.value) })}
      >
        <KindOptions />
      </select>
      <input
        id={id}
        class="text review-aliases"
        aria-label={`Other forms of ${name}, separated by commas`}
        placeholder="other forms, separated by commas"
        value={entry.aliases.join(', ')}
        onChange={(event) => change({ ...entry, aliases: aliasesIn(event.currentTarget.value) })}
      />
      <button
        type="button"
        class="quiet-link"
        onClick={() => onEdits([{ type: 'glossary', name, value: null }], `${name} is taken out.`)}
      >
        Remove<span class="sr-only"> {name}</span>
      </button>
    </li>
  );
}

function KindOptions() {
  return (
    <>
      {GLOSSARY_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {kind}
        </option>
      ))}
    </>
  );
}

function NewName({
  taken,
  onEdits,
}: {
  readonly taken: DeckFile['glossary'];
  readonly onEdits: GlossaryPanelProps['onEdits'];
}) {
  const id = useId();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<GlossaryKind>('person');
  const [aliases, setAliases] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const wanted = name.trim();
  const problem = Object.hasOwn(taken, wanted) ? 'This name is there already.' : '';
  const add = (event: Event) => {
    event.preventDefault();
    if (wanted === '' || problem !== '') return first.current?.focus();
    onEdits(
      [{ type: 'glossary', name: wanted, value: { kind, aliases: aliasesIn(aliases) } }],
      `${wanted} is added.`,
    );
    setName('');
    setAliases('');
    first.current?.focus();
  };
  return (
    <form class="review-new-name" aria-label="A new name" onSubmit={add}>
      <div class="field">
        <label for={`${id}-name`}>New name</label>
        <input
          id={`${id}-name`}
          ref={first}
          class="text"
          autocomplete="off"
          maxLength={300}
          value={name}
          aria-describedby={`${id}-problem`}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      </div>
      <div class="field">
        <label for={`${id}-kind`}>What it is</label>
        <select
          id={`${id}-kind`}
          class="text"
          value={kind}
          onChange={(event) => setKind(glossaryKindNamed(event.currentTarget.value))}
        >
          <KindOptions />
        </select>
      </div>
      <div class="field review-aliases">
        <label for={`${id}-aliases`}>Other forms, separated by commas</label>
        <input
          id={`${id}-aliases`}
          class="text"
          autocomplete="off"
          value={aliases}
          onInput={(event) => setAliases(event.currentTarget.value)}
        />
      </div>
      <button class="plain">Add the name</button>
    </form>
  );
}

function DraftAgainPart({ open }: { readonly open: OpenProject }) {
  const { share, told, start, cancel } = useDraftAgain(open);
  return (
    <div class="review-again">
      <div class="actions">
        {share === null ? (
          <button type="button" class="plain" onClick={start}>
            Draft again with these names
          </button>
        ) : (
          <>
            <progress class="bar" value={share} aria-label="Drafting" />
            <button type="button" class="quiet-link" onClick={cancel}>
              Cancel
            </button>
          </>
        )}
      </div>
      <p class="quiet" role="status">
        {told}
      </p>
    </div>
  );
}
