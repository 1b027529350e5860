import { describe, expect, test } from 'vitest';
import { expectNamed, withBadValue, type BadValue } from './bad-value.ts';
import type { AnyClient, Connect } from './client.ts';
import { refusalOf } from './issues-of.ts';
import { BAD_AUTHORIZATION_IDS, badAmounts, CARD, UNKNOWN_FIELD } from './refused-input-rows.ts';
import { respondingWith } from './responding.ts';

/**
 * Bad values in a request that is valid otherwise: each is refused before anything is sent, and the error names the
 * field and the rule, never the value. Every provider runs the shared rows, and adds those of its own fields.
 */
export function describeRefusedInput(
  connect: Connect<AnyClient>,
  request: { readonly amount: { readonly currency: string } } & Readonly<Record<string, unknown>>,
  rows: readonly BadValue[],
): void {
  const ids = 'authorizationId' in request ? [...BAD_AUTHORIZATION_IDS, CARD] : [];
  const refuse = async (given: unknown) => {
    const { fetch, requests } = respondingWith(200, {});
    const client = connect({ fetch });
    const error = await refusalOf(() => client.capture(given as never));
    expect(error.provider).toBe(client.provider);
    expect(requests).toEqual([]);
    return error;
  };

  describe('input that breaks a rule', () => {
    for (const row of [...badAmounts(request.amount.currency), ...ids, UNKNOWN_FIELD, ...rows])
      test(`a request with ${row[0]} is refused before anything is sent`, async () => {
        for (const [given, expected] of withBadValue(request, row)) expectNamed(await refuse(given), expected);
      });

    test('a request that is no object is refused before anything is sent', async () => {
      for (const given of [undefined, null, 'planted', 97_531, () => 0])
        expectNamed(await refuse(given), ['no object', '', given, 'must be an object']);
    });
  });
}
