import type { Transport, WireRequest, WireResponse } from '@capture/core';

/** A transport that answers by itself and keeps what it was given. */
export function respondingTransport(
  answer: (request: WireRequest) => WireResponse | Promise<WireResponse>,
): Transport & { readonly sent: WireRequest[] } {
  const sent: WireRequest[] = [];
  return {
    sent,
    async send(request) {
      sent.push(request);
      return answer(request);
    },
  };
}
