// `npm run bench`: every figure beside its budget (DESIGN.md), and what it costs. Exits 1 where a figure is over.
// `npm run measure load pull` measures these parts alone.
import { measureApp } from './app.ts';
import { measureClassroom } from './classroom.ts';
import { costTable } from './cost.ts';
import { measureCpu } from './cpu.ts';
import { measureDrafting } from './drafting.ts';
import { measureEmbed } from './embed.ts';
import { measureEmbedHeight } from './embedHeight.ts';
import { isWithin, row, type Figure } from './figure.ts';
import { measureFold } from './fold.ts';
import { measureLoad } from './load.ts';
import { measurePeers } from './peers.ts';
import { measurePull } from './pull.ts';
import { measureRetain } from './retain.ts';
import { measureStudio } from './studio.ts';
import { countUsage, usageFigures } from './usage.ts';
import { measureWorker } from './worker.ts';

const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  fold: measureFold,
  worker: measureWorker,
  app: measureApp,
  cpu: measureCpu,
  pull: measurePull,
  load: measureLoad,
  embed: measureEmbed,
  height: measureEmbedHeight,
  peers: measurePeers,
  classroom: measureClassroom,
  retain: measureRetain,
  drafting: measureDrafting,
  studio: measureStudio,
  operations: async () => usageFigures(await countUsage()),
};

const named = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const measured = await measure();
  console.log(`${measured.map(row).join('\n')}\n`);
  figures.push(...measured);
}
if (named.length === 0 || named.includes('operations')) console.log(costTable(await countUsage()));
process.exitCode = figures.every(isWithin) ? 0 : 1;
