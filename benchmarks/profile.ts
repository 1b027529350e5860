// Where the time goes, from profiles: `pnpm bench:profile`. The profiled parts of docs/performance.md come from here.
//   --quick  tries everything once with tiny counts, prints the tables and writes nothing
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGenerated } from '../scripts/lib/generated.ts';
import { oursWith } from './contenders.ts';
import { inside } from './measure/inside.ts';
import { contender } from './measure/run.ts';
import { SIGNED } from './measure/signed.ts';
import { readProfile } from './profile/read.ts';
import { CAPTURES, FIRSTS, STEPS, type Subject } from './profile/subjects.ts';
import { functionTable, shareTable, type Profiled } from './profile/tables.ts';
import { ourAnswer } from './server/answers.ts';
import { startServer } from './server/start.ts';
import { address, makeWorkbench } from './workbench.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const quick = values.quick === true;
const amounts = {
  captures: quick ? { warmUp: 10, count: 20 } : { warmUp: 3000, count: 3000 },
  step: quick ? { warmUp: 10, count: 200 } : { warmUp: 3000, count: 30_000 },
  first: { count: 1 },
};

const folder = mkdtempSync(join(tmpdir(), 'capture-profile-'));
const file = join(folder, 'process.cpuprofile');
const workbench = await makeWorkbench();
const server = await startServer();

async function profiled(subject: Subject): Promise<Profiled> {
  const id = subject.part === 'step' ? oursWith(subject.provider, 'ky') : subject.contender;
  const one = contender(id);
  const { provider: of } = subject.part === 'step' ? subject : {};
  const step = of === undefined ? {} : { id: of, answer: ourAnswer(of).answer, signed: SIGNED[of] };
  const program = address(workbench.entry(one));
  const order = { program, url: server.url, given: one.given, file, ...subject, ...amounts[subject.part], ...step };
  await inside('profiled', order);
  const name = subject.part === 'step' ? `${subject.provider}: ${subject.step}` : id;
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
  else
    for (const [name, content] of Object.entries(tables))
      await writeGenerated([{ file: 'docs/performance.md', name, content }], { check: false });
} finally {
  server.stop();
  workbench.remove();
  rmSync(folder, { recursive: true });
}
