import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createSandbox, type FaultName, type SandboxServer } from '../../packages/sandbox/src/index.ts';
import type { Project } from './consumer-project.ts';
import { installExample, startExample, type RunningExample } from './example-project.ts';

/** An example that captures at Payfull, with the sandbox as the provider. */
export interface PayfullExample {
  readonly sandbox: ReturnType<typeof createSandbox>;
  /** The installed example; there is one as soon as the first test runs. */
  readonly project: () => Project;
  /** Starts one command of the example, with a database for each test. */
  readonly start: (args: readonly string[], fault?: FaultName) => RunningExample;
  /** The number of capture requests of this test. */
  readonly requests: () => number;
}

/** Installs an example before the tests of a file, and resets the sandbox before each. `variables` come in addition. */
export function payfullExample(name: string, variables: Readonly<Record<string, string>> = {}): PayfullExample {
  const sandbox = createSandbox();
  let server: SandboxServer;
  let project: Project;
  let tests = 0;
  beforeAll(async () => {
    server = await sandbox.listen();
    project = await installExample(name);
  });
  beforeEach(() => {
    sandbox.reset();
    tests += 1;
  });
  afterAll(async () => {
    await server.close();
    project.remove();
  });
  return {
    sandbox,
    project: () => project,
    start: (args, fault) =>
      startExample(
        project,
        {
          DATABASE: join(project.folder, `${String(tests)}.db`),
          PAYFULL_MERCHANT: sandbox.credentials.payfull.merchant,
          PAYFULL_PASSWORD: sandbox.credentials.payfull.password,
          PAYFULL_BASE_URL: server.baseUrl('payfull', fault === undefined ? {} : { fault }),
          ...variables,
        },
        ...args,
      ),
    requests: () => sandbox.truth.requests({ provider: 'payfull' }),
  };
}
