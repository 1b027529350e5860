import { receivedRequest } from './received-request.ts';
import { mapLeaves } from './paths.ts';
import type { Responder } from './visible-surfaces.ts';
import type { AnySubject } from '../subject.ts';

/**
 * Successes that echo a value: in place of every string, in place of or appended to those that are not decisive, in
 * place of each decisive one, and always in a header and in unknown fields.
 */
export function echoesOf(subject: AnySubject, value: string): readonly Responder[] {
  const { decisive, captureId } = subject.responses;
  const withStrings =
    (replace: (leaf: string, path: string) => string): Responder =>
    (wire) => {
      const genuine = subject.responses.captured(receivedRequest(subject, subject.request, wire));
      const body = mapLeaves(genuine.body, (leaf, path) => (typeof leaf === 'string' ? replace(leaf, path) : leaf));
      return {
        ...genuine,
        headers: { 'x-kit': value },
        body: { ...(body as object), kit: value, kitAll: { [value]: value } },
      };
    };
  const decisivePaths = new Set([...decisive, captureId]);
  return [
    withStrings(() => value),
    withStrings((leaf, path) => (decisivePaths.has(path) ? leaf : value)),
    withStrings((leaf, path) => (decisivePaths.has(path) ? leaf : `${leaf} ${value}.`)),
    ...[...decisivePaths].map((one) => withStrings((leaf, path) => (path === one ? value : leaf))),
  ];
}
