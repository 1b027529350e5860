import { canariesOf } from '../../support/canaries.ts';
import { clientOf } from '../../support/client.ts';
import { assertNoSecret, secretsOf } from '../../support/visible-surfaces.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';

/** Proves that neither a dry run nor a client leaks a secret when it is printed. */
export const printing = [
  each('X5', 'a printed dry run contains no secret', (subject) =>
    secretsOf(subject).map((canary) => [
      canary.name,
      () => {
        const prepared = clientOf(subject).prepare(subject.request);
        assertNoSecret(surfacesOf('the dry run', prepared), [canary]);
        assertNoSecret(
          Object.entries(prepared).flatMap(([name, part]) => surfacesOf(name, part)),
          [canary],
        );
      },
    ]),
  ),
  each('X6', 'a printed client contains no secret', (subject) =>
    canariesOf(subject).map((canary) => [
      canary.name,
      () => {
        assertNoSecret(surfacesOf('the client', clientOf(subject)), [canary]);
      },
    ]),
  ),
];
