import assert from 'node:assert/strict';
import { clientOf } from '../../support/client.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import { CANARY, type InvalidValue } from '../../tables/invalid-values.ts';

const INVALID_CREDENTIALS: readonly InvalidValue[] = [
  ['empty', ''],
  ['a number', 4242],
  ['null', null],
  ['with a line break', `${CANARY}\r\nx-${CANARY}: 1`],
  ['with a trailing space', `${CANARY} `],
  ['with a leading space', ` ${CANARY}`],
  ['with NUL', `${CANARY}\u0000`],
];
const INVALID_URLS: readonly InvalidValue[] = [
  ['http: to a host that is not loopback', `http://${CANARY}.example`],
  ['http: to a host that looks like loopback', `http://127.0.0.1.${CANARY}.example`],
  ['http: to a name below localhost', `http://${CANARY}.localhost`],
  ['http: to an address with a zone', 'http://[fe80::1%25eth0]'],
  ['with a port that fetch blocks', `https://${CANARY}.example:6000`],
  ['with credentials', `https://user:${CANARY}@host.example`],
  ['with a query', `https://host.example?key=${CANARY}`],
  ['with a fragment', `https://host.example#${CANARY}`],
  ['with a trailing slash', `https://host.example/${CANARY}/`],
  ['with dot segments', `https://host.example/${CANARY}/../v1`],
  ['with another protocol', `ftp://${CANARY}.example`],
  ['not a URL', CANARY],
  ['a number', 7],
];
const INVALID_OTHERS: readonly (readonly [what: string, path: string, value: unknown])[] = [
  ['a timeout of 0', 'timeout', 0],
  ['a timeout that is a string', 'timeout', CANARY],
  ['a timeout beyond the range of a timer', 'timeout', 2 ** 31],
  ['a fetch that is not a function', 'fetch', CANARY],
  ['a transport that cannot send', 'transport', { value: CANARY }],
  ['hooks that are not an object', 'hooks', CANARY],
  ['an array of hooks', 'hooks', []],
  ['an unknown option', 'kitOption', CANARY],
];

/** Proves that a client cannot be created with options that would fail later, or would expose a secret then. */
export const clientOptions = [
  each('I10', 'a missing or malformed credential is rejected by name', (subject) =>
    Object.keys(subject.credentials).flatMap((name) => [
      ...(subject.optionalCredentials?.includes(name)
        ? []
        : [[`${name}: missing`, () => assertRejected(subject, name, undefined)] as const]),
      ...INVALID_CREDENTIALS.map(
        ([what, value]) => [`${name}: ${what}`, () => assertRejected(subject, name, value)] as const,
      ),
    ]),
  ),
  each('I11', 'a base URL that would expose or misdirect the request is rejected', (subject) =>
    [...INVALID_URLS, ['with the documented path at its end', endpointOf(subject)] as const].map(([what, value]) => [
      what,
      () => assertRejected(subject, 'baseUrl', value),
    ]),
  ),
  each('I12', 'other invalid options are rejected by name', (subject) =>
    INVALID_OTHERS.map(([what, path, value]) => [what, () => assertRejected(subject, path, value)]),
  ),
];

/** The URL to which a capture is documented to go, up to the first id in it. */
function endpointOf({ wire: { path } }: AnySubject): string {
  return `https://host.example${path.replace(/\/?\{.*$/, '')}`;
}

/** The client is not created: the error names the option and does not repeat its value. */
async function assertRejected(subject: AnySubject, path: string, value: unknown): Promise<void> {
  const error = await rejectionOf(() => clientOf(subject, {}, { [path]: value }));
  assertNamesPath(error, path);
  for (const [surface, printed] of surfacesOf('the error', error))
    assert.ok(!printed.includes(CANARY), `${surface} repeats the value`);
}
