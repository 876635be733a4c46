import { useEffect, useState } from 'preact/hooks';
import type { Project } from '../openProject.ts';
import { sha256Of } from '../sha256.ts';

/** The revision that a deck would be published as: SHA-256 of the deck file, a zero byte and the document. */
export function revisionOf(yaml: string, document: string): Promise<string> {
  return sha256Of(`${yaml}\0${document}`);
}

/** Whether a published project has changed since; false while that is not known. */
export function useIsChanged({ yaml, document, published }: Project): boolean {
  const [revision, setRevision] = useState<string>();
  useEffect(() => {
    let isLatest = true;
    void revisionOf(yaml, document).then((made) => isLatest && setRevision(made));
    return () => {
      isLatest = false;
    };
  }, [yaml, document]);
  return published !== undefined && revision !== undefined && revision !== published.revision;
}
