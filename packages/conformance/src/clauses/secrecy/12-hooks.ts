import assert from 'node:assert/strict';
import { successFor } from '../../support/sample-responses.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { once } from '../../clause.ts';

/** Proves that hooks can observe only. */
export const meddlingHooks = [
  once('X12', 'a hook that throws, or changes its event, changes nothing', async (subject) => {
    const meddle = (event: object): never => {
      for (const part of Object.values(event) as unknown[])
        if (typeof part === 'object' && part !== null)
          for (const name of Object.keys(part)) Reflect.set(part, name, 'meddled');
      throw new Error('a hook failed');
    };
    const transport = respondingTransport((wire) => successFor(subject, wire));
    const hooks = { onRequest: meddle, onResponse: meddle, onResult: meddle, onLookup: meddle };
    const result = await clientOf(subject, { transport, hooks }).capture(subject.request);
    assert.equal(result.status, 'captured');
    assert.ok(!JSON.stringify(result).includes('meddled'), 'a hook changed the result');
    assert.ok(!JSON.stringify(transport.sent).includes('meddled'), 'a hook changed the request');
  }),
];
