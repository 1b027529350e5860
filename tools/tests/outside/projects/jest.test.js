/* eslint-disable @typescript-eslint/no-require-imports */
/* global expect, jest, test */
const { CaptureError } = require('@capture/core');
const { createNodeTransport } = require('@capture/core/node');
const { declinedResult } = require('@capture/core/testing');
const { createFreepayment } = require('@capture/freepayment');
const { createSandbox } = require('@capture/sandbox');
const { captureEverywhere } = require('./capture-everywhere.js');

const request = { authorizationId: '1-310b0da80b', amount: { minor: 10, currency: 'USD' } };

test('captures at every provider', async () => {
  const { statuses, captures } = await captureEverywhere();
  expect(statuses.filter((one) => !/^\w+ (captured|pending) \1$/.test(one))).toEqual([]);
  expect(captures).toBe(statuses.length);
});

test('a refused connection, over the transport for servers', async () => {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const baseUrl = server.baseUrl('freepayment', { fault: 'refuse' });
  const options = { ...sandbox.credentials.freepayment, baseUrl, transport: createNodeTransport() };
  const result = await createFreepayment(options).capture(request);
  await server.close();
  expect(result).toMatchObject({ status: 'unsent' });
  expect(CaptureError.is(result.error)).toBe(true);
});

test('a result of your choice', async () => {
  const freepayment = createFreepayment({ environment: 'sandbox', shopId: '1', secretKey: 's' });
  jest
    .spyOn(freepayment, 'capture')
    .mockResolvedValue(declinedResult({ provider: 'freepayment', code: 'card_expired' }));
  expect((await freepayment.capture(request)).status).toBe('declined');
});
