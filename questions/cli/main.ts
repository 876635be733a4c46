// The `questions` command: `node questions/cli/main.ts COMMAND`.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { deckPathsIn } from './decks.ts';
import { deckFileSchema } from './schema.ts';

const USAGE = `usage: node questions/cli/main.ts COMMAND

  check [DIR…] [--json] [--publish]   what is wrong or doubtful in these deck folders (without one: in all decks);
                                      --publish also refuses drafts; exit code 1 where something blocks
  schema                              the JSON Schema of a deck file`;

/** Takes the arguments after its name, gives the exit code; throws where it is called wrongly. */
type Command = (args: readonly string[]) => number;

const COMMANDS: Readonly<Record<string, Command>> = { check: runCheck, schema: runSchema };

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

function allDecks(): readonly string[] {
  return deckPathsIn(fileURLToPath(new URL('../decks', import.meta.url)));
}

function runSchema(): number {
  console.log(deckFileSchema());
  return 0;
}

try {
  const [name, ...args] = process.argv.slice(2);
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new Error(USAGE);
  process.exitCode = command(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
