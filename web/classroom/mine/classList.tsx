import { ClassListSchema } from '../../../questions/classroom/api.ts';
import { KeepingNotice } from '../../keeping.tsx';
import { Page } from '../../page.tsx';
import { classPath, KEY_PATH } from '../../routes.ts';
import { useAsked } from '../asked.ts';
import { askServer, type Said } from '../../askServer.ts';
import { withOwnClasses, type ListedClass } from '../own/ownClasses.ts';
import { RefusedPage } from '../refused.tsx';
import { MakeClass } from './makeClass.tsx';

/** The classes that this device's key teaches or has joined, and the ways to another one. */
export function ClassList() {
  const { said, again } = useAsked(askServeres);
  if (said === undefined) return <Page loading />;
  if (!said.ok) return <RefusedPage refusal={said} retry={again} back={{ href: '/', words: 'All decks' }} />;
  const teaching = said.value.filter(({ role }) => role === 'teacher');
  const joined = said.value.filter(({ role }) => role === 'student');
  return (
    <Page name="Classes">
      <main class="main classes">
        <h1>Classes</h1>
        <p class="lead">
          A class is a code, and the names of those who joined with it. There is no account: a class belongs
          to <a href={KEY_PATH}>your key</a>, and without the key nobody gets back in.
        </p>
        <KeepingNotice />
        {said.value.length === 0 && <NoClasses />}
        <Listed title="You teach" classes={teaching} />
        <Listed title="You have joined" classes={joined} />
        {said.value.length > 0 && (
          <div class="actions">
            <a class="plain" href="/join">
              Join a class
            </a>
          </div>
        )}
        <MakeClass />
      </main>
    </Page>
  );
}

/** Without a key there are no classes yet. */
async function askServeres(): Promise<Said<readonly ListedClass[]>> {
  const said = await askServer('GET', '/classes', ClassListSchema);
  if (said.ok) return { ok: true, value: withOwnClasses(said.value.classes) };
  return said.code === 'no-learner-key' ? { ok: true, value: [] } : said;
}

function NoClasses() {
  return (
    <section class="empty">
      <h2>You are in no class yet</h2>
      <p>Has a teacher given you a code of eight characters, or a link?</p>
      <div class="actions">
        <a class="primary" href="/join">
          Join a class
        </a>
      </div>
    </section>
  );
}

function Listed({ title, classes }: { title: string; classes: readonly ListedClass[] }) {
  if (classes.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="class-list">
        {[...classes]
          .sort((a, b) => a.name.localeCompare(b.name))
          .map((one) => (
            <li key={one.class}>
              <a class="class-link" href={classPath(one.class)}>
                {one.name}
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}
