import type { ReactNode } from 'react';
import type { WireEvent } from '../../shared/run-event.ts';
import type { Run } from '../state/runs.ts';
import { Step } from './Step.tsx';

const SAYS: Readonly<Record<WireEvent['phase'], string>> = {
  waiting: 'Handed to the network. Waiting for the answer.',
  unsent: 'It is proven that no byte of the request was written.',
  'in-doubt': 'The request may have been written, and no readable answer came. From here nobody on this side can know.',
  unreadable: 'Something answered, but not in the form that the provider promises.',
  responded: 'A whole answer came, in the form that the provider promises.',
};

const BROKE_OFF = 'Handed to the network. Then this page lost its server, so it does not know what was answered.';

const REACHED: Readonly<Record<WireEvent['phase'], number>> = {
  unsent: 1,
  waiting: 2,
  'in-doubt': 2,
  unreadable: 3,
  responded: 4,
};
const PHASES = ['connect', 'write', 'answer', 'read'] as const;

/** How far the request got. */
export function WireStep({ event, run }: { readonly event: WireEvent; readonly run: Run }): ReactNode {
  const { phase, milliseconds } = event;
  const brokeOff = phase === 'waiting' && run.problem !== undefined;
  const isLost = brokeOff || (phase !== 'responded' && phase !== 'waiting');
  return (
    <Step
      title="On the wire"
      description={brokeOff ? BROKE_OFF : SAYS[phase]}
      meta={phase === 'waiting' ? '…' : `${milliseconds} ms`}
      mark={phase === 'waiting' && run.busy ? 'busy' : isLost ? 'broken' : 'done'}
    >
      <ol className="phases" aria-label="How far it got">
        {PHASES.map((name, i) => {
          const state =
            i + 1 < REACHED[phase] || phase === 'responded' ? 'reached' : i + 1 === REACHED[phase] ? phase : 'open';
          return (
            <li key={name} data-state={state}>
              {name}
              <span className="sr-only">
                {state === 'reached' ? ' done' : state === 'open' ? ' not reached' : ` ${state}`}
              </span>
            </li>
          );
        })}
      </ol>
    </Step>
  );
}
