import { expect, test } from 'vitest';
import { failureOf } from './failure-of.ts';
import { TransportError, type FailurePhase, type TransportFailureCode } from './http.ts';

const failure = (phase: string, code: string) =>
  new TransportError(phase as FailurePhase, code as TransportFailureCode, 502);

test.each([
  ['unsent', 'connection_refused'],
  ['unsent', 'tls_failed'],
  ['unsent', 'aborted'],
  ['in-doubt', 'timeout'],
  ['in-doubt', 'connection_lost'],
  ['unreadable', 'unreadable_response'],
])('a failure that is %s with %s is kept', (phase, code) => {
  const error = failure(phase, code);
  expect(failureOf(error)).toBe(error);
});

test.each([
  ['a code of another version of this package', failure('in-doubt', 'socket_hang_up')],
  ['a phase of another version', failure('delivered', 'timeout')],
  ['a phase that every object has', failure('constructor', 'timeout')],
  ['a code that contradicts "unsent"', failure('unsent', 'connection_lost')],
  ['"unsent" without a reason', failure('unsent', 'transport_failed')],
  ['an error of another kind', new TypeError('fetch failed')],
  ['no error at all', undefined],
])('a failure with %s is in doubt', (_what, thrown) => {
  expect(failureOf(thrown)).toMatchObject({ phase: 'in-doubt', code: 'transport_failed', httpStatus: undefined });
});

test('a detail that is not of the list is dropped, because it may be anything', () => {
  const headers = { 'retry-after': '5' };
  const error = new TransportError('in-doubt', 'timeout', 502, { detail: '4111111111111111' as 'charset', headers });
  const known = failureOf(error);
  expect(known).toMatchObject({ phase: 'in-doubt', code: 'timeout', httpStatus: 502, detail: undefined });
  expect(known.headers).toEqual(headers);
  expect(known.message).not.toContain('4111');
});
