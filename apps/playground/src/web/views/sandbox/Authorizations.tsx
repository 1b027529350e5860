import type { ReactNode } from 'react';
import type { SandboxAuthorization } from '../../../shared/api.ts';
import { useTitles } from '../../state/catalog.ts';

const STATES: Readonly<Record<string, string>> = {
  authorized: 'untouched',
  'partially-captured': 'partly captured',
  captured: 'used up',
};

/** What can be captured, and what is left of it. */
export function Authorizations({
  authorizations,
}: {
  readonly authorizations: readonly SandboxAuthorization[];
}): ReactNode {
  const titleOf = useTitles();
  return (
    <section className="panel">
      <h2>Authorizations</h2>
      <p className="aside">
        Money that is reserved. Those of the providers’ pages are there from the start. Pockyt has none: it charges a
        card.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Authorizations">
        <table>
          <thead>
            <tr>
              <th scope="col">Provider</th>
              <th scope="col">Id</th>
              <th scope="col">Reference</th>
              <th scope="col">Reserved</th>
              <th scope="col">Left</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {authorizations.map(({ provider, id, reference, amount, remaining, state }) => (
              <tr key={`${provider} ${id}`}>
                <td>{titleOf(provider)}</td>
                <td className="mono">{id}</td>
                <td className="mono">{reference ?? '–'}</td>
                <td className="money">
                  {amount.major} {amount.currency}
                </td>
                <td className="money">
                  <meter aria-label={`Left of ${id}`} min={0} max={amount.minor} value={remaining.minor} />{' '}
                  {remaining.major}
                </td>
                <td>{STATES[state] ?? state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
