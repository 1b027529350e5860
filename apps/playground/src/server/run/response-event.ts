import type { CaptureResult, WireResponse } from '@capture/core';
import type { ResponseEvent } from '../../shared/run-event.ts';
import { flatten } from '../signatures/signature-parts.ts';

/** The answer as it came, masked, with the paths of what the library read of it. */
export function responseEvent({ status, headers, body }: WireResponse, result: CaptureResult): ResponseEvent {
  return {
    kind: 'response',
    status,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: pretty(body),
    read: 'answer' in result && result.answer !== undefined ? flatten(result.answer).map(({ name }) => name) : [],
  };
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
