import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../questions/draft/blocks.ts';
import { readHtml } from '../../../questions/draft/readHtml.ts';

function documentOf(html: string): string | undefined {
  return readHtml(html)?.document.trimEnd();
}

describe('what is read', () => {
  test.each([
    ['headings', '<h1>The  <em>Moon</em></h1><h3>Its<br>far side</h3>', '# The Moon\n\n### Its far side'],
    ['paragraphs', '<p>One\n  line <b>of</b> text.</p><p>Two.', 'One line of text.\n\nTwo.'],
    ['text beside blocks', '<div>Loose <p>Inside</p> again</div>', 'Loose\n\nInside\n\nagain'],
    ['links as their text', '<p>See <a href="https://x.example">the <i>map</i></a>.</p>', 'See the map.'],
    ['a link around blocks', '<a href="/"><p>One</p><p>Two</p></a>', 'One\n\nTwo'],
    ['entities', '<p>caf&eacute; &amp; 20&nbsp;% &lt;b&gt;</p>', 'café & 20\u00a0% <b>'],
    ['line breaks', '<p>One<br>line<br><br>Two</p>', 'One line\n\nTwo'],
    ['lists', '<ul><li>One<ul><li>Inner</ul><li><p>Two</p></ul>', '- One\n  - Inner\n- Two'],
    ['numbered lists', '<ol start="3"><li>Mix<li>Wait</ol>', '3. Mix\n4. Wait'],
    [
      'terms',
      '<dl><dt>Neap<dd>the weakest<dt>Spring<dd>the strongest</dl>',
      '- Neap: the weakest\n- Spring: the strongest',
    ],
    ['quotes', '<blockquote><p>One</p><p>Two</p></blockquote>', '> One\n>\n> Two'],
    ['words in quotation marks', '<p>He said <q>no</q>.</p>', 'He said “no”.'],
    [
      'raised and lowered numbers',
      '<p>10<sup>6</sup> of H<sub>2</sub>O on the 1<sup>st</sup></p>',
      '10⁶ of H₂O on the 1st',
    ],
    ['words parted by soft hyphens', '<p>satel&shy;lite</p>', 'satellite'],
    ['code as code', '<pre>let a;\n\nlet b;</pre>', '```\nlet a;\n\nlet b;\n```'],
    ['a page without any tag', 'Only text', 'Only text'],
  ])('%s', (_name, html, document) => {
    expect(documentOf(html)).toBe(document);
  });
});

describe('what is left out', () => {
  test.each([
    [
      'scripts and styles',
      '<style>p{}</style><p>Text</p><script>document.title="x"</script><template>no</template>',
    ],
    [
      'ways about the site',
      '<nav>Home</nav><div role="navigation">More</div><ul class="breadcrumb"><li>A</ul><p>Text</p><footer>©</footer>',
    ],
    [
      'what is hidden',
      '<p hidden>no</p><p style="color:red; display: none">no</p><span aria-hidden="true">no</span><p>Text</p>',
    ],
    ['forms', '<form><p>Your name <input value="no"></p></form><p>Text <button>no</button></p>'],
    ['pointers to notes', '<p>Text<sup><a href="#n1">[1]</a></sup></p>'],
    ['comments', '<!-- no --><p>Text</p>'],
    [
      'what is beside the main text',
      '<header><a>Logo</a></header><div>no</div><main><p>Text</p></main><p>no</p>',
    ],
    ['what is beside the only article', '<div>no</div><article><p>Text</p></article>'],
  ])('%s', (_name, html) => {
    expect(documentOf(html)).toBe('Text');
  });

  test('of a header everything but its headings', () => {
    expect(documentOf('<header><h1>Tides</h1><p>By me</p></header><p>Text</p>')).toBe('# Tides\n\nText');
  });
});

describe('a table', () => {
  test('is one of Markdown, its caption before it', () => {
    const html =
      '<table><caption>Rise</caption><thead><tr><th>At<th>Hours</thead><tr><td>20&nbsp;°C<td><p>8 or</p><p>more</p><tr><td>a|b<td></table>';
    expect(documentOf(html)).toBe(
      'Rise\n\n| At | Hours |\n| --- | --- |\n| 20\u00a0°C | 8 or more |\n| a\\|b |  |',
    );
  });

  test('with a name before each row has columns without names', () => {
    const html = '<table><tr><th>Capital<td>Astana<tr><th>People<td>20 million</table>';
    const document = documentOf(html) ?? '';
    expect(document).toBe('|  |  |\n| --- | --- |\n| Capital | Astana |\n| People | 20 million |');
    expect(blocksOf(document).map(({ kind, cells }) => [kind, cells?.length])).toEqual([
      ['row', 2],
      ['row', 2],
    ]);
  });

  test('says what stands in a cell over several rows in each of them', () => {
    const html = '<table><tr><th>Year<th>Who<tr><td rowspan=2>1969<td>Armstrong<tr><td>Aldrin</table>';
    expect(documentOf(html)).toContain('| 1969 | Armstrong |\n| 1969 | Aldrin |');
  });

  test('made for its layout is what is in it', () => {
    expect(documentOf('<table><tr><td><h2>Tides</h2><td><p>Text</p></table>')).toBe('## Tides\n\nText');
  });
});

test('a title is the first heading, else what the page is called; an entity in it is decoded', () => {
  expect(readHtml('<title>Site</title><h1>Tides &amp; waves</h1>')?.title).toBe('Tides & waves');
  expect(readHtml('<title>Tides &amp; waves</title><p>Text</p>')?.title).toBe('Tides & waves');
  expect(readHtml('<p>Text</p>')?.title).toBe('');
});

test('what looks like a mark in a paragraph stays a paragraph', () => {
  for (const text of ['&lt;div&gt; is an element', '# is a sign', '``` too'])
    expect(blocksOf(documentOf(`<p>${text}</p>`) ?? '').map(({ kind }) => kind)).toEqual(['paragraph']);
});

test('no script is run', () => {
  const html = '<script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true"><p>Text</p>';
  expect(documentOf(html)).toBe('Text');
  expect('ran' in globalThis).toBe(false);
});

test.each([
  ['elements in elements', '<div>'.repeat(200_000)],
  ['bold in paragraphs', Array.from({ length: 20_000 }, (_, at) => `<p><b id=${at}>`).join('')],
])('%s without end are refused at once', (_name, html) => {
  expect(readHtml(html)).toBeUndefined();
});

test.each([
  ['a long line', `<p>${'word '.repeat(200_000)}`],
  ['many paragraphs', '<p>a<br>'.repeat(100_000)],
  ['many marks', '<'.repeat(1_000_000)],
  ['many attributes', `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')}>text`],
])('%s: a million characters are read in less than two seconds', (_name, html) => {
  const startMs = performance.now();
  expect(readHtml(html)).toBeDefined();
  expect(performance.now() - startMs).toBeLessThan(2000);
});
