// Bundles the worker of a project and runs it once in workerd. Arguments: the folder of the project.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

const [, , folder] = process.argv;
const { outputFiles } = await build({
  entryPoints: [join(folder, 'worker.js')],
  bundle: true,
  format: 'esm',
  conditions: ['workerd', 'worker', 'browser'],
  target: 'es2023',
  write: false,
  logLevel: 'error',
});
const miniflare = new Miniflare({
  modules: true,
  script: outputFiles[0].text,
  compatibilityDate: '2026-01-01',
  telemetry: { enabled: false },
  cf: false,
});
try {
  const body = readFileSync(join(folder, 'plan.json'), 'utf8');
  const response = await miniflare.dispatchFetch('http://worker.localhost/', { method: 'POST', body });
  console.log(await response.text());
} finally {
  await miniflare.dispose();
}
