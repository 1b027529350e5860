import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EvidenceCheck } from '../../shared/run-event.ts';
import { Masked } from './Masked.tsx';

/** The comparisons that a verdict is based on. */
export function Checks({
  checks,
  caption,
}: {
  readonly checks: readonly EvidenceCheck[];
  readonly caption: string;
}): ReactNode {
  if (checks.length === 0) return null;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="checks">
        <thead>
          <tr>
            <th scope="col">Compared</th>
            <th scope="col">Expected</th>
            <th scope="col">Found</th>
            <th scope="col">
              <span className="sr-only">Agrees</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ field, expected, found, agrees }, i) => (
            <tr key={i} data-agrees={agrees}>
              <th scope="row">{field}</th>
              <td>
                <Masked>{expected}</Masked>
              </td>
              <td>
                <Masked>{found}</Masked>
              </td>
              <td>{agrees ? <Check aria-label="agrees" size={16} /> : <X aria-label="does not agree" size={16} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
