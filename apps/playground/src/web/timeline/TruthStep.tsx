import type { ReactNode } from 'react';
import type { TruthEvent } from '../../shared/run-event.ts';
import { Status } from '../parts/Status.tsx';
import { agreementOf } from '../state/verdict.ts';
import { Step } from './Step.tsx';
import { useCapturesNow } from './use-captures-now.ts';

/** The captures that the run added to the sandbox, beside the verdict. No client can see them. */
export function TruthStep({
  event,
  status,
  replayed,
}: {
  readonly event: TruthEvent;
  readonly status: string;
  readonly replayed: boolean;
}): ReactNode {
  const { agrees, description } = event;
  const captures = useCapturesNow(event, replayed);
  return (
    <Step title="In the sandbox" description={description} meta={agreementOf(event)} mark={agrees ? 'done' : 'broken'}>
      <div className="beside">
        <div>
          <h4>Result</h4>
          <Status of={status} />
        </div>
        <div>
          <h4>In the sandbox</h4>
          {captures.length === 0 ? <p>no capture from this request</p> : null}
          {captures.map(({ captureId, amount, state, was }) => (
            <p key={captureId}>
              <Status of={state} /> <span className="mono">{`${amount.major} ${amount.currency}`}</span>
              {was === undefined ? null : <span className="was"> was {was}</span>}
            </p>
          ))}
        </div>
      </div>
    </Step>
  );
}
