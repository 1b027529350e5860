import assert from 'node:assert/strict';
import { once } from '../../clause.ts';
import { clientOf } from '../../support/client.ts';
import { withServer } from '../../support/loopback.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { successFor } from '../../support/sample-responses.ts';
import type { AnySubject } from '../../subject.ts';

const refusals: readonly (() => boolean)[] = [
  () => false,
  () => {
    throw new Error('the lease is over');
  },
];

/** Proves that a caller can refuse at the last moment, and that nothing is sent then. */
export const lastChecks = [
  once('C13', 'a last check that refuses sends nothing, and one that agrees changes nothing', async (subject) => {
    const transport = respondingTransport((wire) => successFor(subject, wire));
    const client = clientOf(subject, { transport });
    for (const lastCheck of refusals) await assertUnsent(client, subject, lastCheck);
    assert.equal(transport.sent.length, 0, 'a request was sent against the last check');
    const result = await client.capture(subject.request, { lastCheck: () => true });
    assert.equal(result.status, 'captured');
    await withServer({ onRequest: () => assert.fail('a request arrived against the last check') }, async (server) => {
      for (const lastCheck of refusals)
        await assertUnsent(clientOf(subject, { baseUrl: server.url }), subject, lastCheck);
    });
  }),
];

async function assertUnsent(
  client: ReturnType<typeof clientOf>,
  { request }: AnySubject,
  lastCheck: () => boolean,
): Promise<void> {
  const result = await client.capture(request, { lastCheck });
  assert.equal(result.status, 'unsent', `it was ${result.status}`);
  assert.equal(result.error.detail, 'last_check');
}
