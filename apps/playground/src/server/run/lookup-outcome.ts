import { resolveOutcome, type LookupCandidate, type LookupResult } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import type { Client } from '../../providers/index.ts';
import { formatAmount } from '../../shared/format-amount.ts';
import type { LookupEvent, NamedValue, ResolutionEvent } from '../../shared/run-event.ts';
import type { Emit } from '../http/event-stream.ts';
import type { OpenResult } from './capture.ts';
import { compareOutcome } from './outcome-truth.ts';
import { errorDetails } from './result-event.ts';
import type { OpenRun } from './run-registry.ts';

/** Milliseconds before each lookup. The sandbox responds at once; a real provider may need time. */
const DELAYS = { sandbox: [0, 400, 800], live: [0, 2000, 10_000, 30_000] } as const;

/** Looks up an open result until its outcome is final or the delays are used up, and emits each lookup. */
export async function lookUpOutcome(
  { sandbox, client, signal }: { readonly sandbox: Sandbox; readonly client: Client; readonly signal: AbortSignal },
  { target, result, captures }: OpenRun,
  emit: Emit,
): Promise<void> {
  const emitted: Promise<void>[] = [];
  const onLookup = ({ attempt, lookup }: { attempt: number; lookup: LookupResult }): void => {
    emitted.push(emit(lookupEvent(attempt, lookup)));
  };
  const { status, attempts, ended, lastLookup } = await resolveOutcome(client, result, {
    delays: DELAYS[target],
    signal,
    onLookup,
  });
  await Promise.all(emitted);
  const description = ended === 'undecidable' ? nextStep(result) : describe(status, result.status);
  const truth =
    target === 'sandbox'
      ? compareOutcome({ status, captureId: lastLookup?.captureId }, { result, own: captures }, sandbox)
      : undefined;
  await emit({ kind: 'resolution', status, attempts, ended, description, ...(truth && { truth }) });
}

/** The next step where no lookup can decide: the advice of the error, which names whom to ask. */
function nextStep(result: OpenResult): string {
  return 'error' in result ? result.error.advice : STILL_OPEN.pending;
}

function describe(status: ResolutionEvent['status'], before: OpenResult['status']): string {
  return status === 'undecided' ? STILL_OPEN[before] : FINAL[status];
}

const FINAL = {
  captured: 'The provider reports this payment as captured.',
  declined: 'The provider reports this payment as declined. No money moved.',
} as const;

const STILL_OPEN: Readonly<Record<OpenResult['status'], string>> = {
  pending: 'Still pending: accepted, but not final. Look it up again later, and do not send it again.',
  unknown:
    'The lookups did not decide the outcome. Look it up again later, or ask the provider, before anything is sent again.',
};

function lookupEvent(attempt: number, lookup: LookupResult): LookupEvent {
  const { status, decides, live, checks, httpStatus, error } = lookup;
  return {
    kind: 'lookup',
    attempt,
    status,
    decides,
    checks,
    ...(live !== undefined && { live }),
    candidates: lookup.candidates.map(candidateValue),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(error && { error: errorDetails(error) }),
  };
}

function candidateValue({ captureId, status, reportedAmount, providerTime }: LookupCandidate): NamedValue {
  const facts = [status, reportedAmount && formatAmount(reportedAmount), providerTime?.text];
  return { name: captureId, value: facts.filter((fact) => fact !== undefined).join(', ') };
}
