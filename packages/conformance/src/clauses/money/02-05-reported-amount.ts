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

/** Proves that the reported amount is checked against the requested one. */
export const reportedAmount = [
  each(
    'M2',
    'a success for the requested amount is captured, and the result states how the amount was checked',
    (subject) =>
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
          assert.equal(result.amountCheck, reports ? 'match' : 'not-reported');
          if (reports) assert.deepEqual({ ...result.reportedAmount }, amount);
        },
      ]),
  ),
  each('M3', 'a response that reports another amount is never captured', (subject) =>
    capabilitiesOf(subject).reportsAmount
      ? Object.keys(OTHER_AMOUNTS).map((name) => [
          name,
          () => assertOtherAmountUnknown(subject, subject.responses.captured, name),
        ])
      : [],
  ),
  each('M4', 'a response that reports another amount is never pending', (subject) =>
    subject.responses.pending && capabilitiesOf(subject).reportsAmount && pendingReports(subject)
      ? Object.keys(OTHER_AMOUNTS).map((name) => [
          name,
          () => assertOtherAmountUnknown(subject, subject.responses.pending ?? assert.fail(), name),
        ])
      : [],
  ),
  each('M5', 'a response with a malformed amount is never captured', (subject) => {
    const field = subject.responses.amount;
    return field === undefined
      ? []
      : MALFORMED_AMOUNTS.map(([name, write]) => [
          name,
          async () => {
            const { result } = await captureWith(subject, (received) => {
              const { body, ...response } = subject.responses.captured(received);
              return { ...response, body: withValueAt(body, field, write(valueAt(body, field) as string | number)) };
            });
            assertUnknown(result);
          },
        ]);
  }),
];

/** True where a pending response reports the amount. */
function pendingReports(subject: AnySubject): boolean {
  const field = subject.responses.amount ?? '';
  const { request } = subject;
  const wire: WireRequest = { method: 'POST', url: '', headers: {}, body: '' };
  const received = { amount: request.amount, major: '12.00', authorizationId: '', reference: '', request, wire };
  return valueAt(subject.responses.pending?.(received).body, field) !== undefined;
}

async function assertOtherAmountUnknown(subject: AnySubject, respond: Respond, name: string): Promise<void> {
  const { currency } = subject.request.amount;
  const requested = { minor: 123400, currency };
  const another = currenciesOf(subject).find(
    (one) => one !== currency && currencyExponent(one) === currencyExponent(currency),
  );
  const other = OTHER_AMOUNTS[name]?.(requested, another ?? (currency === 'EUR' ? 'USD' : 'EUR')) ?? assert.fail();
  const { result } = await captureWith(
    subject,
    (received) => {
      const wrong = respond(withAmount(received, other));
      const same = JSON.stringify(wrong.body) === JSON.stringify(respond(received).body);
      assert.ok(!same, 'the subject’s response must report the amount of the received request');
      return wrong;
    },
    { request: { ...subject.request, amount: requested } },
  );
  assertUnknown(result, 'a response with another amount');
}
