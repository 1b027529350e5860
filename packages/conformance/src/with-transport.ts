import type { Transport } from '@capture/core';
import type { AnySubject, KitOptions } from './subject.ts';

/**
 * The same subject over another transport, to prove the transport. Clauses that bring a transport or a `fetch` of their
 * own use that instead.
 */
export function withTransport<const S extends AnySubject>(subject: S, transport: Transport): S {
  const create = (options: KitOptions) =>
    subject.create((options.fetch || options.transport ? options : { ...options, transport }) as never);
  return { ...subject, create };
}
