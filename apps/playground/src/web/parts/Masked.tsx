import type { ReactNode } from 'react';

/** A string of a provider, as plain text, with masked parts set apart. */
export function Masked({ children }: { readonly children: string }): ReactNode {
  const parts = children.split(/(\[secret\]|%5Bsecret%5D)/);
  if (parts.length === 1) return children;
  return parts.map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className="masked" title="Masked: the value is never sent to this page">
        secret
      </span>
    ),
  );
}
