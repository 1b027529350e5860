import { InvalidOptionsError } from '@capture/core';
import { describe, test } from 'vitest';
import { expectNamed, withBadValue, type BadValue } from './bad-value.ts';
import { refusalOf } from './issues-of.ts';

const HTTPS = 'must start with https: (http: is for loopback hosts only)';
const NO_SPACE = 'must not have leading or trailing whitespace';
const NO_CONTROLS = 'must not contain control characters or line breaks';

const SHARED: readonly BadValue[] = [
  ['http: to a host that is not loopback', 'baseUrl', 'http://planted.example', HTTPS],
  ['credentials in its base URL', 'baseUrl', 'https://user:planted@planted.example'],
  ['a slash at the end of its base URL', 'baseUrl', 'https://planted.example/'],
  ['a query in its base URL', 'baseUrl', 'https://planted.example?planted=1'],
  ['a base URL that is no URL', 'baseUrl', 'planted.example'],
  ['a timeout that is a string', 'timeout', '5000ms'],
  ['a transport that cannot send', 'transport', 'planted'],
  ['a fetch that is no function', 'fetch', 'planted'],
  ['an unknown option', 'sandboxMode', 'planted', 'is an unknown field'],
];

/** Secrets that no option takes. */
const badSecrets = (option: string): BadValue[] => [
  [`an empty ${option}`, option, '', 'must not be empty'],
  [`a space before its ${option}`, option, ' planted', NO_SPACE],
  [`a space after its ${option}`, option, 'planted ', NO_SPACE],
  [`a line break in its ${option}`, option, 'pl\r\nanted', NO_CONTROLS],
];

/**
 * Bad values among options that are valid otherwise: each is refused when the client is created, and the error names
 * the option and the rule, never the value. Every provider runs the shared rows, says which options are required and
 * which are secrets, and adds the rows of its own options.
 */
export function describeRefusedOptions(
  create: (options: never) => unknown,
  options: object,
  own: {
    readonly required: readonly string[];
    readonly secrets: readonly string[];
    readonly rows?: readonly BadValue[];
  },
): void {
  const missing = own.required.map((option): BadValue => [`no ${option}`, option, undefined, 'is required']);

  describe('options that break a rule', () => {
    for (const row of [...missing, ...own.secrets.flatMap(badSecrets), ...SHARED, ...(own.rows ?? [])])
      test(`a client with ${row[0]} is refused when it is created`, async () => {
        for (const [given, expected] of withBadValue(options, row))
          expectNamed(await refusalOf(() => create(given as never), InvalidOptionsError), expected);
      });
  });
}
