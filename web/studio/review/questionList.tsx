import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Finding } from '../../../questions/lint/finding.ts';
import { paragraphNumber, paragraphsOf } from '../../../questions/document.ts';
import { findingsOf, type ReviewItem } from './reviewItem.ts';
import { lineOf } from './wording.ts';

interface QuestionListProps {
  readonly list: readonly ReviewItem[];
  readonly current: string | null;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly document: string;
  readonly onShow: (ref: string) => void;
}

/** The questions of the list, the current one marked; a dotted sign for a draft, a full one for what is accepted. */
export function QuestionList({ list, current, findings, document, onShow }: QuestionListProps) {
  const own = useRef<HTMLOListElement>(null);
  const show = useRef(onShow);
  show.current = onShow;
  const paragraphs = useMemo(() => paragraphsOf(document), [document]);
  useLayoutEffect(() => {
    if (own.current !== null) showCurrent(own.current);
  }, [current]);
  return (
    <ol ref={own} class="review-list" aria-label="Questions" data-scrolls="">
      {list.map((item) => (
        <Row
          key={item.ref}
          item={item}
          isCurrent={item.ref === current}
          paragraph={item.place === null ? null : paragraphNumber(paragraphs, item.place)}
          blocking={findingsOf(item, findings).filter(({ level }) => level === 'E').length}
          show={show}
        />
      ))}
    </ol>
  );
}

/** One question of the list; made anew only when it has changed. */
function Row(props: {
  readonly item: ReviewItem;
  readonly isCurrent: boolean;
  readonly paragraph: number | null;
  readonly blocking: number;
  readonly show: { readonly current: (ref: string) => void };
}) {
  const { item, isCurrent, paragraph, blocking, show } = props;
  const { ref, isDraft } = item;
  const line = lineOf(item.question, item.fact);
  return useMemo(
    () => (
      <li>
        <button
          type="button"
          class="review-row"
          data-draft={isDraft ? '' : undefined}
          aria-current={isCurrent ? 'true' : undefined}
          onClick={() => show.current(ref)}
        >
          <span class="review-sign" aria-hidden="true" />
          <span class="sr-only">{isDraft ? 'Draft: ' : 'Accepted: '}</span>
          <span class="review-row-text">{line}</span>
          <span class="review-row-place">
            {blocking > 0 && (
              <span class="review-alarm" title="Something has to be mended">
                !<span class="sr-only"> has to be mended, </span>
              </span>
            )}
            {paragraph !== null && `§${paragraph}`}
          </span>
        </button>
      </li>
    ),
    [ref, line, isDraft, isCurrent, paragraph, blocking],
  );
}

/** Scrolls the list, where it scrolls by itself, to the current question. */
function showCurrent(list: HTMLElement): void {
  const row = list.querySelector<HTMLElement>('[aria-current]');
  if (row === null || list.scrollHeight <= list.clientHeight) return;
  const top = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (top >= 0 && top + row.offsetHeight <= list.clientHeight) return;
  list.scrollTop += top - list.clientHeight / 3;
}
