import { paragraphsOf } from '../../../questions/document.ts';
import type { Place } from '../../../questions/passage.ts';
import type { TestDeck } from '../grading/testDeck.ts';
import { segmentsOf } from '../../segments.ts';
import type { ScopeProps } from './scopeFields.tsx';
import { toggled } from './toggled.ts';

/** The document with its passages, to be ticked below the paragraph that they begin in. */
export function ByPassage({ form, change, deck }: ScopeProps) {
  return (
    <fieldset class="radios">
      <legend>Passages</legend>
      <div class="assign-document" lang={deck.language}>
        {paragraphsOf(deck.document).map((paragraph, at) => {
          const facts = deck.facts.filter(
            ({ place }) => place.start >= paragraph.start && place.start < paragraph.end,
          );
          return (
            <div key={paragraph.start} class="assign-paragraph">
              <p class="passage">
                <Marked deck={deck} paragraph={paragraph} chosen={form.facts} />
              </p>
              {facts.map(({ fact, statement, questions }) => (
                <label key={fact} class="assign-tick">
                  <input
                    type="checkbox"
                    checked={form.facts.includes(fact)}
                    onChange={() => change({ facts: toggled(form.facts, fact) })}
                  />
                  <span>
                    {statement}
                    <span class="sr-only" lang="en">
                      , paragraph {at + 1}, {questions.length} questions
                    </span>
                  </span>
                </label>
              ))}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** A paragraph with every passage underlined, and those of the chosen facts marked. */
function Marked(props: { deck: TestDeck; paragraph: Place; chosen: readonly string[] }) {
  const { deck, paragraph, chosen } = props;
  const places = deck.facts.map(({ fact, place }) => ({ id: fact, place }));
  return (
    <>
      {segmentsOf(paragraph, places).map(({ start, end, ids }) => {
        const text = deck.document.slice(start, end);
        if (ids.length === 0) return text;
        return ids.some((id) => chosen.includes(id)) ? (
          <mark key={start}>{text}</mark>
        ) : (
          <span key={start} class="proof">
            {text}
          </span>
        );
      })}
    </>
  );
}
