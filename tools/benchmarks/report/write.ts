import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withParts } from '../../generate/markdown.ts';
import { writeGenerated } from '../../generate/write.ts';
import { ROOT } from '../../workspace/workspace.ts';
import type { Results } from '../results.ts';
import type { Settings } from '../settings.ts';
import { plot } from './plot.ts';
import { costTable, growthTable, partsTable, speedTable, targetsTable } from './tables.ts';
import { targets } from './targets.ts';

/** The generated parts of docs/performance.md by name. */
export type Report = Readonly<Record<'machine' | 'targets' | 'speed' | 'costs' | 'parts' | 'growth', string>>;

export function report(results: Results, settings: Settings, machine: string): Report {
  return {
    machine,
    targets: targetsTable(targets(results, settings)),
    speed: speedTable(results, settings),
    costs: costTable(results),
    parts: partsTable(results),
    growth: growthTable(results, settings),
  };
}

/** Writes a report into the generated parts of docs/performance.md, and draws the plot. */
export async function write(made: Report, results: Results): Promise<void> {
  await writeGenerated([withParts('docs/performance.md', made)]);
  writeFileSync(join(ROOT, 'docs/images/performance.svg'), plot(results, 32));
}
