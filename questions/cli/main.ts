// The `questions` command: `node questions/cli/main.ts COMMAND`.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { secondDrafter } from '../draft/model/secondDrafter.ts';
import { makeWinkTagger } from '../draft/winkTagger.ts';
import { DeckNameSchema } from '../publish.ts';
import { Line } from '../text.ts';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { deckPathsIn } from './decks.ts';
import { draft } from './draft.ts';
import { fmt } from './fmt.ts';
import { askOpenAi, modelPlaceIn } from './model.ts';
import { readDocument } from './readFile.ts';
import { deckFileSchema } from './schema.ts';

const USAGE = `usage: node questions/cli/main.ts COMMAND

  check [DIR…] [--json] [--publish]   what is wrong or doubtful in these deck folders (without one: in all decks);
                                      --publish also refuses drafts; exit code 1 where something blocks
  draft FILE [--name NAME] [--title TITLE] [--language en] [--model]
                                      a deck folder of a document (.txt .md .html .docx .pdf), with drafts that are served to
                                      nobody before you accept them; again: adds what was not offered before; --model also
                                      asks the language model of STEPPE_MODEL_URL, STEPPE_MODEL and STEPPE_MODEL_KEY
  fmt [DIR…] [--check]                the usual layout of deck files, comments kept
  coverage [DIR…]                     paragraphs without a fact, and facts that are never recalled
  schema                              the JSON Schema of a deck file`;

/** Takes the arguments after its name, gives the exit code; throws where it is called wrongly. */
type Command = (args: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check: runCheck,
  draft: runDraft,
  fmt: runFmt,
  coverage: runCoverage,
  schema: runSchema,
};

function runCheck(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
  });
  const { code, lines } = check(positionals.length > 0 ? positionals : allDecks(), {
    ...values,
    from: process.cwd(),
  });
  console.log(lines.join('\n'));
  return code;
}

async function runDraft(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      title: { type: 'string' },
      language: { type: 'string', default: 'en' },
      model: { type: 'boolean', default: false },
    },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new Error(USAGE);
  const { name, title, language, model } = values;
  const wished = v.safeParse(v.object({ name: v.optional(DeckNameSchema), title: v.optional(Line) }), {
    name,
    title,
  });
  if (!wished.success) {
    const [issue] = wished.issues;
    throw new Error(`--${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  const read = await readDocument(path);
  if (!read.ok) throw new Error(read.why);
  const place = model ? modelPlaceIn(process.env) : undefined;
  const lines = await draft({
    document: read.document,
    title: title ?? read.title,
    language,
    ...(name === undefined ? {} : { name }),
    decks: DECKS,
    tagger: makeWinkTagger(),
    ...(place === undefined
      ? {}
      : { second: async (text, tag) => (await secondDrafter(text, tag, askOpenAi(place))).found }),
  });
  console.log(lines.join('\n'));
  return 0;
}

function runFmt(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  const { code, lines } = fmt(positionals.length > 0 ? positionals : allDecks(), values);
  if (lines.length > 0) console.log(lines.join('\n'));
  return code;
}

function runCoverage(args: readonly string[]): number {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  console.log(coverage(positionals.length > 0 ? positionals : allDecks()).join('\n'));
  return 0;
}

const DECKS = fileURLToPath(new URL('../decks', import.meta.url));

function allDecks(): readonly string[] {
  return deckPathsIn(DECKS);
}

function runSchema(): number {
  console.log(deckFileSchema());
  return 0;
}

try {
  const [name, ...args] = process.argv.slice(2);
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new Error(USAGE);
  process.exitCode = await command(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
