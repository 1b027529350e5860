import { settle, type LookupResult } from '@capture/core';
import type { Client } from '../../providers/index.ts';
import type { LookupEvent, RunEvent, ResolutionEvent } from '../../shared/run-event.ts';
import type { OpenResult } from './capture.ts';
import { errorDetails } from './result-event.ts';

/** The waits before each look-up. A sandbox answers at once; a real provider may need time. */
const SCHEDULES = { sandbox: [0, 400, 800], live: [0, 2000, 10_000, 30_000] } as const;

/** Leads an open result back to certainty with the library's `settle`, and tells each look-up. */
export async function runSettle(
  client: Client,
  result: OpenResult,
  { target, signal }: { readonly target: keyof typeof SCHEDULES; readonly signal: AbortSignal },
  emit: (event: RunEvent) => Promise<void>,
): Promise<void> {
  const pending: Promise<void>[] = [];
  const onLookup = ({ attempt, lookup }: { attempt: number; lookup: LookupResult }): void => {
    pending.push(emit(lookupEvent(attempt, lookup)));
  };
  const { status, attempts, ended } = await settle(client, result, { schedule: SCHEDULES[target], signal, onLookup });
  await Promise.all(pending);
  await emit({ kind: 'resolution', status, attempts, ended, description: describe(status, result.status) });
}

function describe(status: ResolutionEvent['status'], was: OpenResult['status']): string {
  return status === 'undecided' ? STILL[was] : ENDED[status];
}

const ENDED = {
  captured: 'The provider says that this payment was captured. The money is yours; nothing was sent twice.',
  declined: 'The provider says that this payment was declined. Surely no money moved.',
} as const;

const STILL: Readonly<Record<OpenResult['status'], string>> = {
  pending: 'It stays pending: accepted, and not final. Look it up again later, and do not send it again.',
  unknown:
    'The look-ups did not decide it. It stays unknown: look it up again later or ask the provider, before anything is sent again.',
};

function lookupEvent(attempt: number, { status, decides, checks, httpStatus, error }: LookupResult): LookupEvent {
  return {
    kind: 'lookup',
    attempt,
    status,
    decides,
    checks,
    ...(httpStatus !== undefined && { httpStatus }),
    ...(error && { error: errorDetails(error) }),
  };
}
