import { expect, test } from 'vitest';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import { createRedactor } from '../secrets/redaction.ts';
import type { PendingResult } from '../contract/result.ts';
import { TransportError } from '../transport/http.ts';
import { captureResult } from './capture-result.ts';
import type { Exchange } from './send-request.ts';
import { mustBe, type AcceptedVerdict } from '../provider/verdict.ts';

const secret = 'a-long-password';
const redactor = createRedactor(() => [secret]);
const amount = { minor: 50, currency: 'USD' };
const accepted: AcceptedVerdict = {
  status: 'pending',
  captureId: 'C-1',
  reported: amount,
  consistency: [],
  correlation: [mustBe('id', 'A-1', 'A-1')],
};
const responded: Exchange<object> = { kind: 'response', httpStatus: 200, response: {}, redactor };
const resultOf = (verdict: AcceptedVerdict, exchange: Exchange<object> = responded, keys = {}) =>
  captureResult({
    provider: 'toy',
    capabilities: toyCapabilities,
    request: { amount, ...keys },
    knownCaptureIds: undefined,
    exchange,
    judge: () => verdict,
  });

test('a pending capture has the address that the customer is redirected to', () => {
  const url = 'https://3ds.example/step?id=1';
  expect(resultOf({ ...accepted, redirect: url })).toMatchObject({
    status: 'pending',
    nextAction: { type: 'redirect', url },
  });
});

test.each([
  ['none', undefined],
  ['http', 'http://3ds.example/'],
  ['a script', 'javascript:alert(1)'],
  ['no address at all', 'https://'],
  ['one that would give a secret away', `https://3ds.example/${secret}`],
])('a pending capture does not have an address that is unsafe: %s', (_what, redirect) => {
  expect(resultOf({ ...accepted, redirect })).toMatchObject({ status: 'pending', nextAction: undefined });
});

test('the lookup keys of a result are those that the response provides', () => {
  const { lookupKeys } = resultOf(accepted) as PendingResult;
  expect(lookupKeys).toStrictEqual({ amount, captureId: 'C-1' });
  const keys = { reference: 'order-1042', authorizationId: 'A-1' };
  expect(resultOf(accepted, responded, keys)).toHaveProperty('lookupKeys', { amount, ...keys, captureId: 'C-1' });
});

test('an id that no lookup accepts is shown but is no lookup key', () => {
  const captureId = 'PP 30/57';
  const result = resultOf({ ...accepted, captureId }, responded, { reference: 'order-1042' });
  expect(result).toMatchObject({ status: 'pending', captureId });
  expect((result as PendingResult).lookupKeys).toStrictEqual({ reference: 'order-1042', amount });
});

test('a capture whose response is lost is unknown, and reports nothing that is not known', () => {
  const failure = new TransportError('in-doubt', 'connection_lost');
  expect(resultOf(accepted, { kind: 'failure', failure, redactor })).toMatchObject({
    status: 'unknown',
    reason: 'in-doubt',
    amountCheck: 'not-reported',
    reportedAmount: undefined,
    checks: [],
    error: { code: 'connection_lost' },
  });
});

test('ids that only resemble a card number stay readable in the response', () => {
  const id = '5425233430109903';
  const exchange = { ...responded, response: { id, other: '4111111111111111' } };
  expect(resultOf(accepted, exchange, { authorizationId: id })).toMatchObject({ response: { id, other: '[secret]' } });
});
