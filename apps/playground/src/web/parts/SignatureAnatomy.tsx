import { useState, type ReactNode } from 'react';
import type { SignatureParts } from '../../shared/api.ts';
import { Masked } from './Masked.tsx';

/** A signature taken apart: the fields in order, the text that is made of them, the digest. A field and its piece of the text light up together. */
export function SignatureAnatomy({ signature }: { readonly signature: SignatureParts }): ReactNode {
  const [active, setActive] = useState<string>();
  const { fields, leftOut, pieces, digest } = signature;
  const light = (field: string | undefined) => ({
    'data-active': field !== undefined && field === active,
    onMouseEnter: () => setActive(field),
    onMouseLeave: () => setActive(undefined),
    onFocus: () => setActive(field),
    onBlur: () => setActive(undefined),
  });
  return (
    <div className="anatomy">
      <ol className="anatomy-fields" aria-label="Fields in the order in which they are signed">
        {fields.map(({ name, value }, i) => (
          <li key={name}>
            <button type="button" {...light(name)}>
              <span className="anatomy-place">{i + 1}</span>
              <span className="anatomy-name">{name}</span>
              <span className="anatomy-value">
                <Masked>{value}</Masked>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {leftOut.length > 0 ? (
        <p className="aside">Not signed: {leftOut.map(({ name, why }) => `${name} (${why})`).join(', ')}</p>
      ) : null}
      <p className="anatomy-title">The text that is signed</p>
      <p className="anatomy-text">
        {pieces.map(({ text, field }, i) => (
          <span key={i} className="piece" {...light(field)}>
            <Masked>{text}</Masked>
          </span>
        ))}
      </p>
      <p className="anatomy-title">The signature</p>
      <p className="anatomy-text">{digest ?? <Masked>[secret]</Masked>}</p>
    </div>
  );
}
