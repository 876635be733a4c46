import { expect } from 'vitest';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { lint } from '../../../questions/lint.ts';
import type { Finding, Rule } from '../../../questions/lint/finding.ts';

/** A small document for trials; its third paragraph has no fact unless a trial makes one. */
export const DOCUMENT = `Kazakhstan is the ninth largest country in the world. It has a border of 7 thousand kilometers with Russia.

The CSTO is led by Russia and composed of Kazakhstan, Belarus, Armenia, Kyrgyzstan And Tajikistan. It exists since the end of theSoviet Union. It is a’security pact. About 4 thousand soldiers arrived on 8 January 2022 in Almaty. China mediates: Chinafor his part waits.

A fifth of the gas comes from Kazakhstan. Putin will probably win. Kazakhstan and Russia trade; Kazakhstan and Russia talk; Kazakhstan and Armenia do not.`;

export const SHA256 = 'a'.repeat(64);

/** Parts of a trial deck: its one fact `led`, with one question `q`. `▸` marks where a finding is expected. */
export interface Parts {
  readonly sha256?: string;
  readonly head?: string;
  readonly statement?: string;
  readonly standing?: string;
  readonly by?: string;
  readonly passage?: string;
  readonly fact?: string;
  readonly question?: string;
  readonly more?: string;
}

const PLAIN_QUESTION = `
  kind: short
  prompt: Which state heads the pact named in the sentence?
  answer: Russia`;

/** Writes a deck file; what is left out is faultless. */
export function deckYaml(parts: Parts): string {
  return `title: Trial
language: en
access: open
documentSha256: ${parts.sha256 ?? SHA256}
glossary:
  Vladimir Putin: { kind: person, aliases: [Putin] }
  Russia: { kind: place, aliases: [Russian Federation] }
  Armenia: { kind: place }
  CSTO: { kind: organisation, aliases: [Csto, Collective Security Treaty Organization] }
${parts.head ?? ''}
facts:
${parts.more ?? ''}
  led:
    statement: ${parts.statement ?? 'Russia heads the CSTO.'}
    standing: ${parts.standing ?? 'stated'}${parts.by === undefined ? '' : `\n    by: ${parts.by}`}
    passage: ${parts.passage ?? '{ exact: "The CSTO is led by Russia and composed of Kazakhstan, Belarus, Armenia, Kyrgyzstan And Tajikistan" }'}
${parts.fact ?? ''}
    questions:
      q:
${indented(parts.question ?? PLAIN_QUESTION)}
`;
}

function indented(question: string): string {
  return question
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}

/** All findings on a deck file without marks. */
export function findingsOf(yaml: string, { document = DOCUMENT, publish = false } = {}): readonly Finding[] {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok)
    throw new Error(`Inconsistent: the trial deck has no form: ${JSON.stringify(parsed.problems)}`);
  return lint(parsed.source, document, { sha256: SHA256, publish });
}

/** Expects the rule exactly at the marks, and nowhere where there are none. */
export function expectAtMarks(
  rule: Rule,
  parts: Parts,
  options?: { readonly document?: string; readonly publish?: boolean },
): void {
  const marked = deckYaml(parts);
  const found = findingsOf(marked.replaceAll('▸', ''), options)
    .filter((finding) => finding.rule === rule)
    .map(({ line, column }) => `${line}:${column}`);
  expect(found).toEqual(marksOf(marked));
}

function marksOf(marked: string): readonly string[] {
  return marked.split('\n').flatMap((text, at) => {
    const columns = [...text.matchAll(/▸/g)].map(({ index }, before) => index - before + 1);
    return columns.map((column) => `${at + 1}:${column}`);
  });
}

/** A rule, its outcome in words, a deck that it finds fault with at the marks, and a neighbour that it lets pass. */
export type Trial = readonly [rule: Rule, outcome: string, fires: Parts, passes: Parts];
