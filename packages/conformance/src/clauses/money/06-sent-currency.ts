import assert from 'node:assert/strict';
import { parseBody } from '../../support/received-request.ts';
import { captureWith } from '../../support/capture-with.ts';
import { valueAt } from '../../support/paths.ts';
import { currenciesOf, twelveMajorUnits } from '../../support/currencies.ts';
import { once } from '../../clause.ts';

/** Proves that the requested currency is sent. */
export const sentCurrency = [
  once(
    'M6',
    'the currency is sent as requested',
    async (subject) => {
      const field = subject.wire.currency ?? assert.fail();
      for (const currency of currenciesOf(subject)) {
        const request = { ...subject.request, amount: twelveMajorUnits(currency) };
        const { sent } = await captureWith(subject, subject.responses.captured, { request });
        assert.equal(valueAt(parseBody(sent[0] ?? assert.fail()), field), currency);
      }
    },
    ({ wire }) => wire.currency !== undefined,
  ),
];
