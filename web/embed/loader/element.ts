import { SANDBOX } from '../../../questions/embedCode.ts';
import { ATTRIBUTES, deckIn, frameAddress } from './address.ts';
import { Line } from './line.ts';
import { lookOf } from './look.ts';

/** How near to the view (as a root margin) a quiz is loaded. */
const NEAR = '600px';
/** How long (ms) a loaded frame may say nothing before its place shows the way to the quiz itself. */
const PATIENCE_MS = 10_000;
/** Holds the place of a first question, which is higher where lines are short: what is below must not jump. */
const STYLE = `:host(:not([hidden])){display:block}
iframe{display:block;width:100%;height:0;min-height:600px;border:0}
@media(max-width:640px){iframe{min-height:660px}}`;

/** Defines `<steppe-quiz>` for the quizzes of this server; once a page, whoever is first. */
export function defineQuiz(base: string): void {
  if (customElements.get('steppe-quiz') !== undefined) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  class SteppeQuiz extends HTMLElement {
    static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, 'theme'];
    readonly #root = this.attachShadow({ mode: 'open' });
    #watch: IntersectionObserver | undefined;
    #line: Line | undefined;
    #patience: ReturnType<typeof setTimeout> | undefined;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
    }

    /** An empty frame holds the place until the reader comes near. */
    connectedCallback(): void {
      this.#end();
      if (deckIn(this) === '') return this.#sayInstead('This quiz names no deck.');
      const frame = document.createElement('iframe');
      frame.title = this.title || 'Quiz';
      this.#root.replaceChildren(frame);
      this.#watch = new IntersectionObserver(
        (seen) => {
          if (seen.some((entry) => entry.isIntersecting)) this.#load(frame);
        },
        { rootMargin: NEAR },
      );
      this.#watch.observe(this);
    }

    disconnectedCallback(): void {
      this.#end();
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (!this.isConnected || before === now) return;
      if (name === 'theme') this.#line?.restyle();
      else this.connectedCallback();
    }

    #end(): void {
      this.#watch?.disconnect();
      clearTimeout(this.#patience);
      this.#line?.close();
      this.#line = undefined;
      this.#root.replaceChildren();
    }

    #load(frame: HTMLIFrameElement): void {
      this.#watch?.disconnect();
      const line = new Line(this, frame, base, () => clearTimeout(this.#patience));
      this.#line = line;
      frame.addEventListener('load', () => {
        clearTimeout(this.#patience);
        this.#patience = setTimeout(() => {
          this.#end();
          this.#sayInstead('This quiz could not be loaded.');
        }, PATIENCE_MS);
        line.connect();
      });
      // Not before: an empty frame of this sandbox would be of the page's own origin, and browsers warn of that.
      frame.setAttribute('sandbox', SANDBOX);
      frame.allow = '';
      frame.referrerPolicy = 'no-referrer';
      frame.src = frameAddress(base, this, lookOf(this).theme);
    }

    /** The page's own words between the tags, which lead to the quiz; or else ours. */
    #sayInstead(why: string): void {
      const text = document.createElement('p');
      text.textContent = why;
      const own = document.createElement('slot');
      const link = document.createElement('a');
      link.href = `${base}/decks/${deckIn(this)}`;
      link.target = '_blank';
      link.textContent = 'Open it in its own tab';
      if (deckIn(this) !== '') own.append(link);
      this.#root.replaceChildren(text, own);
    }
  }

  customElements.define('steppe-quiz', SteppeQuiz);
}
