import type { ComponentProps, ReactNode } from 'react';

/**
 * A button that does nothing while its job is in progress, and keeps the focus. A disabled one would lose it, and the
 * keyboard would start at the top of the page.
 */
export function BusyButton({
  busy,
  onClick,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { readonly busy: boolean }): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
