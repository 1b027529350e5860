import assert from 'node:assert/strict';
import type { Environment, EvidenceCheck } from '@capture/core';
import type { AnySubject, EnvironmentForm, SampleResponse } from '../subject.ts';
import { clientOf, type TestedClient } from './client.ts';
import { valueAt, withValueAt } from './paths.ts';

/** Both kinds of environment. */
export const ENVIRONMENTS = ['live', 'sandbox'] as const;

/** The other kind of environment. */
export const otherThan = (environment: Environment): Environment => (environment === 'live' ? 'sandbox' : 'live');

/** The published base URLs of a subject's environments. */
export const declaredEnvironments = ({ environments = {} }: AnySubject): readonly (readonly [Environment, string])[] =>
  ENVIRONMENTS.flatMap((name) => {
    const url = environments[name];
    return url === undefined ? [] : [[name, url] as const];
  });

/** The environments whose hosts identify them: not one host for both. */
export const distinctEnvironments = (subject: AnySubject): readonly (readonly [Environment, string])[] => {
  const declared = declaredEnvironments(subject);
  const hosts = new Set(declared.map(([, url]) => new URL(url).host));
  return hosts.size === declared.length ? declared : [];
};

/** Creates a client with options that choose its server, in place of the kit's base URL. */
export function clientAt(subject: AnySubject, choice: object): TestedClient {
  return clientOf(subject, {}, { baseUrl: undefined, ...choice });
}

/** The response with a statement, or without one; `undefined` where it has no place for one. */
export function withStatement(
  response: SampleResponse,
  { field, ...values }: EnvironmentForm,
  environment: Environment | undefined,
): SampleResponse | undefined {
  const parent = field.split('.').slice(0, -1).join('.');
  if (typeof valueAt(response.body, parent) !== 'object') return undefined;
  return { ...response, body: withValueAt(response.body, field, environment && values[environment]) };
}

/** The checks name the environment among what does not agree. */
export function assertEnvironmentChecked(checks: readonly EvidenceCheck[], expected: Environment): void {
  const check = checks.find(({ field }) => field === 'environment');
  assert.deepEqual(check, { field: 'environment', expected, found: otherThan(expected), agrees: false });
}
