import type { AnySubject, NamedResponse } from '../subject.ts';

/** Every response that a subject documents, with a name. */
export function documentedResponses({ responses }: AnySubject): readonly NamedResponse[] {
  return [
    { name: 'captured', response: responses.captured },
    ...(responses.pending ? [{ name: 'pending', response: responses.pending }] : []),
    ...responses.declined,
    ...responses.unknown,
    ...responses.contradictions,
  ];
}
