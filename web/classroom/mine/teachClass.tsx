import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { JoinedSchema } from '../../../questions/classroom/api.ts';
import { useObserved } from '../../observed.ts';
import { Page } from '../../page.tsx';
import { navigate, place } from '../../router.ts';
import { classPath, KEY_PATH } from '../../routes.ts';
import { askServer } from '../../askServer.ts';
import { rememberTeacher } from '../ownActs.ts';
import { rememberClass } from '../own/ownClasses.ts';
import { useDoing } from '../parts/doing.ts';
import { nameProblem } from '../parts/nameProblem.ts';
import { TextField } from '../parts/textField.tsx';
import { EntryForm } from './entryForm.tsx';

const WORDS = {
  'unknown-invitation':
    'This invitation cannot be used. The link may have been cut short: please copy it once more.',
  'invitation-expired': 'This invitation has expired. Please ask for a new one: each is good for seven days.',
};

/** Takes part in a class as a teacher, by the link of another teacher. */
export function TeachClass() {
  const arrival = useObserved(place);
  const [invitation, setInvitation] = useState(arrival.hash);
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const doing = useDoing(WORDS);
  useEffect(() => {
    if (arrival.hash === '') return;
    setInvitation(arrival.hash);
    // The invitation stands in no history, and in no address that is copied from here.
    history.replaceState(history.state, '', '/teach');
  }, [arrival]);
  useLayoutEffect(() => field.current?.focus(), []);
  const wrong = nameProblem(name);

  const accept = async () => {
    setAsked(true);
    if (wrong !== '') return field.current?.focus();
    const said = await doing.run(() =>
      askServer('POST', '/invitations/accepted', JoinedSchema, { invitation, name }),
    );
    if (said?.ok !== true) return;
    const { class: id, name: className } = said.value;
    rememberTeacher(id, name.trim());
    rememberClass(id, { class: id, role: 'teacher', name: className });
    navigate(classPath(id));
  };
  if (invitation === '') return <NoInvitation />;
  return (
    <Page name="Teach a class">
      <main class="main classes">
        <h1>Teach a class together</h1>
        <p class="lead">
          You were invited as a teacher: you will see the students, their answers and marks, and can change
          everything in the class.
        </p>
        <EntryForm doing={doing} words="Take part" onDo={() => void accept()}>
          <TextField
            id="teach-name"
            label="Your name, as the class sees it"
            value={name}
            onValue={setName}
            autocomplete="name"
            problem={isAsked ? wrong : ''}
            own={field}
          />
        </EntryForm>
        <p class="quiet class-foot">
          The class will belong to <a href={KEY_PATH}>the key of this device</a> too: keep a copy of it.
        </p>
      </main>
    </Page>
  );
}

function NoInvitation() {
  return (
    <Page name="Teach a class">
      <main class="main">
        <section class="empty">
          <h1>There is no invitation in this address</h1>
          <p>Please open the whole link that the other teacher sent you.</p>
          <div class="actions">
            <a class="primary" href="/classes">
              Your classes
            </a>
          </div>
        </section>
      </main>
    </Page>
  );
}
