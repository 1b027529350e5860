// Measures the journal against the same captures without one: `pnpm bench:journal`. Every ratio is of one round; the
// median of the rounds is written into docs/performance.md.
//   --quick   tries everything once with tiny counts, prints the report and writes nothing
//   --rounds  3 by default
//   --largest the most operations that are recorded, 1,000,000 by default: it takes minutes
//   --folder  the folder for the files, which has to be on a disk; a temporary one by default
import { parseArgs } from 'node:util';
import { withParts } from '../../generate/markdown.ts';
import { writeGenerated } from '../../generate/write.ts';
import { measure } from './measure.ts';
import { figuresTable, machineLines, targetsTable } from './report.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    largest: { type: 'string' },
    folder: { type: 'string' },
  },
});
const quick = values.quick === true;
const started = performance.now();
const log = (line: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
};
const rounds = await measure({
  quick,
  rounds: quick ? 1 : Number(values.rounds ?? 3),
  largest: Number(values.largest ?? 1_000_000),
  folder: values.folder,
  log,
});
const parts = {
  'journal targets': targetsTable(rounds),
  'journal figures': figuresTable(rounds),
  'journal machine': machineLines(rounds, (performance.now() - started) / 60_000),
};
if (quick) console.log(Object.values(parts).join('\n\n'));
else await writeGenerated([withParts('docs/performance.md', parts)]);
