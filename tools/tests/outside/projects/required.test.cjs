/* global test, expect */
// A test in CommonJS, which jest cannot load everywhere.
const { createFreepayment } = require('@capture/freepayment');
const { createSandbox } = require('@capture/sandbox');

test('a capture at the sandbox', async () => {
  const sandbox = createSandbox();
  const options = { ...sandbox.credentials.freepayment, environment: 'live', fetch: sandbox.fetch };
  const request = { authorizationId: '1-310b0da80b', amount: { minor: 10, currency: 'USD' } };
  expect(await createFreepayment(options).capture(request)).toMatchObject({ status: 'captured' });
});
