import { expect, test } from 'vitest';
import { send } from '../test/sample.ts';
import { createSandbox, type TrueCapture } from './index.ts';

test('a new authorization is listed, under an id of the caller if one is given', () => {
  const sandbox = createSandbox();
  const authorization = { provider: 'payfull', amount: { minor: 100, currency: 'TRY' }, id: 'my-id' } as const;
  expect(sandbox.authorize(authorization)).toEqual({
    provider: 'payfull',
    id: 'my-id',
    amount: { minor: 100, currency: 'TRY' },
    capturedAmount: { minor: 0, currency: 'TRY' },
    remainingAmount: { minor: 100, currency: 'TRY' },
    state: 'authorized',
  });
  expect(sandbox.truth.authorizations({ provider: 'payfull' }).map(({ id }) => id)).toEqual([
    'T4U_8d8125d10a_481a77f38',
    'my-id',
  ]);
  expect(() => sandbox.authorize(authorization)).toThrow('already exists');
});

test('an authorization that no provider could have made is refused', () => {
  const { authorize } = createSandbox();
  const usd = { minor: 100, currency: 'USD' };
  expect(() => authorize({ provider: 'pockyt', amount: usd })).toThrow('has no authorizations');
  expect(() => authorize({ provider: 'payfull', amount: { ...usd, minor: 0.5 } })).toThrow('positive integer');
  expect(() => authorize({ provider: 'payfull', amount: { ...usd, currency: 'usd' } })).toThrow('ISO 4217');
});

test('two sandboxes share no state', () => {
  const [one, other] = [createSandbox(), createSandbox()];
  one.authorize({ provider: 'payfull', amount: { minor: 100, currency: 'TRY' }, id: 'mine' });
  expect(other.truth.authorizations().map(({ id }) => id)).not.toContain('mine');
});

test('every capture is announced once, a declined one included, until the listener is removed', async () => {
  const sandbox = createSandbox();
  const announced: TrueCapture[] = [];
  const stop = sandbox.truth.onCapture((capture) => announced.push(capture));
  await send(sandbox, 'payfull', { edit: (body) => (body['merchant_trx_id'] = 'decline-do-not-honor') });
  await send(sandbox, 'payfull', { edit: (body) => (body['total'] = '100.01') });
  await send(sandbox, 'payfull');
  expect(announced.map(({ state }) => state)).toEqual(['declined', 'captured']);
  expect(announced).toEqual(sandbox.truth.captures());
  stop();
  await send(sandbox, 'freepayment');
  expect(announced).toHaveLength(2);
});

test('a listener outlives a reset', async () => {
  const sandbox = createSandbox();
  let announced = 0;
  sandbox.truth.onCapture(() => (announced += 1));
  await send(sandbox, 'payfull');
  sandbox.reset();
  await send(sandbox, 'payfull');
  expect(announced).toBe(2);
});
