import type { ReactNode } from 'react';

/** Text of a provider, as text only, with what is masked set apart. */
export function Masked({ children }: { readonly children: string }): ReactNode {
  const parts = children.split(/(\[secret\]|%5Bsecret%5D)/);
  if (parts.length === 1) return children;
  return parts.map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className="masked" title="Masked: it never reaches this page">
        secret
      </span>
    ),
  );
}

/** An address to look at, never opened by itself; it can be followed only where it is https. */
export function Address({ children }: { readonly children: string }): ReactNode {
  if (!children.startsWith('https://')) return <code>{children}</code>;
  return (
    <a href={children} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
