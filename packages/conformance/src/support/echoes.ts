import { receivedRequest } from './received-request.ts';
import { mapLeaves } from './paths.ts';
import { type Responder } from './visible-surfaces.ts';
import type { AnySubject } from '../subject.ts';

/** Answers in which a text stands in the place of, or behind, what the provider says: in all of its texts, in those that decide nothing, in one at a time, and in fields that nobody knows. */
export function echoes(subject: AnySubject, text: string): readonly Responder[] {
  const { decisive, captureId } = subject.responses;
  const inTexts =
    (replace: (leaf: string, path: string) => string): Responder =>
    (wire) => {
      const genuine = subject.responses.captured(receivedRequest(subject, subject.request, wire));
      const body = mapLeaves(genuine.body, (leaf, path) => (typeof leaf === 'string' ? replace(leaf, path) : leaf));
      return {
        ...genuine,
        headers: { 'x-kit': text },
        body: { ...(body as object), kit: text, kitAll: { [text]: text } },
      };
    };
  const decides = new Set([...decisive, captureId]);
  return [
    inTexts(() => text),
    inTexts((leaf, path) => (decides.has(path) ? leaf : text)),
    inTexts((leaf, path) => (decides.has(path) ? leaf : `${leaf} ${text}.`)),
    ...[...decides].map((one) => inTexts((leaf, path) => (path === one ? text : leaf))),
  ];
}
