import assert from 'node:assert/strict';
import { each, type Proof } from '../../clause.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { captureWith } from '../../support/capture-with.ts';
import { NOWHERE } from '../../support/client.ts';
import {
  assertEnvironmentChecked,
  declaredEnvironments,
  distinctEnvironments,
  ENVIRONMENTS,
  otherThan,
  withStatement,
} from '../../support/environments.ts';
import { sampleSuccess } from '../../support/sample-responses.ts';
import type { AnySubject, EnvironmentForm, NamedResponse, Respond } from '../../subject.ts';

/** Proves that a result says live or test, and that one of the kind that is not expected counts for nothing. */
export const environmentsOfCaptures = [
  each('E5', 'live is what the response states, whatever the host', (subject) =>
    stating(subject).flatMap(({ name, response, form }) =>
      ENVIRONMENTS.flatMap((environment) =>
        servers(subject).map(([host, baseUrl]): Proof => [
          `${name}, stated as ${environment}, from ${host}`,
          async () => {
            const respond = stated(response, form, environment);
            const { result } = await captureWith(subject, respond, { options: { baseUrl } });
            assert.equal(result.live, environment === 'live');
          },
        ]),
      ),
    ),
  ),
  each('E6', 'without a statement live is that of the published host, and undefined at any other', (subject) =>
    servers(subject).map(([host, baseUrl]): Proof => [
      host,
      async () => {
        const { result } = await captureWith(subject, silent(subject), { options: { baseUrl } });
        const [known] = distinctEnvironments(subject).filter(([, url]) => url === baseUrl);
        assert.equal(result.live, known ? known[0] === 'live' : undefined);
      },
    ]),
  ),
  each('E7', 'a response of the other environment than the expected one is unknown', (subject) =>
    stating(subject).flatMap(({ name, response, form }) =>
      ENVIRONMENTS.map((expect): Proof => [
        `${name}, where ${expect} is expected`,
        async () => {
          const respond = stated(response, form, otherThan(expect));
          const { result } = await captureWith(subject, respond, { options: { expect } });
          assertUnknown(result);
          assert.deepEqual([result.reason, result.error.code], ['contradictory', 'other_environment']);
          assert.equal(result.live, expect !== 'live');
          assertEnvironmentChecked(result.checks, expect);
        },
      ]),
    ),
  ),
  each('E8', 'a response of the expected environment, or of none that is known, counts as ever', (subject) =>
    declaredEnvironments(subject).length === 0
      ? []
      : ENVIRONMENTS.flatMap((expect) => [
          ...stating(subject).map(({ name, response, form }): Proof => [
            `${name}, stated as ${expect}`,
            () => assertSame(subject, stated(response, form, expect), expect),
          ]),
          [`captured, where ${expect} is expected`, () => assertSame(subject, silent(subject), expect)] as const,
        ]),
  ),
];

/** The kit's own server, which is published for no environment, and those that are. */
const servers = (subject: AnySubject): readonly (readonly [name: string, baseUrl: string])[] => [
  ['another host', NOWHERE],
  ...declaredEnvironments(subject).map(([name, url]) => [`the ${name} host`, url] as const),
];

/** The documented responses that have a place for a statement. */
function stating(subject: AnySubject): readonly (NamedResponse & { readonly form: EnvironmentForm })[] {
  const { captured, pending, declined, environment: form } = subject.responses;
  if (!form) return [];
  const all: readonly NamedResponse[] = [
    { name: 'captured', response: captured },
    ...(pending ? [{ name: 'pending', response: pending }] : []),
    ...declined,
  ];
  const hasPlace = ({ response }: NamedResponse): boolean => {
    const sample = sampleSuccess({ ...subject, responses: { ...subject.responses, captured: response } });
    return withStatement(sample, form, 'live') !== undefined;
  };
  return all.filter(hasPlace).map((one) => ({ ...one, form }));
}

const stated =
  (response: Respond, form: EnvironmentForm, environment: 'live' | 'sandbox' | undefined): Respond =>
  (received) =>
    withStatement(response(received), form, environment) ?? assert.fail('the response has no place for a statement');

/** The success without a statement about its environment. */
function silent({ responses: { captured, environment: form } }: AnySubject): Respond {
  return form ? stated(captured, form, undefined) : captured;
}

/** The expectation changes nothing about the result. */
async function assertSame(subject: AnySubject, respond: Respond, expect: 'live' | 'sandbox'): Promise<void> {
  const plain = await captureWith(subject, respond);
  const { result } = await captureWith(subject, respond, { options: { expect } });
  assert.equal(result.status, plain.result.status);
  const code = (one: typeof result) => ('error' in one ? one.error.code : undefined);
  assert.equal(code(result), code(plain.result));
}
