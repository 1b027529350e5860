import assert from 'node:assert/strict';
import {
  currencyExponent,
  InvalidRequestError,
  parseMajor,
  sameMoney,
  type Capabilities,
  type Money,
} from '@capture/core';
import { parseBody } from '../../support/received-request.ts';
import { captureWith } from '../../support/capture-with.ts';
import { valueAt } from '../../support/paths.ts';
import { capabilitiesOf, currenciesOf, twelveMajorUnits } from '../../support/currencies.ts';
import { each } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

/** Proves that the requested amount is sent exactly. */
export const sentAmount = [
  each('M1', 'the amount is sent exactly, in the declared form, or rejected; it is never rounded', (subject) =>
    currenciesOf(subject).map((currency) => [
      `${currency}, ${currencyExponent(currency)} decimals`,
      async () => {
        await assertSentExactly(subject, twelveMajorUnits(currency), 'must be sent');
        for (const minor of [1, 10, 1234, 99999, 100000, 123456789, Number.MAX_SAFE_INTEGER])
          await assertSentExactly(subject, { minor, currency }, 'may be rejected');
      },
    ]),
  ),
];

async function assertSentExactly(
  subject: AnySubject,
  amount: Money,
  otherwise: 'must be sent' | 'may be rejected',
): Promise<void> {
  try {
    const { sent } = await captureWith(subject, subject.responses.captured, {
      request: { ...subject.request, amount },
    });
    const written = valueAt(parseBody(sent[0] ?? assert.fail('nothing was sent')), subject.wire.amount);
    assertAmount(capabilitiesOf(subject).amountForm, amount, written, subject.wire.body);
  } catch (error) {
    if (!InvalidRequestError.is(error) || otherwise === 'must be sent') throw error;
  }
}

function assertAmount(form: Capabilities['amountForm'], amount: Money, written: unknown, body: WireRequestBody): void {
  const type = form === 'major-string' || body === 'form' ? 'string' : 'number';
  assert.equal(typeof written, type, `the amount must be a ${type}`);
  if (form === 'minor-integer') {
    assert.equal(String(written), String(amount.minor));
    return;
  }
  assert.match(String(written), /^\d+(?:\.\d+)?$/);
  const read = parseMajor(String(written), amount.currency);
  assert.ok(
    read && sameMoney(read, amount),
    `${amount.minor} minor units of ${amount.currency} were sent as ${String(written)}`,
  );
}

type WireRequestBody = AnySubject['wire']['body'];
