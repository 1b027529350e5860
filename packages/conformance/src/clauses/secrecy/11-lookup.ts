import { canariesOf, DIGIT_ENCODINGS, encodingsOf, type Canary } from '../../support/canaries.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { mapLeaves } from '../../support/paths.ts';
import { assertNoSecret } from '../../support/visible-surfaces.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { AnySubject, SampleLookup } from '../../subject.ts';

/** Proves that a lookup leaks no secret that its response echoes. */
export const lookupSecrecy = [
  each('X11', 'a lookup exposes no secret', (subject) =>
    (subject.lookup ?? []).flatMap((lookup) =>
      canariesOf(subject)
        .filter(({ value }) => value.length > 4)
        .map((canary) => [
          `${canary.name}, looked up ${lookup.name}`,
          async () => {
            for (const result of await lookupsEchoing(subject, lookup, canary))
              assertNoSecret(surfacesOf('the result of the lookup', result), [canary]);
          },
        ]),
    ),
  ),
];

/** A lookup does not know the card: a card number can be recognised by its digits only, in no other encoding. */
async function lookupsEchoing(
  subject: AnySubject,
  { keys, responses }: SampleLookup,
  canary: Canary,
): Promise<unknown[]> {
  const known = canary.name in subject.credentials || canary.name.startsWith('header ');
  const encodings = encodingsOf(canary.value).filter(([name]) => known || DIGIT_ENCODINGS.includes(name));
  return Promise.all(
    responses.flatMap(({ response }) =>
      encodings.map(async ([, encoded]) => {
        const body = mapLeaves(response.body, (leaf) => (typeof leaf === 'string' ? encoded : leaf));
        return (await lookupWith(subject, keys, { ...response, body })).result;
      }),
    ),
  );
}
