// The drafting thread: finds facts apart from the page. The page ends the thread to cancel.
import { draftDeck, type DraftAsked } from '../../../questions/draft/draftDeck.ts';
import { makeWinkTagger } from '../../../questions/draft/winkTagger.ts';
import type { DraftTold } from './talk.ts';

addEventListener('message', ({ data }: MessageEvent<DraftAsked>) => {
  try {
    const drafted = draftDeck(data, makeWinkTagger(), (share) => tell({ type: 'progress', share }));
    tell({ type: 'drafted', ...drafted });
  } catch (error) {
    tell({ type: 'failed', why: String(error) });
  }
});

function tell(told: DraftTold): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread speaks to its own page alone
  postMessage(told);
}
