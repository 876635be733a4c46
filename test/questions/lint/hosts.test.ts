import { describe, expect, it } from 'vitest';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { formFindings } from '../../../questions/lint/form.ts';
import { deckYaml, expectAtMarks, findingsOf, type Trial } from './trial.ts';

const head = (...hosts: readonly string[]) => ({
  head: `embed:\n  hosts:\n${hosts.map((host) => `    - ${host}`).join('\n')}`,
});

const TRIALS: readonly Trial[] = [
  [
    'embed-host',
    'warns of a site that stands there twice, at the second one',
    head('https://a.example', '▸https://a.example:443'),
    head('https://a.example', 'https://b.example'),
  ],
  [
    'embed-host',
    'warns of a site that a wider one names too, wherever it stands',
    head('▸https://a.school.example', '"https://*.school.example"', '▸"https://*.b.school.example"'),
    head('https://school.example', '"https://*.school.example"'),
  ],
  [
    'embed-host',
    'warns of a place where anybody may have a page',
    head('▸"https://*.com"', '▸"https://*.github.io"'),
    head('"https://*.ac.uk"', '"https://*.edu"', 'https://school.github.io'),
  ],
];

describe('hosts', () => {
  it.each(TRIALS)('%s: %s', (rule, _outcome, fires, passes) => {
    expect(deckYaml(fires)).toContain('▸');
    expectAtMarks(rule, fires);
    expectAtMarks(rule, passes);
  });

  it('says which site is enough', () => {
    const said = findingsOf(deckYaml(head('https://b.a.example', '"https://*.a.example"')));
    expect(said.filter(({ rule }) => rule === 'embed-host').map(({ message }) => message)).toEqual([
      '“https://*.a.example” stands here too and is enough: remove “https://b.a.example”',
    ]);
  });

  it.each([
    ['"*"', /is no site such as/],
    ['https://course.example.org/', /without a path/],
    ['https://course.example.org:70000', /port above 65535/],
  ])('refuses %s at its line', (host, message) => {
    const yaml = deckYaml(head('https://a.example', host));
    const line = yaml.split('\n').indexOf(`    - ${host}`) + 1;
    const parsed = parseDeckFile(yaml);
    const found = parsed.ok ? [] : formFindings(parsed.problems);
    expect(found).toMatchObject([
      { rule: 'form', level: 'E', line, message: expect.stringMatching(message) },
    ]);
  });

  it('refuses a list without a site, and any other field', () => {
    for (const field of ['{ hosts: [] }', '{}', '{ hosts: [https://a.example], pages: [] }'])
      expect(parseDeckFile(deckYaml({ head: `embed: ${field}` })).ok, field).toBe(false);
  });
});
