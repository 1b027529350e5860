import { canariesOf, secretFieldsOf } from '../../support/canaries.ts';
import { clientOf } from '../../support/client.ts';
import { withValueAt } from '../../support/paths.ts';
import { assertNoSecret, visibleSurfacesWith } from '../../support/visible-surfaces.ts';
import { surfacesOf, withCapturedConsole } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { SampleRequest } from '../../subject.ts';

/** Proves that no mistake exposes a secret: neither a caller's, nor that of a `fetch` whose error contains too much. */
export const secretMistakes = [
  each('X7', 'a malformed secret is rejected without being repeated', (subject) =>
    secretFieldsOf(subject).map(({ name, value }) => [
      name,
      async () => {
        const request = withValueAt(subject.request, name, `${value}x`);
        const { written, value: error } = await withCapturedConsole(() =>
          clientOf(subject)
            .capture(request)
            .catch((thrown: unknown) => thrown),
        );
        assertNoSecret([...surfacesOf('the error', error), ['the console', written]], [{ name, value }]);
      },
    ]),
  ),
  each('X8', 'a secret in the wrong field is rejected without being repeated', (subject) =>
    canariesOf(subject)
      // A field name of up to four digits is an array index.
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
  each('X9', 'a fetch that fails with the whole request in its error exposes none of it', (subject) =>
    canariesOf(subject).map((canary) => [
      canary.name,
      async () => {
        const fetch = (url: string, request: RequestInit): Promise<Response> => {
          const message = `${url} ${JSON.stringify(request)} ${canary.value}`;
          throw Object.assign(new TypeError(message, { cause: new Error(message) }), { request });
        };
        assertNoSecret(await visibleSurfacesWith(subject, { fetch }), [canary]);
      },
    ]),
  ),
];
