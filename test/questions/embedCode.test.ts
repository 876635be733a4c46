import { describe, expect, it } from 'vitest';
import { elementCode, frameCode, PLAIN_WISH } from '../../questions/embedCode.ts';
import { escaped, openingTag } from '../../questions/markup.ts';

const DECK = { origin: 'https://steppe.example', deck: 'harbour', title: 'Saltmere & its <harbour>' };
const ONCE = { tag: 'pier', count: 3, mode: 'once' } as const;
const SIZE = { width: '100%', height: 640 } as const;
const HOSTILE = { ...DECK, title: `"><script>alert('1')</script>` };
const frameIn = (code: string) => /src="([^"]*)"/.exec(code)?.[1];

describe('the element’s code', () => {
  it('says what is not plain, and leads readers without scripts to the deck', () => {
    const script = '<script src="https://steppe.example/embed.js" async></script>\n';
    const link = '<a href="https://steppe.example/decks/harbour">Saltmere &amp; its &lt;harbour&gt;</a>';
    expect(elementCode(DECK, PLAIN_WISH)).toBe(`${script}<steppe-quiz deck="harbour">${link}</steppe-quiz>`);
    expect(elementCode(DECK, ONCE)).toBe(
      `${script}<steppe-quiz deck="harbour" tags="pier" count="3" mode="once">${link}</steppe-quiz>`,
    );
  });

  it('has no other tags whatever stands in a title', () => {
    expect(elementCode(HOSTILE, PLAIN_WISH).match(/<\/?\w[\w-]*/g)).toEqual(
      elementCode(DECK, PLAIN_WISH).match(/<\/?\w[\w-]*/g),
    );
  });
});

describe('the frame’s code', () => {
  it('keeps the wish behind the #, which no server is sent', () => {
    expect(frameIn(frameCode(DECK, PLAIN_WISH, SIZE))).toBe('https://steppe.example/embed/harbour');
    expect(frameIn(frameCode(DECK, ONCE, SIZE))).toBe(
      'https://steppe.example/embed/harbour#tags=pier&amp;count=3&amp;mode=once',
    );
  });

  it('may run its own scripts and open its own tabs, and never leads its page away', () => {
    const [, sandbox = ''] = /sandbox="([^"]*)"/.exec(frameCode(DECK, PLAIN_WISH, SIZE)) ?? [];
    expect(sandbox.split(' ')).toContain('allow-scripts');
    expect(sandbox).not.toContain('top-navigation');
  });

  it('has no other tags whatever stands in a title', () => {
    expect(frameCode(HOSTILE, PLAIN_WISH, SIZE)).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  });
});

describe('escaped text', () => {
  it('is read as what it was, in an element and in either kind of quotes', () => {
    expect(escaped(`& < > " ' &lt;`)).toBe('&amp; &lt; &gt; &quot; &#39; &amp;lt;');
  });

  it('is without what XML cannot carry', () => {
    expect(escaped('a\u0000b\u001bc\ud800d\ufffee\tf\n😀')).toBe('abcde\tf\n😀');
  });
});

it('an opening tag leaves out what is null', () => {
  expect(openingTag('a', { href: '/?a&b', rel: null, tabindex: 0 })).toBe(
    '<a href="/?a&amp;b" tabindex="0">',
  );
});
