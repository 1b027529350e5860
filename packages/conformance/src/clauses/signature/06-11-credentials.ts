import assert from 'node:assert/strict';
import { Secret } from '@capture/core';
import { parseBody } from '../../support/received-request.ts';
import { canariesOf, findLeak } from '../../support/canaries.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { valueAt } from '../../support/paths.ts';
import { requestSeen } from '../../support/sent-request.ts';
import { signatureFormOf, signsBody } from '../../support/signing.ts';
import { each, once } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

/** True where a subject authenticates with headers. */
const sendsCredentials = (subject: AnySubject): boolean => subject.credentialHeaders !== undefined;
/** In place of a credential of the subject. */
const OTHER_CREDENTIAL = 'another-credential-0123456789';

/** Proves that requests carry the documented authentication, and that credentials are sent nowhere else. */
export const credentials = [
  each('S6', 'a request with another credential is not authenticated', (subject) =>
    Object.keys(subject.credentials)
      .filter((name) => name !== subject.webhook?.credential)
      .map((name) => [
        name,
        async () => {
          const transport = respondingTransport(() => ({ status: 500, headers: {}, body: '' }));
          await clientOf(subject, { transport }, { [name]: OTHER_CREDENTIAL }).capture(subject.request);
          const wire = transport.sent[0] ?? assert.fail('nothing was sent');
          const authenticated = subject.signature
            ? subject.signature.verify(wire)
            : Object.entries(subject.credentialHeaders ?? {}).every(
                ([header, value]) => wire.headers[header] === value,
              );
          assert.ok(!authenticated, `${name} is not part of the authentication`);
        },
      ]),
  ),
  each('S7', 'each credential header carries exactly its credential', (subject) =>
    Object.entries(subject.credentialHeaders ?? {}).map(([header, value]) => [
      header,
      async () => {
        const { headers } = await requestSeen(subject);
        assert.ok(headers[header] === value, `${header} is not the documented value`);
      },
    ]),
  ),
  once(
    'S8',
    'credentials are sent in their headers and nowhere else',
    async (subject) => {
      const wire = await requestSeen(subject);
      assert.equal(findLeak(`${wire.url} ${wire.body ?? ''}`, credentialsOf(subject)), undefined);
      const others = Object.entries(wire.headers).filter(([name]) => !(name in (subject.credentialHeaders ?? {})));
      assert.equal(findLeak(JSON.stringify(others), credentialsOf(subject)), undefined);
    },
    sendsCredentials,
  ),
  once(
    'S9',
    'the signing key is never sent',
    async (subject) => {
      assert.equal(findLeak(JSON.stringify(await requestSeen(subject)), credentialsOf(subject)), undefined);
    },
    signsBody,
  ),
  once(
    'S10',
    'a dry run explains the signature that is sent and keeps its secrets wrapped',
    async (subject) => {
      const explained =
        clientOf(subject).prepare(subject.request).signature ?? assert.fail('the signature is not explained');
      assert.ok(Secret.is(explained.digest) && Secret.is(explained.exactText));
      assert.equal(
        explained.digest.reveal(),
        valueAt(parseBody(await requestSeen(subject)), signatureFormOf(subject).field),
      );
      assert.notEqual(explained.algorithm, '');
      assert.equal(findLeak(`${explained.text} ${JSON.stringify(explained.fields)}`, canariesOf(subject)), undefined);
    },
    signsBody,
  ),
  each('S11', 'a lookup carries the same authentication', (subject) =>
    (subject.lookup ?? []).map(({ name, keys }) => [
      name,
      async () => {
        const { sent } = await lookupWith(subject, keys, { status: 500, body: {} });
        const wire = sent[0] ?? assert.fail('nothing was sent');
        if (subject.signature) assert.ok(subject.signature.verify(wire));
        for (const [header, value] of Object.entries(subject.credentialHeaders ?? {}))
          assert.ok(wire.headers[header] === value, `${header} is not the documented value`);
      },
    ]),
  ),
];

const credentialsOf = (subject: AnySubject) =>
  Object.entries(subject.credentials).map(([name, value]) => ({ name, value }));
