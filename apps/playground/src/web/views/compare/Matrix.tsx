import type { Capabilities } from '@capture/core';
import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';

const ROWS: readonly (readonly [capability: keyof Capabilities, title: string])[] = [
  ['captures', 'Captures'],
  ['partialCapture', 'Partial capture'],
  ['multipleCaptures', 'Multiple captures of one authorization'],
  ['overcapture', 'Overcapture'],
  ['currencies', 'Currencies'],
  ['amountForm', 'Amount on the wire'],
  ['reportsAmount', 'Response states the amount'],
  ['authentication', 'Authentication'],
  ['reference', 'Your reference is'],
  ['lookupBy', 'Lookup by'],
  ['uniqueKeys', 'Unique to one capture'],
  ['sharedKeys', 'Shared, decide with the known ids'],
  ['webhook', 'Notifications'],
];

const AMOUNT_FORMS: Readonly<Record<Capabilities['amountForm'], string>> = {
  'minor-integer': 'integer, minor units',
  'major-string': 'decimal string, major units',
  'major-number': 'number, major units',
};

/** The capabilities of every provider, from the constants of its package. */
export function Matrix({ providers }: { readonly providers: readonly ProviderInfo[] }): ReactNode {
  return (
    <section className="panel matrix">
      <h2>Capabilities</h2>
      <p className="aside">
        From <code>client.capabilities</code> of each package. “undocumented”: the provider’s page does not say.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Capabilities of each provider">
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
                    {capability === 'amountForm'
                      ? AMOUNT_FORMS[capabilities.amountForm]
                      : format(capabilities[capability])}
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

function format(value: Capabilities[keyof Capabilities]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (value.length === 0) return 'nothing';
  return value.length > 12 ? `${value.length} of ISO 4217` : value.join(', ');
}
