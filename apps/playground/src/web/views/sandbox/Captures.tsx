import type { ReactNode } from 'react';
import type { SandboxCapture } from '../../../shared/api.ts';
import { useTitles } from '../../state/catalog.ts';
import { CaptureState } from './CaptureState.tsx';

/** The captures of the sandbox, whatever was responded to the client. */
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
        <p className="empty">Nothing has been captured yet.</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label="Captures">
          <table>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Capture</th>
                <th scope="col">Authorization</th>
                <th scope="col">Reference</th>
                <th scope="col">Amount</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {captures.toReversed().map((capture) => (
                <tr key={`${capture.provider} ${capture.captureId}`}>
                  <td>{titleOf(capture.provider)}</td>
                  <td className="mono">{capture.captureId}</td>
                  <td className="mono">{capture.authorizationId ?? 'card'}</td>
                  <td className="mono">{capture.reference ?? '–'}</td>
                  <td className="money">
                    {capture.amount.major} {capture.amount.currency}
                  </td>
                  <CaptureState capture={capture} act={act} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
