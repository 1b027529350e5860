// The same version of core as an ES module and as CommonJS, in one process.
import { createRequire } from 'node:module';
import * as esm from '@capture/core';
import { createFreepayment } from '@capture/freepayment';

const require = createRequire(import.meta.url);
const cjs = require('@capture/core');
const required = require('@capture/freepayment');
const { createNodeTransport } = require('@capture/core/node');
const { createSandbox } = require('@capture/sandbox');

const caught = (run) => {
  try {
    run();
  } catch (error) {
    return error;
  }
};
const request = { authorizationId: '1-310b0da80b', amount: cjs.money('0.10', 'USD') };
const endpoint = { environment: 'sandbox', shopId: '1' };
// Each format is given the secrets, the transports and the clients of the other.
const secretKey = new cjs.Secret('4242-secret');
const unsent = { send: () => Promise.reject(new cjs.TransportError('unsent', 'connection_refused')) };
const client = createFreepayment({ ...endpoint, secretKey, transport: unsent });
const other = required.createFreepayment({
  ...endpoint,
  secretKey: new esm.Secret('4242-secret'),
  transport: { send: () => Promise.reject(new esm.TransportError('in-doubt', 'connection_lost')) },
});
const [ours, theirs] = [await client.capture(request), await other.capture(request)];
const resolution = await esm.resolveOutcome(other, theirs, { delays: [0] });
const invalid = caught(() => other.prepare({}));
// A capture at the sandbox, over a transport of the other format.
const sandbox = createSandbox();
const server = await sandbox.listen();
const options = { ...sandbox.credentials.freepayment, baseUrl: server.baseUrl('freepayment') };
const real = await createFreepayment({ ...options, transport: createNodeTransport() }).capture(request);
await server.close();
console.log(
  JSON.stringify({
    sameClass: esm.CaptureError === cjs.CaptureError || esm.Secret === cjs.Secret,
    statuses: [ours.status, theirs.status, resolution.status, real.status],
    errors: [
      cjs.UnsentError.is(ours.error),
      esm.UnknownOutcomeError.is(theirs.error),
      esm.CaptureError.is(theirs.error),
    ],
    notThat: [cjs.DeclinedError.is(ours.error), esm.UnsentError.is(theirs.error)],
    instances: [ours.error instanceof cjs.CaptureError, theirs.error instanceof esm.CaptureError],
    invalid: [esm.InvalidRequestError.is(invalid), invalid instanceof esm.InvalidRequestError],
    secrets: [esm.Secret.is(secretKey), `${secretKey} ${JSON.stringify(client)}`.includes('4242')],
    sameRequest: JSON.stringify(client.prepare(request)) === JSON.stringify(other.prepare(request)),
    thrown: caught(() => esm.acceptedOrThrow(theirs)) === theirs.error,
  }),
);
