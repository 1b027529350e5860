import type { ReactNode } from 'react';
import type { NamedValue } from '../../shared/run-event.ts';
import { Masked } from './Masked.tsx';

/** Names and values, one pair per line. */
export function Lines({ lines, label }: { readonly lines: readonly NamedValue[]; readonly label: string }): ReactNode {
  return (
    <dl className="lines" aria-label={label}>
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Masked>{value}</Masked>
          </dd>
        </div>
      ))}
    </dl>
  );
}
