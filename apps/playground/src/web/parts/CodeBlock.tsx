import type { ReactNode } from 'react';

/** Preformatted text that scrolls in itself and can be reached with the keyboard. */
export function CodeBlock({
  label,
  children,
  wrap = false,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly wrap?: boolean;
}): ReactNode {
  return (
    <pre className={wrap ? 'block wrap' : 'block'} tabIndex={0} role="region" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}
