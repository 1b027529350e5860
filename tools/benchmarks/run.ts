// Measures our packages against the floor and against other libraries: `pnpm bench`. Writes generated parts of
// docs/performance.md, and its plot.
//   --quick  tries everything once with tiny counts, prints the report and writes nothing
//   --seed   repeats an order of contenders
import { measureEverything } from './measure/everything.ts';
import { machine } from './report/machine.ts';
import { report, write } from './report/write.ts';
import { Results } from './results.ts';
import { startServer } from './server/start.ts';
import { settings } from './settings.ts';
import { installContenders } from './install.ts';

const requested = settings();
const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1000;
const log = (line: string): void => {
  console.log(`${seconds().toFixed(0).padStart(4)} s  ${line}`);
};

log(`seed ${String(requested.seed)}; installing`);
const installation = await installContenders();
try {
  const server = await startServer();
  try {
    const results = new Results();
    await measureEverything({ settings: requested, installation, url: server.url, results, log });
    const made = report(results, requested, machine(installation, requested, seconds()));
    if (requested.quick) console.log(Object.values(made).join('\n\n'));
    else {
      await write(made, results);
      log('docs/performance.md is written');
    }
  } finally {
    server.stop();
  }
} finally {
  installation.remove();
}
