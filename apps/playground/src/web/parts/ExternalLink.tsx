import type { ReactNode } from 'react';

/** A URL of a provider. It becomes a link only if it is https, and is never opened without a click. */
export function ExternalLink({ children }: { readonly children: string }): ReactNode {
  if (!children.startsWith('https://')) return <code>{children}</code>;
  return (
    <a href={children} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
