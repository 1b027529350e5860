import type { Transport, WireRequest, WireResponse } from '@capture/core';

/** A transport without a network: it responds by itself and records the requests. */
export function respondingTransport(
  respond: (request: WireRequest) => WireResponse | Promise<WireResponse>,
): Transport & { readonly sent: WireRequest[] } {
  const sent: WireRequest[] = [];
  return {
    sent,
    async send(request) {
      sent.push(request);
      return respond(request);
    },
  };
}
