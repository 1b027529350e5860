import type { ReactNode } from 'react';

/** The product name with its icon. */
export function Logo(): ReactNode {
  return (
    <span className="logo">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="8" className="logo-ground" />
        <path d="M21.5 11.2A7.2 7.2 0 1 0 21.5 20.8" className="logo-arc" />
        <circle cx="22.6" cy="16" r="2.3" className="logo-dot" />
      </svg>
      <span>
        Capture <span className="logo-light">playground</span>
      </span>
    </span>
  );
}
