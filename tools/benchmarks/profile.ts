// Profiles captures: `pnpm bench:profile`. Writes the profiled parts of docs/performance.md.
//   --quick  tries everything once with tiny counts, prints the tables and writes nothing
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withParts } from '../generate/markdown.ts';
import { writeGenerated } from '../generate/write.ts';
import { runChild } from './measure/child-process.ts';
import { contender, orderFor, orderForSteps } from './measure/run.ts';
import { readProfile } from './profile/read.ts';
import { CAPTURES, FIRSTS, STEPS, type Subject } from './profile/subjects.ts';
import { functionTable, shareTable, type Profiled } from './profile/tables.ts';
import { startServer } from './server/start.ts';
import { installContenders } from './install.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const quick = values.quick === true;
const amounts = {
  captures: quick ? { warmUp: 10, count: 20 } : { warmUp: 3000, count: 3000 },
  step: quick ? { warmUp: 10, count: 200 } : { warmUp: 3000, count: 30_000 },
  first: { count: 1 },
};

const folder = mkdtempSync(join(tmpdir(), 'capture-profile-'));
const file = join(folder, 'process.cpuprofile');
const installation = await installContenders();
const server = await startServer();

async function profiled(subject: Subject): Promise<Profiled> {
  const place = { installation, url: server.url };
  const [name, order] =
    subject.part === 'step'
      ? [`${subject.provider}: ${subject.step}`, orderForSteps(place, subject.provider)]
      : [subject.contender, orderFor(place, contender(subject.contender))];
  await runChild('profiled', { ...order, ...subject, ...amounts[subject.part], file });
  return { name: `**${name}**`, spent: readProfile(file) };
}

async function all(subjects: readonly Subject[]): Promise<Profiled[]> {
  const rows: Profiled[] = [];
  for (const subject of subjects) rows.push(await profiled(subject));
  return rows;
}

try {
  const tables = {
    'profile of captures': shareTable(await all(CAPTURES)),
    'profile of first captures': shareTable(await all(FIRSTS)),
    'profile of steps': functionTable(await all(STEPS), 8),
  };
  if (quick) console.log(Object.values(tables).join('\n\n'));
  else await writeGenerated([withParts('docs/performance.md', tables)]);
} finally {
  server.stop();
  installation.remove();
  rmSync(folder, { recursive: true });
}
