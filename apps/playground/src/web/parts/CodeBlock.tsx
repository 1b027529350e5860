import type { ReactNode } from 'react';

/** A preformatted block that scrolls on its own and can be reached with the keyboard. */
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
