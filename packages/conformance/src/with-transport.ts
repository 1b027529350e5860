import type { Transport } from '@capture/core';
import type { AnySubject, KitOptions } from './subject.ts';

/**
 * The same subject over another transport: the contract then proves the transport. Where a clause brings a transport or a `fetch` of its own, that one is used.
 */
export function withTransport<const S extends AnySubject>(subject: S, transport: Transport): S {
  const create = (options: KitOptions) =>
    subject.create((options.fetch || options.transport ? options : { ...options, transport }) as never);
  return { ...subject, create };
}
