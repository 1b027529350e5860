import { canariesOf, DIGIT_ENCODINGS, encodingsOf, type Canary } from '../../support/canaries.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { mapLeaves } from '../../support/paths.ts';
import { assertNoSecret } from '../../support/visible-surfaces.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { AnySubject, SampleLookup } from '../../subject.ts';

/** Proves that secrets stay in also where the answer to a look-up repeats them. */
export const lookupSecrecy = [
  each('X11', 'a look-up shows no secret either', (subject) =>
    (subject.lookup ?? []).flatMap((question) =>
      canariesOf(subject)
        .filter(({ value }) => value.length > 4)
        .map((canary) => [
          `${canary.name}, asked ${question.name}`,
          async () => {
            for (const result of await lookupsRepeating(subject, question, canary))
              assertNoSecret(surfacesOf('the result of the look-up', result), [canary]);
          },
        ]),
    ),
  ),
];

/** A look-up does not know the card: its number can be recognised by its digits, and in no other form. */
async function lookupsRepeating(
  subject: AnySubject,
  { keys, responses }: SampleLookup,
  canary: Canary,
): Promise<unknown[]> {
  const known = canary.name in subject.credentials || canary.name.startsWith('header ');
  const forms = encodingsOf(canary.value).filter(([form]) => known || DIGIT_ENCODINGS.includes(form));
  return Promise.all(
    responses.flatMap(({ response }) =>
      forms.map(async ([, text]) => {
        const body = mapLeaves(response.body, (leaf) => (typeof leaf === 'string' ? text : leaf));
        return (await lookupWith(subject, keys, { ...response, body })).result;
      }),
    ),
  );
}
