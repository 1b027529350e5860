import { canariesOf } from '../../support/canaries.ts';
import { clientOf } from '../../support/client.ts';
import { assertNoSecret, secretsOf } from '../../support/visible-surfaces.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';

/** Proves that a dry run and a client can be printed. */
export const printing = [
  each('X5', 'a dry run can be printed', (subject) =>
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
  each('X6', 'the client can be printed', (subject) =>
    canariesOf(subject).map((canary) => [
      canary.name,
      () => {
        assertNoSecret(surfacesOf('the client', clientOf(subject)), [canary]);
      },
    ]),
  ),
];
