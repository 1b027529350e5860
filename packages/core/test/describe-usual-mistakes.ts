import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainMismatch } from '../src/signing.ts';
import { signIn } from './another-signer.ts';
import { fields, SCHEMES, secrets, SEED } from './signature-cases.ts';
import { PLANTED } from './usual-mistakes.ts';

const CASES = 100;
const named = (id: string, field?: string): string => (field ? `${id} ${field}` : id);

/**
 * Plants every usual mistake in a scheme and demands that it is named, together with those indistinguishable from it
 * and with nothing else.
 */
export function describeUsualMistakes(name: keyof typeof SCHEMES): void {
  const scheme = SCHEMES[name];
  const { right, mistakes } = PLANTED[name];
  const candidates = { suspected: 'of being signed' };
  const byName = [...new Set(mistakes.map(({ id, field }) => named(id, field)))].map(
    (each) => [each, mistakes.filter(({ id, field }) => named(id, field) === each)] as const,
  );

  describe(`usual mistakes in the scheme ${name}, ${CASES} cases each (seed ${SEED})`, () => {
    test.each(byName)(
      `the mistake %s in the scheme ${name} is named, with its alternatives and nothing else`,
      (_name, planted) => {
        fc.assert(
          fc.property(fc.constantFrom(...planted), fields, secrets, (mistake, given, plain) => {
            const { id, field, ways, fits = String, alsoGivenBy = [] } = mistake;
            const secret = fits(plain);
            const theirs = signIn({ ...right, ...ways }, given, secret);
            fc.pre(theirs !== signIn(right, given, secret));
            const result = explainMismatch({ scheme, fields: given, secret, theirs, candidates });
            expect(result).toMatchObject({ matches: false, found: true, searched: { complete: true } });
            const causes = [result.mistakes, ...result.alternatives].map((cause) =>
              cause.map((each) => named(each.id, each.field)).join(' + '),
            );
            expect(causes.sort()).toEqual([named(id, field), ...alsoGivenBy].sort());
          }),
          { seed: SEED, numRuns: CASES },
        );
      },
    );

    test(`a right signature in the scheme ${name} matches`, () => {
      fc.assert(
        fc.property(fields, secrets, (given, secret) => {
          const theirs = signIn(right, given, secret);
          expect(explainMismatch({ scheme, fields: given, secret, theirs, candidates })).toMatchObject({
            matches: true,
            found: false,
            mistakes: [],
            alternatives: [],
            summary: 'The signature is right.',
            searched: { digests: 1, complete: true },
          });
        }),
        { seed: SEED, numRuns: CASES },
      );
    });
  });
}
