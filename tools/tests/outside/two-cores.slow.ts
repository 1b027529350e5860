import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../workspace/copy.ts';
import { run } from '../../workspace/run.ts';
import { readManifest } from '../../workspace/workspace.ts';
import { tarballs } from '../../workspace/tarballs.ts';
import { give, makeProject } from '../../workspace/consumer-project.ts';
import { noteConsumer } from '../../workspace/observations.ts';
import { OLDEST_NODE } from '../../workspace/outside-tools.ts';

/** The same tarball under another version. */
async function under(version: string, tarball: string, folder: string): Promise<string> {
  const at = join(folder, `unpacked-${version}`);
  mkdirSync(at, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', at], { cwd: folder });
  writeFileSync(join(at, 'package/package.json'), JSON.stringify({ ...readManifest(join(at, 'package')), version }));
  const file = join(folder, `core-${version}.tgz`);
  await run('tar', ['-czf', file, '-C', at, 'package'], { cwd: folder });
  return `file:${file}`;
}

test('two providers with two versions of core in one project: errors and secrets still recognise each other', async () => {
  const folder = temporaryFolder('cores');
  const core = (await tarballs()).get('@capture/core') ?? '';
  const [older, newer] = [await under('0.98.0', core, folder), await under('0.99.0', core, folder)];
  const project = await makeProject({
    packages: ['@capture/payfull', '@capture/freepayment'],
    overrides: { '@capture/payfull>@capture/core': older, '@capture/freepayment>@capture/core': newer },
  });
  try {
    give(project, 'projects/two-cores.js', 'two-cores.mjs');
    const output = await run(OLDEST_NODE, ['two-cores.mjs'], { cwd: project.folder });
    expect(JSON.parse(output)).toEqual({
      versions: ['0.98.0', '0.99.0'],
      sameClass: false,
      instanceOf: false,
      captureError: true,
      unknownOutcome: true,
      notDeclined: false,
      invalidRequest: true,
      secret: true,
      secretPrints: '[secret] {"secret":"[secret]"}',
      thrown: true,
    });
    noteConsumer('Two versions of core', 'errors and secrets recognise each other');
  } finally {
    project.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('one core as an ES module and as CommonJS in one process: each accepts what the other made', async () => {
  const project = await makeProject({ packages: ['@capture/core', '@capture/freepayment', '@capture/sandbox'] });
  try {
    give(project, 'projects/two-formats.js', 'two-formats.mjs');
    const output = await run(OLDEST_NODE, ['two-formats.mjs'], { cwd: project.folder });
    expect(JSON.parse(output)).toEqual({
      sameClass: false,
      statuses: ['unsent', 'unknown', 'undecided', 'captured'],
      errors: [true, true, true],
      notThat: [false, false],
      instances: [false, false],
      invalid: [true, false],
      secrets: [true, false],
      sameRequest: true,
      thrown: true,
    });
    noteConsumer('ES modules beside CommonJS', 'errors, secrets, transports and clients of one work in the other');
  } finally {
    project.remove();
  }
});
