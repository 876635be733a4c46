import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { navigate } from '../../router.ts';
import { projectPath } from '../../routes.ts';
import { TextField } from '../../classroom/parts/textField.tsx';
import { isDrafted } from '../drafting.ts';
import { openFolder } from '../openFolder.ts';
import { proposedTitle } from '../../../questions/draft/proposedTitle.ts';
import { chosenFile, documentProblem, lengthWords, type Chosen } from './chosen.ts';
import { DocumentField } from './documentField.tsx';
import { LanguageField } from './languageField.tsx';
import { makeDeck, titleProblem } from './making.ts';
import { MakingProgress } from './makingProgress.tsx';

/** A new deck: its document, pasted or from a file, its title and language; then the search for facts. */
export function NewDeck({ taken }: { readonly taken: readonly string[] }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [typedTitle, setTypedTitle] = useState<string>();
  const [proposed, setProposed] = useState('');
  const [language, setLanguage] = useState('en');
  const [problem, setProblem] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const pasted = useRef<HTMLTextAreaElement>(null);
  const titleField = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const title = typedTitle ?? chosen?.title ?? proposed;
  const textNow = () => chosen?.document ?? pasted.current?.value ?? '';

  const takeFiles = async (files: readonly File[]) => {
    const folder = await openFolder(files, taken);
    if (folder !== null) {
      if (folder.ok) navigate(projectPath(folder.id));
      else setProblem(folder.why);
      return;
    }
    const [file] = files;
    if (file === undefined) return;
    const choice = await chosenFile(file);
    setProblem(choice.ok ? '' : choice.why);
    if (choice.ok) setChosen(choice.chosen);
  };

  const make = async (withDrafts: boolean) => {
    if (running.current !== null) return;
    const document = textNow();
    const wrong = documentProblem(document);
    setProblem(wrong);
    setFailed(false);
    setAsked(true);
    if (wrong !== '') return pasted.current?.focus();
    if (titleProblem(title) !== '') return titleField.current?.focus();
    running.current = new AbortController();
    setShare(0);
    const made = await makeDeck(
      { document, title, language, taken },
      withDrafts,
      setShare,
      running.current.signal,
    );
    running.current = null;
    if (made.state === 'made') return navigate(projectPath(made.id));
    setShare(null);
    setFailed(made.state === 'failed');
  };

  return (
    <section aria-labelledby="new-deck">
      <h2 id="new-deck" class="sr-only">
        A new deck
      </h2>
      {share !== null && (
        <MakingProgress
          share={share}
          length={lengthWords(textNow())}
          onCancel={() => running.current?.abort()}
        />
      )}
      <form
        noValidate
        hidden={share !== null}
        onSubmit={(event) => {
          event.preventDefault();
          void make(true);
        }}
      >
        <DocumentField
          chosen={chosen}
          own={pasted}
          problem={problem}
          onText={(text) => {
            setProposed(proposedTitle(text));
            setProblem('');
          }}
          onFiles={(files) => void takeFiles(files)}
          onDrop={() => setChosen(null)}
        />
        <div class="class-pair">
          <TextField
            id="new-deck-title"
            label="Title"
            value={title}
            onValue={setTypedTitle}
            problem={isAsked ? titleProblem(title) : ''}
            own={titleField}
          />
          <LanguageField language={language} onLanguage={setLanguage} />
        </div>
        {hasFailed && <Failed onWithout={() => void make(false)} />}
        <div class="actions">
          <button class="primary">{isDrafted(language) ? 'Find the facts' : 'Make the deck'}</button>
        </div>
      </form>
    </section>
  );
}

function Failed({ onWithout }: { onWithout: () => void }) {
  const own = useRef<HTMLElement>(null);
  useLayoutEffect(() => own.current?.focus(), []);
  return (
    <section ref={own} class="error" role="alert" tabIndex={-1}>
      <p>
        The drafter could not do its work here. Try again, or make the deck without drafts and write its
        questions yourself.
      </p>
      <div class="actions">
        <button type="button" class="plain" onClick={onWithout}>
          Make it without drafts
        </button>
      </div>
    </section>
  );
}
