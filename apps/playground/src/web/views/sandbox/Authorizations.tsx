import type { ReactNode } from 'react';
import type { SandboxAuthorization } from '../../../shared/api.ts';
import { useCatalog, useTitles } from '../../state/catalog.ts';

const STATES: Readonly<Record<string, string>> = {
  authorized: 'open',
  'partially-captured': 'partially captured',
  captured: 'fully captured',
};

/** The authorizations of the sandbox with their remaining amounts. */
export function Authorizations({
  authorizations,
}: {
  readonly authorizations: readonly SandboxAuthorization[];
}): ReactNode {
  const titleOf = useTitles();
  const charging = useCatalog().providers.filter(({ capabilities }) => capabilities.captures === 'card');
  return (
    <section className="panel">
      <h2>Authorizations</h2>
      <p className="aside">
        Reserved funds.{charging.map(({ title }) => ` ${title} has none: it charges cards directly.`).join('')}
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
