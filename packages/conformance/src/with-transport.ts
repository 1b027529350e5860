import type { Transport } from '@capture/core';
import type { Credentials, KitOptions, Subject } from './subject.ts';

/**
 * The same subject, sending over `transport`: whoever writes a transport proves it by running the contract with it. Where a clause brings a transport or a `fetch`
 * of its own, that goes before.
 */
export function withTransport<C extends Credentials>(subject: Subject<C>, transport: Transport): Subject<C> {
  return {
    ...subject,
    create: (options: KitOptions & C) =>
      subject.create(options.fetch || options.transport ? options : { ...options, transport }),
  };
}
