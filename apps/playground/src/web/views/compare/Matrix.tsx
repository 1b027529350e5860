import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';

const ROWS: readonly (readonly [capability: string, title: string])[] = [
  ['captures', 'Captures'],
  ['partialCapture', 'Less than authorized'],
  ['severalCaptures', 'Several captures of one authorization'],
  ['overCapture', 'More than authorized'],
  ['currencies', 'Currencies'],
  ['amountForm', 'Amount on the wire'],
  ['reportsAmount', 'Answer states the amount'],
  ['authentication', 'Proof of who asks'],
  ['reference', 'Your reference is'],
  ['lookupBy', 'Look-up by'],
  ['lookupDecides', 'Look-up decides a lost answer'],
  ['webhook', 'Notifications'],
];

/** What each provider can do, from the constants of its package. */
export function Matrix({ providers }: { readonly providers: readonly ProviderInfo[] }): ReactNode {
  return (
    <section className="panel matrix">
      <h2>What each can do</h2>
      <p className="aside">
        From <code>client.capabilities</code> of each package. “undocumented” means that the provider’s page does not
        say.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="What each provider can do">
        <table>
          <thead>
            <tr>
              <td />
              {providers.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([capability, title]) => (
              <tr key={capability}>
                <th scope="row">{title}</th>
                {providers.map(({ id, capabilities }) => (
                  <td key={id} data-value={String(capabilities[capability])}>
                    {written(capabilities[capability])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return 'nothing';
  return value.length > 12 ? `${value.length} of ISO 4217` : value.join(', ');
}
