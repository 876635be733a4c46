import { useState } from 'preact/hooks';
import { addBackup, BACKUP_BYTES_MAX, backupName, backupOf, backupText, readBackup } from '../backup.ts';
import { nowMs } from '../clock.ts';
import { download } from '../download.ts';
import { stores } from '../journal.ts';
import { importedWords, moreProblemsWords } from '../keyWords.ts';
import { tellLogChange } from '../logChanges.ts';
import { flushLeftOvers } from '../sync.ts';
import { warn } from '../warn.ts';

/** How the reading of a file went. */
type Import =
  | { readonly state: 'rest' | 'reading' }
  | { readonly state: 'done'; readonly words: string }
  | { readonly state: 'failed'; readonly problems: readonly string[]; readonly more: number };

/** Everything as one file, and back from it. */
export function BackupPart() {
  const [at, setAt] = useState<Import>({ state: 'rest' });
  const [isOver, setOver] = useState(false);
  const read = (file: File | undefined) => {
    if (file === undefined) return;
    setAt({ state: 'reading' });
    void importFile(file).then(setAt);
  };
  return (
    <section class="key-part" aria-labelledby="key-backup">
      <h2 id="key-backup">A copy of everything</h2>
      <p class="quiet">
        All your answers in one file that any program can read. The key is not in it. A file that you import
        is added to what is here.
      </p>
      <div
        class="actions key-files"
        data-over={isOver ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          read(event.dataTransfer?.files[0]);
        }}
      >
        <button type="button" class="plain" onClick={() => void exportAll()}>
          Export everything
        </button>
        <label class="plain">
          Import a file
          <input
            type="file"
            class="sr-only"
            accept="application/json,.json"
            onChange={(event) => {
              read(event.currentTarget.files?.[0]);
              // So that the same file can be chosen once more.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <Told at={at} />
    </section>
  );
}

function Told({ at }: { at: Import }) {
  return (
    <div role="status" class={at.state === 'failed' ? 'error' : at.state === 'rest' ? undefined : 'notice'}>
      {at.state === 'reading' && 'One moment …'}
      {at.state === 'done' && at.words}
      {at.state === 'failed' && (
        <>
          <p>
            <strong>Nothing was imported.</strong>
          </p>
          <ul class="key-problems">
            {at.problems.map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
          </ul>
          {at.more > 0 && <p>{moreProblemsWords(at.more)}</p>}
        </>
      )}
    </div>
  );
}

async function exportAll(): Promise<void> {
  const now = nowMs();
  const text = backupText(await backupOf(await stores(), now));
  download(backupName(now), text, 'application/json');
}

async function importFile(file: File): Promise<Import> {
  try {
    if (file.size > BACKUP_BYTES_MAX) return failed(['The file is larger than 50 MB.']);
    const read = readBackup(await file.text());
    if (!read.ok) return failed(read.problems, read.count - read.problems.length);
    const result = await addBackup(read.backup, await stores());
    result.decks.forEach((deck) => tellLogChange(deck, true));
    void flushLeftOvers();
    return { state: 'done', words: importedWords(result.read, result.added) };
  } catch (error) {
    warn('The file could not be imported.', error);
    return {
      state: 'done',
      words:
        'Not everything could be kept on this device. Free some room and import the file again: what is here already stays.',
    };
  }
}

function failed(problems: readonly string[], more = 0): Import {
  return { state: 'failed', problems, more };
}
