import assert from 'node:assert/strict';
import type { CallOptions } from '@capture/core';
import { captureWith } from '../../support/capture-with.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { valueAt, leafPaths, withValueAt } from '../../support/paths.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each, once, type Proof } from '../../clause.ts';
import type { AnySubject, SampleRequest } from '../../subject.ts';
import {
  CANARY,
  NON_REQUESTS,
  INVALID_AMOUNTS,
  INVALID_BOOLEANS,
  INVALID_CALL_OPTIONS,
  INVALID_CURRENCIES,
  INVALID_MINOR_UNITS,
  INVALID_NUMBERS,
  INVALID_STRINGS,
} from '../../tables/invalid-values.ts';

/** Proves that a caller's mistake is reported at once, in an error that can be logged, and that nothing is sent. */
export const requestInput = [
  each('I1', 'a request that is not an object is rejected', (subject) =>
    NON_REQUESTS.map(([what, value]) => [what, () => assertRejected(subject, value, '')]),
  ),
  each('I2', 'a missing required field is rejected by name', (subject) =>
    subject.required.map((path) => [
      path,
      () => assertRejected(subject, withValueAt(subject.request, path, undefined), path),
    ]),
  ),
  each('I3', 'a malformed field is rejected by name', (subject) =>
    leafPaths(subject.request)
      .filter((path) => !path.startsWith('amount'))
      .flatMap((path) => invalidValues(subject, path)),
  ),
  each('I4', 'an amount that is not a positive whole number of minor units is rejected', (subject) => [
    ...INVALID_AMOUNTS.map(([what, value]): Proof => [
      `amount: ${what}`,
      () => assertRejected(subject, withValueAt(subject.request, 'amount', value), 'amount'),
    ]),
    ...INVALID_MINOR_UNITS.map(([what, value]): Proof => [
      `amount.minor: ${what}`,
      () => assertRejected(subject, withValueAt(subject.request, 'amount.minor', value), 'amount.minor'),
    ]),
  ]),
  each('I5', 'an invalid currency is rejected', (subject) =>
    INVALID_CURRENCIES.map(([what, value]) => [
      what,
      () => assertRejected(subject, withValueAt(subject.request, 'amount.currency', value), 'amount.currency'),
    ]),
  ),
  each('I6', 'an unknown field is rejected, so that a typo is noticed', (subject) =>
    ['', ...objectsIn(subject.request)].map((path) => [
      path === '' ? 'in the request' : `in ${path}`,
      () =>
        assertRejected(subject, withValueAt(subject.request, path === '' ? 'amout' : `${path}.amout`, CANARY), path),
    ]),
  ),
  once('I7', 'the required fields are sufficient', async (subject) => {
    const { result, sent } = await captureWith(subject, subject.responses.captured, { request: onlyRequired(subject) });
    assert.equal(result.status, 'captured');
    assert.equal(sent.length, 1);
  }),
  each('I8', 'invalid call options are rejected', (subject) =>
    INVALID_CALL_OPTIONS.map(([what, value]) => [what, () => assertRejected(subject, subject.request, '', value)]),
  ),
  once('I9', 'a deeply frozen request is accepted and left unchanged', async (subject) => {
    const before = JSON.stringify(subject.request);
    const request = deepFreeze(structuredClone(subject.request));
    assert.equal((await captureWith(subject, subject.responses.captured, { request })).result.status, 'captured');
    assert.equal(JSON.stringify(request), before);
  }),
];

/** Capture and dry run reject the request, name the path, do not repeat the value, and send nothing. */
async function assertRejected(subject: AnySubject, request: unknown, path: string, call?: unknown): Promise<void> {
  const transport = respondingTransport(() => ({ status: 200, headers: {}, body: '{}' }));
  const client = clientOf(subject, { transport });
  const errors = [await rejectionOf(() => client.capture(request as SampleRequest, call as CallOptions))];
  if (call === undefined) errors.push(await rejectionOf(() => client.prepare(request as SampleRequest)));
  for (const error of errors) {
    if (path !== '') assertNamesPath(error, path);
    for (const [surface, printed] of surfacesOf('the error', error))
      assert.ok(!printed.includes(CANARY), `${surface} repeats the value`);
  }
  assert.equal(transport.sent.length, 0, 'an invalid request must not be sent');
}

function invalidValues(subject: AnySubject, path: string): Proof[] {
  const sample = valueAt(subject.request, path);
  const values =
    typeof sample === 'number' ? INVALID_NUMBERS : typeof sample === 'boolean' ? INVALID_BOOLEANS : INVALID_STRINGS;
  return values.map(([what, value]) => [
    `${path}: ${what}`,
    () => assertRejected(subject, withValueAt(subject.request, path, value), path),
  ]);
}

function objectsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const inner = Object.entries(value).flatMap(([name, item]) =>
    objectsIn(item, path === '' ? name : `${path}.${name}`),
  );
  return path === '' ? inner : [path, ...inner];
}

function onlyRequired({ request, required }: AnySubject): AnySubject['request'] {
  const start: AnySubject['request'] = { amount: request.amount };
  return required.reduce((partial, path) => withValueAt(partial, path, valueAt(request, path)), start);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
