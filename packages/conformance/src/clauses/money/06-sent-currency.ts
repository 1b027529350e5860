import assert from 'node:assert/strict';
import { bodyOf } from '../../support/received-request.ts';
import { captureWith } from '../../support/capture-with.ts';
import { at } from '../../support/paths.ts';
import { currenciesOf, twelve } from '../../support/currencies.ts';
import { once } from '../../clause.ts';

/** Proves that the currency goes out exactly. */
export const sentCurrency = [
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
