import { useState, type ReactNode } from 'react';
import type { SignatureParts } from '../../shared/api.ts';
import { Masked } from './Masked.tsx';

/** A signature taken apart: ordered fields, signed string, digest. A field and its piece are highlighted together. */
export function SignatureAnatomy({ signature }: { readonly signature: SignatureParts }): ReactNode {
  const [active, setActive] = useState<string>();
  const { fields, leftOut, pieces, digest } = signature;
  const highlight = (field: string | undefined) => ({
    'data-active': field !== undefined && field === active,
    onMouseEnter: () => setActive(field),
    onMouseLeave: () => setActive(undefined),
    onFocus: () => setActive(field),
    onBlur: () => setActive(undefined),
  });
  return (
    <div className="anatomy">
      <ol className="anatomy-fields" aria-label="Fields in signing order">
        {fields.map(({ name, value }, i) => (
          <li key={name}>
            <button type="button" {...highlight(name)}>
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
      <p className="anatomy-title">Signed string</p>
      <p className="anatomy-text">
        {pieces.map(({ text, field }, i) => (
          <span key={i} className="piece" {...highlight(field)}>
            <Masked>{text}</Masked>
          </span>
        ))}
      </p>
      <p className="anatomy-title">Signature</p>
      <p className="anatomy-text">{digest ?? <Masked>[secret]</Masked>}</p>
    </div>
  );
}
