import { canariesOf, secretFieldsOf } from '../../support/canaries.ts';
import { clientOf } from '../../support/client.ts';
import { withValueAt } from '../../support/paths.ts';
import { assertNoSecret, visibleSurfacesWith } from '../../support/visible-surfaces.ts';
import { surfacesOf, withCapturedConsole } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { SampleRequest } from '../../subject.ts';

/** Proves that mistakes do not show secrets: a caller's, and those of a `fetch` that tells too much. */
export const secretMistakes = [
  each('X7', 'a secret in the wrong form is refused without being repeated', (subject) =>
    secretFieldsOf(subject).map(({ name, value }) => [
      name,
      async () => {
        const wrong = withValueAt(subject.request, name, `${value}x`);
        const { written, value: error } = await withCapturedConsole(() =>
          clientOf(subject)
            .capture(wrong)
            .catch((thrown: unknown) => thrown),
        );
        assertNoSecret([...surfacesOf('the error', error), ['the console', written]], [{ name, value }]);
      },
    ]),
  ),
  each('X8', 'a secret in the wrong field is refused without being repeated', (subject) =>
    canariesOf(subject)
      // A name of one to four digits is the number of an item.
      .filter(({ value }) => value.length > 4)
      .map((canary) => [
        canary.name,
        async () => {
          const { value } = canary;
          for (const place of [{ [value]: 1 }, { amount: value }, { kitField: { [value]: value } }]) {
            const error = await clientOf(subject)
              .capture({ ...subject.request, ...place } as SampleRequest)
              .catch((thrown: unknown) => thrown);
            assertNoSecret(surfacesOf('the error', error), [canary]);
          }
        },
      ]),
  ),
  each('X9', 'a fetch that fails with everything in its error shows none of it', (subject) =>
    canariesOf(subject).map((canary) => [
      canary.name,
      async () => {
        const fetch = (url: string, request: RequestInit): Promise<Response> => {
          const text = `${url} ${JSON.stringify(request)} ${canary.value}`;
          throw Object.assign(new TypeError(text, { cause: new Error(text) }), { request });
        };
        assertNoSecret(await visibleSurfacesWith(subject, { fetch }), [canary]);
      },
    ]),
  ),
];
