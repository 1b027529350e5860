import { expect, test } from 'vitest';
import { failureDetails, unreadableCode } from './failure-details.ts';

test.each([
  [undefined, 'unreadable_response'],
  [0, 'unexpected_redirect'],
  [200, 'unreadable_response'],
  [299, 'unreadable_response'],
  [300, 'unexpected_redirect'],
  [399, 'unexpected_redirect'],
  [400, 'unreadable_response'],
  [401, 'credentials_rejected'],
  [403, 'credentials_rejected'],
  [404, 'unreadable_response'],
  [429, 'rate_limited'],
  [499, 'unreadable_response'],
  [500, 'provider_error'],
  [503, 'provider_error'],
] as const)('an unreadable body with HTTP %s is named %s', (httpStatus, code) => {
  expect(unreadableCode(httpStatus)).toBe(code);
  expect(failureDetails('toy', { code: 'unreadable_response', httpStatus })).toEqual({
    provider: 'toy',
    code,
    httpStatus,
  });
});

test('any other failure keeps its own name, whatever the HTTP status', () => {
  const failure = { code: 'connection_lost', httpStatus: 500 } as const;
  expect(failureDetails('toy', failure)).toEqual({ provider: 'toy', ...failure });
});
