import assert from 'node:assert/strict';
import { CURRENCIES, type Capabilities, type LookupKey } from '@capture/core';
import { parseBody } from '../../support/received-request.ts';
import { capabilitiesOf } from '../../support/currencies.ts';
import { captureWith } from '../../support/capture-with.ts';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { valueAt } from '../../support/paths.ts';
import { each, once } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

const DOCUMENTED = ['yes', 'no', 'undocumented'];
const CHOICES: Readonly<Partial<Record<keyof Capabilities, readonly unknown[]>>> = {
  captures: ['authorization', 'card'],
  partialCapture: DOCUMENTED,
  multipleCaptures: DOCUMENTED,
  overcapture: DOCUMENTED,
  reference: ['sent', 'compared', 'looked-up'],
  amountForm: ['minor-integer', 'major-string', 'major-number'],
  reportsAmount: [true, false],
  authentication: ['body-signature', 'key-header', 'basic-header'],
  webhook: ['signed', 'none'],
};
const KEYS: Readonly<Record<LookupKey, string>> = {
  reference: 'kit-reference',
  captureId: 'kit-capture',
  authorizationId: 'kit-authorization',
};
const CARD = { number: '4242424242424242', cvv: '123', expiryMonth: '04', expiryYear: '2031' };

/** Proves that what a provider declares about itself is true: programs and documentation rely on it. */
export const capabilities = [
  once('K1', 'the client carries the id of its provider', (subject) => {
    assert.equal(clientOf(subject).provider, subject.id);
  }),
  each('K2', 'every capability is declared with one of its values', (subject) =>
    Object.entries(CHOICES).map(([name, choices]) => [
      name,
      () => {
        assert.ok(
          choices.includes(Reflect.get(capabilitiesOf(subject), name)),
          `${name} is not declared with one of its values`,
        );
      },
    ]),
  ),
  once('K3', 'a lookup exists exactly where one is declared', (subject) => {
    const client = clientOf(subject);
    assert.equal(typeof client.lookup, client.capabilities.lookupBy.length > 0 ? 'function' : 'undefined');
    assert.equal(
      (subject.lookup ?? []).length > 0,
      client.capabilities.lookupBy.length > 0,
      'the subject must cover it',
    );
  }),
  once('K4', 'notifications can be verified exactly where that is declared', (subject) => {
    const client = clientOf(subject);
    assert.equal(typeof client.webhook, client.capabilities.webhook === 'signed' ? 'object' : 'undefined');
    assert.equal(subject.webhook !== undefined, client.capabilities.webhook === 'signed', 'the subject must cover it');
  }),
  once(
    'K5',
    'a capture accepts what is declared, an authorization or a card, and rejects the other',
    async (subject) => {
      const takesCard = capabilitiesOf(subject).captures === 'card';
      const other = takesCard ? { authorizationId: 'A-1' } : { card: CARD };
      assert.equal('card' in subject.request, takesCard, 'the sample request must match the declaration');
      assert.equal('authorizationId' in subject.request, !takesCard, 'the sample request must match the declaration');
      const error = await rejectionOf(() => clientOf(subject).prepare({ ...subject.request, ...other }));
      assertNamesPath(error, takesCard ? 'authorizationId' : 'card');
    },
  ),
  each('K6', 'an undeclared currency is rejected', (subject) => {
    const { currencies } = capabilitiesOf(subject);
    const undeclared = currencies === 'iso-4217' ? [] : CURRENCIES.filter((currency) => !currencies.includes(currency));
    return undeclared.slice(0, 12).map((currency) => [
      currency,
      async () => {
        const request = { ...subject.request, amount: { minor: 1200, currency } };
        assertNamesPath(await rejectionOf(() => clientOf(subject).prepare(request)), 'amount.currency');
      },
    ]);
  }),
  once('K7', 'the merchant’s reference is sent exactly where that is declared', async (subject) => {
    const { sent } = await captureWith(subject, subject.responses.captured);
    const field = subject.wire.fields['reference'];
    if (capabilitiesOf(subject).reference === 'sent') {
      assert.ok(field !== undefined, 'the subject must name the field');
      assert.equal(valueAt(parseBody(sent[0] ?? assert.fail()), field), subject.request['reference']);
    } else {
      assert.equal(field, undefined);
      const reference = subject.request['reference'];
      if (typeof reference === 'string') assert.ok(!`${sent[0]?.url} ${sent[0]?.body ?? ''}`.includes(reference));
    }
  }),
  once('K8', 'a signature is explained exactly where one is declared', (subject) => {
    const client = clientOf(subject);
    const signs = client.capabilities.authentication === 'body-signature';
    assert.equal(client.prepare(subject.request).signature !== undefined, signs);
    assert.equal(subject.signature !== undefined, signs, 'the subject must cover it');
    assert.equal(subject.credentialHeaders !== undefined, !signs, 'the subject must cover it');
  }),
  each('K9', 'a lookup accepts the declared keys and no others', (subject) => {
    const { lookupBy } = capabilitiesOf(subject);
    return lookupBy.length === 0
      ? []
      : (Object.keys(KEYS) as LookupKey[]).map((key) => [
          `${key} is ${lookupBy.includes(key) ? 'accepted' : 'rejected'}`,
          () => lookUpBy(subject, key, lookupBy.includes(key)),
        ]);
  }),
  once('K10', 'the amount is reported exactly where that is declared', (subject) => {
    assert.equal(subject.responses.amount !== undefined, capabilitiesOf(subject).reportsAmount);
  }),
];

async function lookUpBy(subject: AnySubject, key: LookupKey, declared: boolean): Promise<void> {
  const transport = respondingTransport(() => ({ status: 500, headers: {}, body: '' }));
  const client = clientOf(subject, { transport });
  const { amount } = subject.request;
  const lookUp = () => client.lookup?.({ [key]: KEYS[key], amount });
  if (declared) assert.equal((await lookUp())?.status, 'unknown');
  else await rejectionOf(lookUp);
  assert.equal(transport.sent.length, declared ? 1 : 0);
}
