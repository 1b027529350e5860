import assert from 'node:assert/strict';
import { clientOf } from '../../support/client.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

const CANARY = 'kit-canary-5f1d';

const WRONG_CREDENTIALS: readonly (readonly [what: string, value: unknown])[] = [
  ['empty', ''],
  ['a number', 4242],
  ['null', null],
  ['a line break in it', `${CANARY}\r\nx-${CANARY}: 1`],
  ['a blank after it', `${CANARY} `],
  ['a blank before it', ` ${CANARY}`],
  ['NUL in it', `${CANARY}\u0000`],
];
const WRONG_URLS: readonly (readonly [what: string, value: unknown])[] = [
  ['http: to a host that is not loopback', `http://${CANARY}.example`],
  ['http: to a host that looks like loopback', `http://127.0.0.1.${CANARY}.example`],
  ['credentials in it', `https://user:${CANARY}@host.example`],
  ['a query', `https://host.example?key=${CANARY}`],
  ['a fragment', `https://host.example#${CANARY}`],
  ['a slash at the end', `https://host.example/${CANARY}/`],
  ['dot segments', `https://host.example/${CANARY}/../v1`],
  ['another protocol', `ftp://${CANARY}.example`],
  ['no URL', CANARY],
  ['a number', 7],
];
const WRONG_OTHERS: readonly (readonly [what: string, path: string, value: unknown])[] = [
  ['a timeout of 0', 'timeout', 0],
  ['a timeout as text', 'timeout', CANARY],
  ['a timeout that no timer holds', 'timeout', 2 ** 31],
  ['a fetch that is none', 'fetch', CANARY],
  ['a transport that cannot send', 'transport', { value: CANARY }],
  ['hooks that are none', 'hooks', CANARY],
  ['an option that does not exist', 'kitOption', CANARY],
];

/** Proves that a client cannot be made with options that would fail later, or that would show a secret then. */
export const options = [
  each('I10', 'a credential that is missing or malformed is refused by name', (subject) =>
    Object.keys(subject.credentials).flatMap((name) => [
      ...(subject.optionalCredentials?.includes(name)
        ? []
        : [[`${name}: missing`, () => refuses(subject, name, undefined)] as const]),
      ...WRONG_CREDENTIALS.map(([what, value]) => [`${name}: ${what}`, () => refuses(subject, name, value)] as const),
    ]),
  ),
  each('I11', 'a base URL that would show the request to others, or go astray, is refused', (subject) =>
    WRONG_URLS.map(([what, value]) => [what, () => refuses(subject, 'baseUrl', value)]),
  ),
  each('I12', 'other wrong options are refused by name', (subject) =>
    WRONG_OTHERS.map(([what, path, value]) => [what, () => refuses(subject, path, value)]),
  ),
];

async function refuses(subject: AnySubject, path: string, value: unknown): Promise<void> {
  const error = await rejectionOf(() => clientOf(subject, {}, { [path]: value }));
  assertNamesPath(error, path);
  for (const [surface, text] of surfacesOf('the error', error))
    assert.ok(!text.includes(CANARY), `${surface} repeats the value`);
}
