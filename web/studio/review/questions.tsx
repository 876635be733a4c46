import type { DeckFile } from '../../../questions/deck.ts';
import type { OpenProject } from '../openProject.ts';
import { Card } from './card.tsx';
import { FindingsShown } from './findingsShown.tsx';
import { ListHead } from './listHead.tsx';
import { QuestionList } from './questionList.tsx';
import { Cap } from './reviewHead.tsx';
import { findingsOf } from './reviewItem.ts';
import type { Reviewing } from './reviewing.ts';

/** What the review can do beside going through the questions. */
export interface Doing extends Reviewing {
  readonly edit: () => void;
  readonly another: () => void;
  readonly tryOut: () => void;
  readonly showKeys: () => void;
  readonly turnOrder: () => void;
}

interface QuestionsProps {
  readonly open: OpenProject;
  readonly file: DeckFile;
  readonly doing: Doing;
}

/** The current question with all that can be done to it, and the list of the others. */
export function Questions({ open, file, doing }: QuestionsProps) {
  const { current, findings, list } = doing;
  return (
    <>
      <div class="review-work" data-scrolls="">
        {current === null ? (
          <NothingListed doing={doing} />
        ) : (
          <>
            <Card item={current} file={file} document={open.project.document} steps={doing.steps} />
            <FindingsShown
              item={current}
              findings={findingsOf(current, findings)}
              file={file}
              onEdits={doing.change}
            />
          </>
        )}
      </div>
      <Actions open={open} doing={doing} />
      <ListHead doing={doing} />
      <QuestionList
        list={list}
        current={current?.ref ?? null}
        findings={findings}
        document={open.project.document}
        onShow={doing.show}
      />
    </>
  );
}

function NothingListed({ doing }: { readonly doing: Doing }) {
  const { items, filter } = doing;
  if (items.length === 0) {
    return (
      <section class="empty">
        <h2>There are no questions yet</h2>
        <p>Select some words in the document and make a fact of them.</p>
      </section>
    );
  }
  return (
    <section class="empty">
      <h2>{filter === 'review' ? 'Everything is reviewed' : 'Nothing is accepted yet'}</h2>
      <p>
        {filter === 'review'
          ? 'Publish the deck, look at what you accepted, or select words in the document to make more facts.'
          : 'What you accept is listed here.'}
      </p>
    </section>
  );
}

function Actions({ open, doing }: { readonly open: OpenProject; readonly doing: Doing }) {
  const { current } = doing;
  return (
    <div class="review-actions" role="group" aria-label="What to do with the question">
      {current?.isDraft === true && (
        <button type="button" class="primary" onClick={doing.accept}>
          Accept <Cap of="A" />
        </button>
      )}
      {current !== null && (
        <>
          <Action words="Edit" cap="E" onPress={doing.edit} />
          <Action words="Reject" cap="R" onPress={doing.reject} />
          <Action words="Try" cap="T" onPress={doing.tryOut} />
        </>
      )}
      <Action words="Undo" cap="U" isOff={open.undo === null} onPress={doing.undo} />
      {current !== null && (
        <>
          <Action words="Previous" cap="K" onPress={() => doing.step(-1)} />
          <Action words="Next" cap="J" onPress={() => doing.step(1)} />
          <button type="button" class="quiet-link" onClick={doing.another}>
            Another question of this fact
          </button>
        </>
      )}
      <Action words="Keys" cap="?" onPress={doing.showKeys} />
    </div>
  );
}

function Action(props: {
  readonly words: string;
  readonly cap: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}) {
  const { words, cap, isOff = false, onPress } = props;
  return (
    <button type="button" class="quiet-link" aria-disabled={isOff} onClick={onPress}>
      {words} <Cap of={cap} />
    </button>
  );
}
