import { receivedRequest } from '../../support/received-request.ts';
import { canariesOf } from '../../support/canaries.ts';
import { assertNoSecret, secretsOf, visibleSurfaces, type Responder } from '../../support/visible-surfaces.ts';
import { each } from '../../clause.ts';
import { echoes } from '../../support/echoes.ts';
import { scenarios } from '../../support/scenarios.ts';
import { encodingsOf } from '../../support/canaries.ts';
import { mapLeaves } from '../../support/paths.ts';

/** Proves that secrets stay in, by watching everything that comes out: results, errors, printing, JSON, hooks, console. */
export const captureSecrecy = [
  each('X1', 'nothing that leaves shows a secret, whatever becomes of the capture', (subject) =>
    scenarios(subject).flatMap(([scenario, send]) =>
      canariesOf(subject).map((canary) => [
        `${canary.name}, when ${scenario}`,
        async () => {
          assertNoSecret(await visibleSurfaces(subject, send), [canary]);
        },
      ]),
    ),
  ),
  each('X2', 'a secret that the server repeats is masked, in whatever form it writes it', (subject) =>
    canariesOf(subject).flatMap((canary) =>
      encodingsOf(canary.value).map(([form, text]) => [
        `${canary.name} ${form}`,
        async () => {
          for (const answer of echoes(subject, text)) assertNoSecret(await visibleSurfaces(subject, answer), [canary]);
        },
      ]),
    ),
  ),
  each('X3', 'a secret that the server repeats in a refusal is masked', (subject) =>
    subject.responses.declined.slice(0, 1).flatMap(({ response }) =>
      canariesOf(subject).map((canary) => [
        canary.name,
        async () => {
          for (const [, text] of encodingsOf(canary.value)) {
            const repeating: Responder = (wire) => {
              const genuine = response(receivedRequest(subject, subject.request, wire));
              return {
                ...genuine,
                body: mapLeaves(genuine.body, (leaf) => (typeof leaf === 'string' ? `${leaf} ${text}` : leaf)),
              };
            };
            assertNoSecret(await visibleSurfaces(subject, repeating), [canary]);
          }
        },
      ]),
    ),
  ),
  each('X4', 'the signature of a request is a secret as well', (subject) =>
    subject.signature
      ? scenarios(subject).map(([scenario, send]) => [
          `when ${scenario}`,
          async () => {
            assertNoSecret(await visibleSurfaces(subject, send), secretsOf(subject));
          },
        ])
      : [],
  ),
];
