import assert from 'node:assert/strict';
import { each, once } from '../../clause.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { clientAt, declaredEnvironments, distinctEnvironments, otherThan } from '../../support/environments.ts';
import { fillPath } from '../../support/received-request.ts';
import type { AnySubject } from '../../subject.ts';

/** Proves that a client goes to the server that its options name, and to no other. */
export const endpoints = [
  each('E1', 'environment chooses the published host', (subject) =>
    declaredEnvironments(subject).map(([environment, url]) => [
      environment,
      () => {
        const { url: sent } = clientAt(subject, { environment }).prepare(subject.request);
        assert.equal(sent, url + fillPath(subject.wire.path, subject.request));
      },
    ]),
  ),
  once('E2', 'a client that names no server is refused: there is no default host', (subject) =>
    assertRefused(subject, {}, declaredEnvironments(subject).length > 0 ? 'environment' : 'baseUrl'),
  ),
  each('E3', 'a base URL at the host of the other environment is refused by name', (subject) =>
    distinctEnvironments(subject).flatMap(([environment, url]) =>
      [url, `${new URL(url).origin}/another/path`].map((baseUrl) => [
        `${otherThan(environment)} with ${baseUrl}`,
        () => assertRefused(subject, { environment: otherThan(environment), baseUrl }, 'baseUrl', environment),
      ]),
    ),
  ),
  each('E4', 'an expectation that the other options contradict is refused by name', (subject) => [
    ...declaredEnvironments(subject).map(
      ([environment]) =>
        [
          `environment ${environment}`,
          () => assertRefused(subject, { environment, expect: otherThan(environment) }, 'expect', environment),
        ] as const,
    ),
    ...distinctEnvironments(subject).map(
      ([environment, baseUrl]) =>
        [
          `the ${environment} host`,
          () => assertRefused(subject, { baseUrl, expect: otherThan(environment) }, 'expect', environment),
        ] as const,
    ),
  ]),
];

async function assertRefused(subject: AnySubject, choice: object, path: string, named = ''): Promise<void> {
  const error = await rejectionOf(() => clientAt(subject, choice));
  assertNamesPath(error, path);
  assert.ok(
    error.issues.some(({ rule }) => rule.includes(named)),
    `the error must name ${named}`,
  );
}
