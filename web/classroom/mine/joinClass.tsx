import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { JoinedSchema } from '../../../questions/classroom/api.ts';
import { KeepingNotice } from '../../keeping.tsx';
import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { navigate, place } from '../../router.ts';
import { classPath, KEY_PATH } from '../../routes.ts';
import { askServer } from '../../askServer.ts';
import { joinCodeIn, joinCodeText } from '../joinText.ts';
import { rememberClass } from '../own/ownClasses.ts';
import { useDoing } from '../parts/doing.ts';
import { nameProblem } from '../parts/nameProblem.ts';
import { TextField } from '../parts/textField.tsx';
import { EntryForm } from './entryForm.tsx';

const WORDS = {
  'unknown-code':
    'No class is joined with this code. Please compare it with the one your teacher shows: it may be misspelt, or a newer one holds.',
};

/** Joins a class with its code, typed or brought by a link, under a name that the teacher sees. */
export function JoinClass() {
  const arrival = useObserved(place);
  const [code, setCode] = useState(() => shownCode(arrival.hash));
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const doing = useDoing(WORDS);
  useEffect(() => {
    if (arrival.hash === '') return;
    setCode(shownCode(arrival.hash));
    // The code stands in no history, and in no address that is copied from here.
    history.replaceState(history.state, '', '/join');
  }, [arrival]);
  useLayoutEffect(() => (code === '' ? codeField : nameField).current?.focus(), []);
  const read = joinCodeIn(code);
  const nameWrong = nameProblem(name);

  const join = async () => {
    setAsked(true);
    if (read === undefined) return codeField.current?.focus();
    if (nameWrong !== '') return nameField.current?.focus();
    const said = await doing.run(() => askServer('POST', '/joins', JoinedSchema, { code: read, name }));
    if (said === undefined) return;
    if (!said.ok) return codeField.current?.focus();
    rememberClass(said.value.class, { class: said.value.class, role: 'student', name: said.value.name });
    navigate(classPath(said.value.class));
  };
  return (
    <Page name="Join a class">
      <main class="main classes">
        <h1>Join a class</h1>
        <p class="lead">With the code of your teacher. There is nothing to sign up for.</p>
        <KeepingNotice />
        <EntryForm doing={doing} words="Join" onDo={() => void join()}>
          <TextField
            id="join-code"
            label="Code"
            class="code join-field"
            value={code}
            onValue={setCode}
            means="Eight characters. Capitals or small letters, both will do."
            problem={isAsked && read === undefined ? codeProblem(code) : ''}
            own={codeField}
          />
          <TextField
            id="join-name"
            label="Your name"
            value={name}
            onValue={setName}
            means="Your teacher sees it, other students do not. A pseudonym is fine, if your teacher knows whose it is."
            problem={isAsked ? nameWrong : ''}
            own={nameField}
          />
        </EntryForm>
        <p class="quiet class-foot">
          The class knows you by the key on this device. To go on elsewhere, or after this browser was
          cleared, you need <a href={KEY_PATH}>your key</a>: keep a copy of it.
        </p>
      </main>
    </Page>
  );
}

/** What a link brought, in groups where it is a code. */
function shownCode(hash: string): string {
  const code = joinCodeIn(hash);
  return code === undefined ? hash : joinCodeText(code);
}

function codeProblem(text: string): string {
  return text.trim() === ''
    ? 'Please type the code first.'
    : 'This is no code: it has eight letters and digits.';
}
