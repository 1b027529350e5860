import type { ReactNode } from 'react';
import type { TruthEvent } from '../../shared/run-event.ts';
import { Status } from '../parts/Status.tsx';
import { Step } from './Step.tsx';
import { useCapturesNow } from './use-captures-now.ts';

/** What the sandbox knows and no client could. */
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
    <Step
      title="The truth"
      description={description}
      meta={agrees ? 'verdict is honest' : 'verdict is wrong'}
      mark={agrees ? 'done' : 'broken'}
    >
      <div className="beside">
        <div>
          <h4>The library said</h4>
          <Status of={status} />
        </div>
        <div>
          <h4>The sandbox holds</h4>
          {captures.length === 0 ? <p>nothing of this request</p> : null}
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
