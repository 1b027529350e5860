import { receivedRequest } from './received-request.ts';
import { mapLeaves } from './paths.ts';
import type { Responder } from './visible-surfaces.ts';
import type { AnySubject } from '../subject.ts';

/**
 * Successes that echo a value: in place of every string, in place of or appended to those that are not decisive, in
 * place of each decisive one, beside the id of the capture, in URLs, and always in a header and in unknown fields.
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
        body: { ...(body as object), kit: value, kitAll: { [value]: value }, kitGroups: groupsOf(value) },
      };
    };
  const { pending } = subject.responses;
  const inUrls: Responder = (wire) => {
    const genuine = (pending ?? subject.responses.captured)(receivedRequest(subject, subject.request, wire));
    const withValue = (leaf: string): string => `${leaf}${leaf.includes('?') ? '&' : '?'}kit=${value}`;
    const isUrl = (leaf: unknown): leaf is string => typeof leaf === 'string' && leaf.startsWith('https://');
    return { ...genuine, body: mapLeaves(genuine.body, (leaf) => (isUrl(leaf) ? withValue(leaf) : leaf)) };
  };
  const decisivePaths = new Set([...decisive, captureId]);
  return [
    withStrings(() => value),
    withStrings((leaf, path) => (decisivePaths.has(path) ? leaf : value)),
    withStrings((leaf, path) => (decisivePaths.has(path) ? leaf : `${leaf} ${value}.`)),
    withStrings((leaf, path) => (path === captureId ? `${leaf} ${value}` : leaf)),
    inUrls,
    ...[...decisivePaths].map((one) => withStrings((leaf, path) => (path === one ? value : leaf))),
  ];
}

/** A card number as the items of an array. */
function groupsOf(value: string): readonly string[] {
  return /^\d{12,19}$/.test(value) ? (value.match(/\d{1,4}/g) ?? []) : [];
}
