// Measures ours against the floor and against others: `pnpm bench`. The generated parts of docs/performance.md come from here, and its plot.
//   --quick  tries everything once with tiny counts, prints the report and writes nothing
//   --seed   repeats an order of contenders
import { measureEverything } from './measure/everything.ts';
import { machine } from './report/machine.ts';
import { report, write } from './report/write.ts';
import { Results } from './results.ts';
import { startServer } from './server/start.ts';
import { settings } from './settings.ts';
import { installContenders } from './install.ts';

const asked = settings();
const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1000;
const say = (line: string): void => {
  console.log(`${seconds().toFixed(0).padStart(4)} s  ${line}`);
};

say(`seed ${String(asked.seed)}; installing`);
const installation = await installContenders();
try {
  const server = await startServer();
  try {
    const results = new Results();
    await measureEverything({ settings: asked, installation, url: server.url, results, say });
    const made = report(results, asked, machine(installation, asked, seconds()));
    if (asked.quick) console.log(Object.values(made).join('\n\n'));
    else {
      await write(made, results);
      say('docs/performance.md is written');
    }
  } finally {
    server.stop();
  }
} finally {
  installation.remove();
}
