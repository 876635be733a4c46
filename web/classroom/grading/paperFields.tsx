import { Fragment } from 'preact';
import type { View } from '../../../questions/kinds.ts';
import { shuffled } from '../../../questions/seed.ts';
import { inShownOrder } from '../../shuffle.ts';
import { STANDING_MEANS } from '../../standingWords.ts';
import { letterOf } from './printedSolution.ts';

/** Where an answer is written on paper: boxes, lines or tables, in the order that the seed gives. */
export function PaperFields({ view, seed }: { view: View; seed: string }) {
  switch (view.kind) {
    case 'choice':
    case 'multiple':
      return (
        <>
          {view.kind === 'multiple' && <Hint>Mark every one that fits.</Hint>}
          <Boxes options={inShownOrder(view.options, seed)} />
        </>
      );
    case 'judge':
      return (
        <>
          <Claim text={view.claim} />
          <Boxes options={view.options.map((option) => `${option}: ${STANDING_MEANS[option]}`)} />
        </>
      );
    case 'evidence':
      return (
        <>
          <Claim text={view.claim} />
          <Boxes options={view.sentences} />
        </>
      );
    case 'cloze':
      return <Cloze {...view} />;
    case 'short':
      return <Lines count={1} />;
    case 'number':
      return <Lines count={1} after={view.unit} />;
    case 'list':
      return <Lines count={view.count} isNumbered />;
    case 'order':
      return <Order items={shuffled(view.items, seed)} />;
    case 'match':
      return <Match lefts={view.lefts} rights={inShownOrder(view.rights, seed)} />;
  }
}

function Hint({ children }: { children: string }) {
  return (
    <p class="sheet-hint" lang="en">
      {children}
    </p>
  );
}

function Claim({ text }: { text: string }) {
  return <blockquote class="sheet-claim">{text}</blockquote>;
}

function Boxes({ options }: { options: readonly string[] }) {
  return (
    <ul class="sheet-boxes">
      {options.map((option) => (
        <li key={option}>
          <Box />
          <span>{option}</span>
        </li>
      ))}
    </ul>
  );
}

function Box() {
  return (
    <svg class="sheet-box" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}

function Cloze({ parts, shows }: Extract<View, { kind: 'cloze' }>) {
  return (
    <p class="sheet-cloze">
      {parts.map((part, at) => (
        <Fragment key={at}>
          {part}
          {at < shows.length && (
            <>
              <span class="sheet-blank" role="img" aria-label="blank" />
              {shows[at] !== '' && <small> ({shows[at]})</small>}
            </>
          )}
        </Fragment>
      ))}
    </p>
  );
}

function Lines({
  count,
  after,
  isNumbered = false,
}: {
  count: number;
  after?: string | undefined;
  isNumbered?: boolean;
}) {
  return (
    <ol class="sheet-writing">
      {Array.from({ length: count }, (_, at) => (
        <li key={at}>
          {isNumbered && <span>{at + 1}.</span>}
          <span class="sheet-line" />
          {after !== undefined && <span>{after}</span>}
        </li>
      ))}
    </ol>
  );
}

function Order({ items }: { items: readonly string[] }) {
  return (
    <>
      <Hint>{`Number them from 1 to ${items.length}.`}</Hint>
      <table class="sheet-table">
        <tbody>
          {items.map((item) => (
            <tr key={item}>
              <td class="sheet-cell" />
              <td>{item}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Right sides have letters, which are written beside the left sides. */
function Match({ lefts, rights }: { lefts: readonly string[]; rights: readonly string[] }) {
  return (
    <>
      <Hint>Write the right letter beside each.</Hint>
      <div class="sheet-match">
        <table class="sheet-table">
          <tbody>
            {lefts.map((left) => (
              <tr key={left}>
                <td>{left}</td>
                <td class="sheet-cell" />
              </tr>
            ))}
          </tbody>
        </table>
        <ol class="sheet-letters">
          {rights.map((right, at) => (
            <li key={right}>
              <strong>{letterOf(at)}</strong> {right}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
