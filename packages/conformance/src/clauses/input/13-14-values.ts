import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { clientOf } from '../../support/client.ts';
import { capabilitiesOf } from '../../support/currencies.ts';
import { valueAt, withValueAt } from '../../support/paths.ts';
import { respondingTransport } from '../../support/responding-transport.ts';

const AWKWARD_REFERENCES = ['order/7', '../7', 'A&B', 'größer 7'];

/** Proves that a value that a request accepts can be used later, too. */
export const laterValues = [
  each('I13', 'a reference that a request accepts is accepted by the lookup of its result', (subject) =>
    capabilitiesOf(subject).lookupBy.includes('reference')
      ? AWKWARD_REFERENCES.map((reference) => [reference, () => assertLookedUp(subject, reference)])
      : [],
  ),
  each('I14', 'an IPv4 address in IPv6 form is sent as IPv4, and a zone is rejected', (subject) =>
    addressFields(subject).flatMap((path): Proof[] => [
      [
        `${path}: an IPv4 address in IPv6 form`,
        () => {
          assertSentAsIpv4(subject, path);
        },
      ],
      [`${path}: a zone`, () => assertZoneRejected(subject, path)],
    ]),
  ),
];

async function assertLookedUp(subject: AnySubject, reference: string): Promise<void> {
  const transport = respondingTransport(() => ({ status: 500, headers: {}, body: 'no' }));
  const client = clientOf(subject, { transport });
  const request = withValueAt(subject.request, 'reference', reference);
  try {
    client.prepare(request);
  } catch {
    // Refused by name before anything is sent, which is right too.
    assertNamesPath(await rejectionOf(() => client.prepare(request)), 'reference');
    return;
  }
  const result = await client.capture(request);
  assert.equal(result.status, 'unknown');
  assert.equal(result.lookupKeys.reference, reference, 'the result must offer the reference for a lookup');
  assert.equal((await client.lookup?.(result.lookupKeys))?.status, 'unknown');
}

/** The fields of the sample that hold an address, at the top level. */
function addressFields({ request }: AnySubject): string[] {
  return Object.entries(request).flatMap(([name, value]) =>
    typeof value === 'string' && isIP(value) > 0 ? [name] : [],
  );
}

function assertSentAsIpv4(subject: AnySubject, path: string): void {
  assert.ok(valueAt(subject.request, path));
  const request = withValueAt(subject.request, path, '::ffff:10.1.2.3');
  const { body = '' } = clientOf(subject).prepare(request);
  assert.ok(body.includes('10.1.2.3'), 'the address must be sent');
  assert.ok(!/ffff/i.test(body), 'no gateway knows an IPv4 address in IPv6 form');
}

async function assertZoneRejected(subject: AnySubject, path: string): Promise<void> {
  const request = withValueAt(subject.request, path, 'fe80::1%eth0');
  assertNamesPath(await rejectionOf(() => clientOf(subject).prepare(request)), path);
}
