// Refuses a change to a published package without a changeset: `pnpm check:changeset [--base <revision>]`.
import { parseArgs } from 'node:util';
import { ROOT } from '../workspace/workspace.ts';
import { missingChangesets } from './unreleased.ts';

const { values } = parseArgs({ options: { base: { type: 'string' } } });
const missing = await missingChangesets(ROOT, values.base);
for (const { name, why } of missing) console.error(`${name} needs a changeset (pnpm changeset): ${why}`);
process.exitCode = missing.length > 0 ? 1 : 0;
