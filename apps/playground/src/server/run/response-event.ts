import type { CaptureResult, WireResponse } from '@capture/core';
import type { ResponseEvent } from '../../shared/run-event.ts';
import { flatten } from './flatten.ts';

/** The response as it arrived, masked, with the paths of everything that the library read of it. */
export function responseEvent({ status, headers, body }: WireResponse, result: CaptureResult): ResponseEvent {
  return {
    kind: 'response',
    status,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: indented(body),
    read: 'response' in result && result.response !== undefined ? flatten(result.response).map(({ name }) => name) : [],
  };
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
