import { createSandbox, FAULTS, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { createSandboxClient, PROVIDERS } from '../src/providers/index.ts';

// The sandbox knows the true outcome. Whatever fails, a client must never report a wrong "captured", nor a wrong "no
// money moved".
const faults = ['none', ...(Object.keys(FAULTS) as FaultName[])] as const;

describe.each(PROVIDERS)('$title', (provider) => {
  test.each(faults)('the verdict with the fault "%s" does not contradict the sandbox', async (fault) => {
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    try {
      const baseUrl = server.baseUrl(provider.id, fault === 'none' ? {} : { fault });
      const client = createSandboxClient(provider, sandbox, { baseUrl, timeout: 2000 });
      const { status } = await client.capture(provider.sample as never);
      const moved = sandbox.truth.captures({ provider: provider.id }).some(({ state }) => state !== 'declined');

      if (status === 'captured' || status === 'pending') expect(moved).toBe(true);
      if (status === 'declined' || status === 'unsent') expect(moved).toBe(false);
      expect(sandbox.truth.requests({ provider: provider.id })).toBeLessThanOrEqual(1);
      expect(EXPECTED[fault] ?? [provider.expected]).toContain(status);
    } finally {
      await server.close();
    }
  });
});

/** The statuses that each fault may lead to, at every provider. */
const EXPECTED: Partial<Record<(typeof faults)[number], readonly string[]>> = {
  refuse: ['unsent'],
  hang: ['unknown'],
  'drop-before-commit': ['unknown'],
  'commit-then-drop': ['unknown'],
  'cut-body': ['unknown'],
  garbage: ['unknown'],
  'html-502': ['unknown'],
  'server-error': ['unknown'],
  // A documented refusal is a decline; one in an undocumented format is unknown.
  unauthorized: ['declined', 'unknown'],
  'rate-limited': ['declined', 'unknown'],
  redirect: ['unknown'],
  'other-amount': ['unknown'],
  contradiction: ['unknown'],
};
