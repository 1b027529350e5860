import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../workspace/run.ts';
import { providerPackages, ROOT } from '../../workspace/workspace.ts';
import { temporaryFolder } from '../../workspace/copy.ts';
import { RUNTIMES } from '../../workspace/outside-tools.ts';

// The contract is kept on every supported Node, because the errors of a lost connection change with the version. The
// test command runs it on the Node of the workspace; this runs it on the others.
const others = RUNTIMES.filter(
  ({ name }) => name.startsWith('Node') && !name.includes(process.versions.node.split('.')[0]!),
);

interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

describe.each(others)('on $name', ({ command }) => {
  test('every provider keeps the contract, with at least 250 cases', { timeout: 900_000 }, async () => {
    const report = join(temporaryFolder('contract'), 'report.json');
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    await run(command, [vitest, 'run', 'conformance.test.ts', '--reporter=json', `--outputFile=${report}`], {
      cwd: ROOT,
    });
    const { success, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    expect(success).toBe(true);
    expect(testResults).toHaveLength(providerPackages().length);
    for (const { name, assertionResults } of testResults) {
      expect(assertionResults.filter(({ status }) => status === 'passed').length, name).toBeGreaterThanOrEqual(250);
    }
  });
});
