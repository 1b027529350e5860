import assert from 'node:assert/strict';
import {
  currencyExponent,
  InvalidRequestError,
  readMajor,
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

/** Proves that amounts go out exactly. */
export const sentAmount = [
  each('M1', 'the amount goes out exactly, in the declared form, or is refused; it is never rounded', (subject) =>
    currenciesOf(subject).map((currency) => [
      `${currency}, ${currencyExponent(currency)} decimals`,
      async () => {
        await goesOut(subject, twelveMajorUnits(currency), 'must be sent');
        for (const minor of [1, 10, 1234, 99999, 100000, 123456789, Number.MAX_SAFE_INTEGER])
          await goesOut(subject, { minor, currency }, 'may be refused');
      },
    ]),
  ),
];

async function goesOut(
  subject: AnySubject,
  amount: Money,
  otherwise: 'must be sent' | 'may be refused',
): Promise<void> {
  try {
    const { sent } = await captureWith(subject, subject.responses.captured, {
      request: { ...subject.request, amount },
    });
    const written = valueAt(parseBody(sent[0] ?? assert.fail('nothing was sent')), subject.wire.amount);
    assertWritten(capabilitiesOf(subject).amountForm, amount, written, subject.wire.body);
  } catch (error) {
    if (!InvalidRequestError.is(error) || otherwise === 'must be sent') throw error;
  }
}

function assertWritten(form: Capabilities['amountForm'], amount: Money, written: unknown, body: WireRequestBody): void {
  const isText = form === 'major text' || body === 'form';
  assert.equal(typeof written, isText ? 'string' : 'number', `the amount must be a ${isText ? 'text' : 'number'}`);
  if (form === 'minor integer') {
    assert.equal(String(written), String(amount.minor));
    return;
  }
  assert.match(String(written), /^\d+(?:\.\d+)?$/);
  const read = readMajor(String(written), amount.currency);
  assert.ok(
    read && sameMoney(read, amount),
    `${amount.minor} minor units of ${amount.currency} went out as ${String(written)}`,
  );
}

type WireRequestBody = AnySubject['wire']['body'];
