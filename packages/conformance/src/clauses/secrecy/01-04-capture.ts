import { receivedRequest } from '../../support/received-request.ts';
import { canariesOf, encodingsOf } from '../../support/canaries.ts';
import { assertNoSecret, secretsOf, visibleSurfaces, type Responder } from '../../support/visible-surfaces.ts';
import { each } from '../../clause.ts';
import { echoesOf } from '../../support/echoes.ts';
import { scenariosOf } from '../../support/scenarios.ts';
import { mapLeaves } from '../../support/paths.ts';

/**
 * Proves that a capture leaks no secret, by watching everything that leaves: results, errors, printing, JSON, hooks,
 * console.
 */
export const captureSecrecy = [
  each('X1', 'nothing that leaves the client contains a secret, whatever the outcome', (subject) =>
    scenariosOf(subject).flatMap(([scenario, respond]) =>
      canariesOf(subject).map((canary) => [
        `${canary.name}, when ${scenario}`,
        async () => {
          assertNoSecret(await visibleSurfaces(subject, respond), [canary]);
        },
      ]),
    ),
  ),
  each('X2', 'a secret that the server echoes is masked, whatever its encoding', (subject) =>
    canariesOf(subject).flatMap((canary) =>
      encodingsOf(canary.value).map(([encoding, encoded]) => [
        `${canary.name} ${encoding}`,
        async () => {
          for (const respond of echoesOf(subject, encoded))
            assertNoSecret(await visibleSurfaces(subject, respond), [canary]);
        },
      ]),
    ),
  ),
  each('X3', 'a secret that the server echoes in a refusal is masked', (subject) =>
    subject.responses.declined.slice(0, 1).flatMap(({ response }) =>
      canariesOf(subject).map((canary) => [
        canary.name,
        async () => {
          for (const [, encoded] of encodingsOf(canary.value)) {
            const echoing: Responder = (wire) => {
              const genuine = response(receivedRequest(subject, subject.request, wire));
              return {
                ...genuine,
                body: mapLeaves(genuine.body, (leaf) => (typeof leaf === 'string' ? `${leaf} ${encoded}` : leaf)),
              };
            };
            assertNoSecret(await visibleSurfaces(subject, echoing), [canary]);
          }
        },
      ]),
    ),
  ),
  each('X4', 'the signature of a request is treated as a secret', (subject) =>
    subject.signature
      ? scenariosOf(subject).map(([scenario, respond]) => [
          `when ${scenario}`,
          async () => {
            assertNoSecret(await visibleSurfaces(subject, respond), secretsOf(subject));
          },
        ])
      : [],
  ),
];
