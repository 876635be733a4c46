import type { Found } from '../browser/robot.ts';

/** A page that shows questions with one of the three systems, and what it needs beside its package. */
export interface PeerPage {
  readonly name: string;
  /** Folder of the package's built files, inside the folder of all packages; served at the root. */
  readonly folder?: string;
  /** Texts served beside it, by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** Fits what is in the page, or in a frame of it, as soon as the first question is. */
  readonly ready: string;
  /** Where that stands in the shadow root of an element: the element. */
  readonly shadowOf?: string;
}

export const VERSIONS = { quizdown: '0.4.1', 'h5p-standalone': '3.8.2' } as const;

/** One line of HTML, as a course page has it. */
export function steppePage(origin: string, deck: string, tag: string, count: number): PeerPage {
  return {
    name: 'Steppe',
    texts: {
      '/': pageOf(
        `<script src="${origin}/embed.js" async></script>`,
        `<steppe-quiz deck="${deck}" tags="${tag}" count="${count}"></steppe-quiz>`,
      ),
    },
    ready: 'form.question',
  };
}

/** The questions as quizdown's own Markdown. */
export function quizdownPage(questions: readonly Found[]): PeerPage {
  const texts = questions.map(({ view, solution }) =>
    [
      `### ${view.prompt}`,
      '',
      ...optionsOf(view).map((text) => `1. [${solution.includes(text) ? 'x' : ' '}] ${text}`),
    ].join('\n'),
  );
  return {
    name: `quizdown ${VERSIONS.quizdown}`,
    folder: 'quizdown/public/build',
    texts: {
      '/': pageOf(
        '<script src="/quizdown.js"></script><script>quizdown.init();</script>',
        `<div class="quizdown">\n${texts.join('\n\n')}\n</div>`,
      ),
    },
    ready: 'input',
    shadowOf: '.quizdown',
  };
}

/** H5P's player and core. Its content types are no npm packages: a stand-in of a few lines shows the first question. */
export function h5pPage(questions: readonly Found[]): PeerPage {
  const library = { machineName: 'H5P.Stand', majorVersion: 1, minorVersion: 0 };
  return {
    name: `H5P ${VERSIONS['h5p-standalone']}, no content`,
    folder: 'h5p-standalone/dist',
    texts: {
      '/': pageOf(
        '<script src="/main.bundle.js"></script>',
        `<div id="quiz"></div><script>new H5PStandalone.H5P(document.getElementById('quiz'), { h5pJsonPath: '/content', frameJs: '/frame.bundle.js', frameCss: '/styles/h5p.css' });</script>`,
      ),
      '/content/h5p.json': JSON.stringify({
        title: 'Five questions',
        language: 'en',
        mainLibrary: library.machineName,
        embedTypes: ['iframe'],
        preloadedDependencies: [library],
      }),
      '/content/content/content.json': JSON.stringify({
        questions: questions.map(({ view }) => ({ prompt: view.prompt, options: optionsOf(view) })),
      }),
      '/content/H5P.Stand-1.0/library.json': JSON.stringify({
        ...library,
        title: 'Stand-in',
        patchVersion: 0,
        runnable: 1,
        preloadedJs: [{ path: 'stand.js' }],
      }),
      '/content/H5P.Stand-1.0/stand.js': `H5P.Stand = function ({ questions }) {
  const [{ prompt, options }] = questions;
  this.attach = ($container) => {
    $container.append($('<form class="first-question">').append($('<p>').text(prompt)).append(options.map((text) => $('<label>').text(text).prepend('<input type="radio" name="option">'))));
  };
  const $ = H5P.jQuery;
};`,
    },
    ready: '.first-question',
  };
}

function optionsOf(view: Found['view']): readonly string[] {
  return view.kind === 'choice' ? view.options : [];
}

function pageOf(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Five questions</title>${head}</head><body><h1>Five questions</h1>${body}</body></html>`;
}
