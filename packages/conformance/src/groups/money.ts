import assert from 'node:assert/strict';
import {
  currencyExponent,
  InvalidRequestError,
  readMajor,
  sameMoney,
  type Capabilities,
  type Money,
  type WireRequest,
} from '@capture/core';
import { askedFor, bodyOf } from '../bench/asked.ts';
import { captureWith } from '../bench/exchange.ts';
import { assertUnknown } from '../bench/judge.ts';
import { at, withAt } from '../bench/paths.ts';
import { capabilitiesOf, currenciesOf, twelve } from '../bench/currencies.ts';
import { each, once } from '../clause.ts';
import type { AnswerTo, AnySubject } from '../subject.ts';
import { NO_AMOUNTS, OTHER_AMOUNTS } from '../tables/amounts.ts';

/** Proves that amounts are exact in both directions and that an answer about another amount is no success. */
export const money = [
  each('M1', 'the amount goes out exactly, in the declared form, or is refused; it is never rounded', (subject) =>
    currenciesOf(subject).map((currency) => [
      `${currency}, ${currencyExponent(currency)} decimals`,
      async () => {
        await goesOut(subject, twelve(currency), 'must be sent');
        for (const minor of [1, 10, 1234, 99999, 100000, 123456789, Number.MAX_SAFE_INTEGER])
          await goesOut(subject, { minor, currency }, 'may be refused');
      },
    ]),
  ),
  each('M2', 'the amount that was asked and reported is captured, and the result says that both agree', (subject) =>
    currenciesOf(subject).map((currency) => [
      currency,
      async () => {
        const amount = twelve(currency);
        const { result } = await captureWith(subject, subject.answers.captured, {
          request: { ...subject.request, amount },
        });
        assert.equal(result.status, 'captured');
        assert.deepEqual(result.amount, amount);
        const reports = capabilitiesOf(subject).reportsAmount;
        assert.equal(result.amountCheck, reports ? 'matched' : 'not-reported');
        if (reports) assert.deepEqual({ ...result.reportedAmount }, amount);
      },
    ]),
  ),
  each('M3', 'an answer that reports another amount is never captured', (subject) =>
    capabilitiesOf(subject).reportsAmount
      ? Object.keys(OTHER_AMOUNTS).map((name) => [name, () => differs(subject, subject.answers.captured, name)])
      : [],
  ),
  each('M4', 'an answer that reports another amount is not pending either', (subject) =>
    subject.answers.pending && capabilitiesOf(subject).reportsAmount && pendingReports(subject)
      ? Object.keys(OTHER_AMOUNTS).map((name) => [
          name,
          () => differs(subject, subject.answers.pending ?? assert.fail(), name),
        ])
      : [],
  ),
  each('M5', 'an amount that is not written as one is never captured', (subject) => {
    const field = subject.answers.amount;
    return field === undefined
      ? []
      : NO_AMOUNTS.map(([name, write]) => [
          name,
          async () => {
            const { result } = await captureWith(subject, (asked) => {
              const { body, ...answer } = subject.answers.captured(asked);
              return { ...answer, body: withAt(body, field, write(at(body, field) as string | number)) };
            });
            assertUnknown(result);
          },
        ]);
  }),
  once(
    'M6',
    'the currency goes out as it was asked',
    async (subject) => {
      const field = subject.wire.currency ?? assert.fail();
      for (const currency of currenciesOf(subject)) {
        const request = { ...subject.request, amount: twelve(currency) };
        const { sent } = await captureWith(subject, subject.answers.captured, { request });
        assert.equal(at(bodyOf(sent[0] ?? assert.fail()), field), currency);
      }
    },
    ({ wire }) => wire.currency !== undefined,
  ),
];

async function goesOut(
  subject: AnySubject,
  amount: Money,
  otherwise: 'must be sent' | 'may be refused',
): Promise<void> {
  try {
    const { sent } = await captureWith(subject, subject.answers.captured, { request: { ...subject.request, amount } });
    const written = at(bodyOf(sent[0] ?? assert.fail('nothing was sent')), subject.wire.amount);
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

/** Whether a pending answer states the amount at all. */
function pendingReports(subject: AnySubject): boolean {
  const field = subject.answers.amount ?? '';
  const { request } = subject;
  const wire: WireRequest = { method: 'POST', url: '', headers: {}, body: '' };
  const asked = { amount: request.amount, major: '12.00', authorizationId: '', reference: '', request, wire };
  return at(subject.answers.pending?.(asked).body, field) !== undefined;
}

async function differs(subject: AnySubject, answer: AnswerTo, name: string): Promise<void> {
  const { currency } = subject.request.amount;
  const asked = { minor: 123400, currency };
  const another = currenciesOf(subject).find(
    (one) => one !== currency && currencyExponent(one) === currencyExponent(currency),
  );
  const other = OTHER_AMOUNTS[name]?.(asked, another ?? (currency === 'EUR' ? 'USD' : 'EUR')) ?? assert.fail();
  const { result } = await captureWith(
    subject,
    (asked) => {
      const wrong = answer(askedFor(asked, other));
      const same = JSON.stringify(wrong.body) === JSON.stringify(answer(asked).body);
      assert.ok(!same, 'the subject’s answer must state the amount of `asked`');
      return wrong;
    },
    { request: { ...subject.request, amount: asked } },
  );
  assertUnknown(result, 'an answer with another amount');
}
