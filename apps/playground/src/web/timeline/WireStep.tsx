import type { ReactNode } from 'react';
import type { WireEvent } from '../../shared/run-event.ts';
import type { Run } from '../state/runs.ts';
import { Step } from './Step.tsx';

const DESCRIPTIONS: Readonly<Record<WireEvent['phase'], string>> = {
  waiting: 'Handed to the network. Waiting for the response.',
  unsent: 'No byte of the request was written.',
  'in-doubt': 'The request may have been written, and no complete response arrived. From here the client cannot tell.',
  unreadable: 'A response arrived, but not in the format that the provider documents.',
  responded: 'A complete response arrived, in the format that the provider documents.',
};

const SERVER_LOST =
  'Handed to the network. Then this page lost its server, so it does not know whether a response arrived.';

const REACHED: Readonly<Record<WireEvent['phase'], number>> = {
  unsent: 1,
  waiting: 2,
  'in-doubt': 2,
  unreadable: 3,
  responded: 4,
};
const PHASES = ['connect', 'write', 'response', 'read'] as const;

/** The phases that the request went through. */
export function WireStep({ event, run }: { readonly event: WireEvent; readonly run: Run }): ReactNode {
  const { phase, milliseconds } = event;
  const isServerLost = phase === 'waiting' && run.problem !== undefined;
  const isBroken = isServerLost || (phase !== 'responded' && phase !== 'waiting');
  return (
    <Step
      title="On the wire"
      description={isServerLost ? SERVER_LOST : DESCRIPTIONS[phase]}
      meta={phase === 'waiting' ? '…' : `${milliseconds} ms`}
      mark={phase === 'waiting' && run.busy ? 'busy' : isBroken ? 'broken' : 'done'}
    >
      <ol className="phases" aria-label="Phases">
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
