import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSandbox,
  type FaultName,
  type Sandbox,
  type SandboxServer,
} from '../../../packages/sandbox/src/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../workspace/run.ts';
import { PROVIDERS } from '../../../apps/playground/src/providers/index.ts';
import { give, makeProject, type Project } from '../../workspace/consumer-project.ts';
import { noteRuntime } from '../../workspace/observations.ts';
import { OUTSIDE, RUNTIMES } from '../../workspace/outside-tools.ts';

// The packed packages capture at every provider in every runtime, over real connections. The sandbox counts requests,
// so that a retry of the runtime itself is detected.
const FAULTS = ['none', 'refuse', 'drop-before-commit', 'commit-then-drop', 'cut-body', 'redirect', 'hang'] as const;

/** The statuses that a result may have. Where nothing proves that a request was never sent, `unknown` is right too. */
const ALLOWED: Record<(typeof FAULTS)[number], readonly string[]> = {
  none: ['captured', 'pending'],
  refuse: ['unsent', 'unknown'],
  'drop-before-commit': ['unknown'],
  'commit-then-drop': ['unknown'],
  'cut-body': ['unknown'],
  redirect: ['unknown'],
  hang: ['unknown'],
};

interface Reported {
  readonly id: string;
  readonly fault: (typeof FAULTS)[number];
  readonly status: string;
  readonly code?: string;
  readonly throughKy: number;
}

const sandboxes: { readonly fault: string; readonly sandbox: Sandbox; readonly server: SandboxServer }[] = [];
let project: Project;

beforeAll(async () => {
  project = await makeProject({});
  const imports = PROVIDERS.map(({ id }) => `import * as ${id} from '@capture/${id}';`);
  const list = PROVIDERS.map(({ id }) => id).join(', ');
  writeFileSync(join(project.folder, 'packages.js'), `${imports.join('\n')}\nexport default { ${list} };\n`);
  for (const file of ['run-plan.js', 'main.js', 'worker.js']) give(project, `programs/${file}`, file);
}, 120_000);

afterAll(async () => {
  for (const { server } of sandboxes) await server.close();
  project.remove();
});

/** A sandbox for each fault, and the plan that leads to it. */
async function plan(): Promise<object[]> {
  for (const { server } of sandboxes.splice(0)) await server.close();
  const steps: object[] = [];
  for (const fault of FAULTS) {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    sandboxes.push({ fault, sandbox, server });
    for (const { id, sample } of PROVIDERS) {
      const baseUrl = server.baseUrl(id, fault === 'none' ? {} : { fault: fault satisfies FaultName });
      const timeout = fault === 'hang' ? 700 : 10_000;
      steps.push({ id, fault, options: { ...sandbox.credentials[id], baseUrl, timeout }, request: sample });
    }
  }
  return steps;
}

const ways = [
  ...RUNTIMES.map(({ name, command, args }) => ({
    name,
    start: () => run(command, [...args, 'main.js'], { cwd: project.folder, env: BARE }),
    version: () => run(command, ['--version'], { cwd: project.folder, env: BARE }),
  })),
  {
    name: 'workerd',
    start: () => run(process.execPath, ['programs/run-in-workerd.js', project.folder], { cwd: OUTSIDE, env: BARE }),
    version: () =>
      run(join(OUTSIDE, 'node_modules/miniflare/node_modules/.bin/workerd'), ['--version'], { cwd: OUTSIDE }),
  },
];

const BARE = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  DO_NOT_TRACK: '1',
  DENO_NO_UPDATE_CHECK: '1',
  MINIFLARE_TELEMETRY_DISABLED: '1',
};

describe.each(ways)('$name', ({ name, start, version }) => {
  let reported: readonly Reported[] = [];

  beforeAll(async () => {
    writeFileSync(join(project.folder, 'plan.json'), JSON.stringify(await plan()));
    const output = await start();
    reported = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Reported[];
    expect(reported).toHaveLength(FAULTS.length * PROVIDERS.length);
    noteRuntime(name, await version(), reported);
  }, 120_000);

  test.each(PROVIDERS)('captures at $title', ({ id, expected }) => {
    const result = reported.find((one) => one.id === id && one.fault === 'none');
    expect(result).toMatchObject({ status: expected });
    const [sandbox] = sandboxes.filter(({ fault }) => fault === 'none').map((one) => one.sandbox);
    expect(sandbox?.truth.captures({ provider: id })).toHaveLength(1);
  });

  test('a client without options sends as it does on this runtime: without ky on Node, through ky elsewhere', () => {
    const sent = reported.map(({ id, fault, throughKy }) => ({ id, fault, throughKy }));
    const expected = name.startsWith('Node') ? 0 : 1;
    expect(sent).toEqual(sent.map((one) => ({ ...one, throughKy: expected })));
  });

  test.each(FAULTS)('with the fault "%s" no capture arrives twice, and no result claims too much', (fault) => {
    const [sandbox] = sandboxes.filter((one) => one.fault === fault).map((one) => one.sandbox);
    for (const { id } of PROVIDERS) {
      const requests = sandbox?.truth.requests({ provider: id });
      const status = reported.find((one) => one.id === id && one.fault === fault)?.status;
      expect(ALLOWED[fault], `${id}: ${String(status)}`).toContain(status);
      expect(requests, id).toBe(fault === 'refuse' ? 0 : 1);
    }
  });
});
