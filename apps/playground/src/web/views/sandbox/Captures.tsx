import type { ReactNode } from 'react';
import type { SandboxCapture } from '../../../shared/api.ts';
import { Status } from '../../parts/Status.tsx';
import { useTitles } from '../../state/catalog.ts';
import { settlePending } from '../../state/sandbox.ts';

/** What was taken, whatever any answer said. */
export function Captures(props: {
  readonly captures: readonly SandboxCapture[];
  readonly act: (job: Promise<unknown>) => void;
}): ReactNode {
  const { captures, act } = props;
  const titleOf = useTitles();
  return (
    <section className="panel">
      <h2>Captures</h2>
      {captures.length === 0 ? (
        <p className="empty">Nothing was captured yet.</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label="Captures">
          <table>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Capture</th>
                <th scope="col">Of</th>
                <th scope="col">Reference</th>
                <th scope="col">Amount</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {captures.toReversed().map(({ provider, captureId, authorizationId, reference, amount, state }) => (
                <tr key={`${provider} ${captureId}`}>
                  <td>{titleOf(provider)}</td>
                  <td className="mono">{captureId}</td>
                  <td className="mono">{authorizationId ?? 'a card'}</td>
                  <td className="mono">{reference ?? '–'}</td>
                  <td className="money">
                    {amount.text} {amount.currency}
                  </td>
                  <td>
                    <Status of={state} />
                    {state === 'pending' ? (
                      <span className="settle">
                        {(['captured', 'declined'] as const).map((end) => (
                          <button
                            key={end}
                            type="button"
                            className="link"
                            onClick={() => act(settlePending(provider, captureId, end))}
                          >
                            {end === 'captured' ? 'capture it' : 'decline it'}
                          </button>
                        ))}
                      </span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
