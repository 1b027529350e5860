import assert from 'node:assert/strict';
import { currencyExponent, type WireRequest } from '@capture/core';
import { withAmount } from '../../support/received-request.ts';
import { captureWith } from '../../support/capture-with.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { valueAt, withValueAt } from '../../support/paths.ts';
import { capabilitiesOf, currenciesOf, twelveMajorUnits } from '../../support/currencies.ts';
import { each } from '../../clause.ts';
import type { Respond, AnySubject } from '../../subject.ts';
import { MALFORMED_AMOUNTS, OTHER_AMOUNTS } from '../../tables/amounts.ts';

/** Proves that an answer about another amount is no success. */
export const reportedAmount = [
  each('M2', 'the amount that was asked and reported is captured, and the result says that both agree', (subject) =>
    currenciesOf(subject).map((currency) => [
      currency,
      async () => {
        const amount = twelveMajorUnits(currency);
        const { result } = await captureWith(subject, subject.responses.captured, {
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
      ? Object.keys(OTHER_AMOUNTS).map((name) => [name, () => differs(subject, subject.responses.captured, name)])
      : [],
  ),
  each('M4', 'an answer that reports another amount is not pending either', (subject) =>
    subject.responses.pending && capabilitiesOf(subject).reportsAmount && pendingReports(subject)
      ? Object.keys(OTHER_AMOUNTS).map((name) => [
          name,
          () => differs(subject, subject.responses.pending ?? assert.fail(), name),
        ])
      : [],
  ),
  each('M5', 'an amount that is not written as one is never captured', (subject) => {
    const field = subject.responses.amount;
    return field === undefined
      ? []
      : MALFORMED_AMOUNTS.map(([name, write]) => [
          name,
          async () => {
            const { result } = await captureWith(subject, (asked) => {
              const { body, ...answer } = subject.responses.captured(asked);
              return { ...answer, body: withValueAt(body, field, write(valueAt(body, field) as string | number)) };
            });
            assertUnknown(result);
          },
        ]);
  }),
];

/** Whether a pending answer states the amount at all. */
function pendingReports(subject: AnySubject): boolean {
  const field = subject.responses.amount ?? '';
  const { request } = subject;
  const wire: WireRequest = { method: 'POST', url: '', headers: {}, body: '' };
  const asked = { amount: request.amount, major: '12.00', authorizationId: '', reference: '', request, wire };
  return valueAt(subject.responses.pending?.(asked).body, field) !== undefined;
}

async function differs(subject: AnySubject, answer: Respond, name: string): Promise<void> {
  const { currency } = subject.request.amount;
  const asked = { minor: 123400, currency };
  const another = currenciesOf(subject).find(
    (one) => one !== currency && currencyExponent(one) === currencyExponent(currency),
  );
  const other = OTHER_AMOUNTS[name]?.(asked, another ?? (currency === 'EUR' ? 'USD' : 'EUR')) ?? assert.fail();
  const { result } = await captureWith(
    subject,
    (asked) => {
      const wrong = answer(withAmount(asked, other));
      const same = JSON.stringify(wrong.body) === JSON.stringify(answer(asked).body);
      assert.ok(!same, 'the subject’s answer must state the amount of `asked`');
      return wrong;
    },
    { request: { ...subject.request, amount: asked } },
  );
  assertUnknown(result, 'an answer with another amount');
}
