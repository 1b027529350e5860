import { expect, test } from '@jest/globals';
import { acceptedOrThrow, type CaptureResult } from '@capture/core';
import { createFreepayment } from '@capture/freepayment';
import { createSandbox } from '@capture/sandbox';

// TypeScript that ts-jest compiles to CommonJS.
test('a capture over a connection to the sandbox', async () => {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const options = { ...sandbox.credentials.freepayment, baseUrl: server.baseUrl('freepayment') };
  const amount = { minor: 10, currency: 'USD' } as const;
  const result: CaptureResult = await createFreepayment(options).capture({ authorizationId: '1-310b0da80b', amount });
  await server.close();
  expect(acceptedOrThrow(result).status).toBe('captured');
  expect(sandbox.truth.captures()).toHaveLength(1);
});
