import type { ReactNode } from 'react';

/** The name with its sign. */
export function Mark(): ReactNode {
  return (
    <span className="mark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="8" className="mark-ground" />
        <path d="M21.5 11.2A7.2 7.2 0 1 0 21.5 20.8" className="mark-arc" />
        <circle cx="22.6" cy="16" r="2.3" className="mark-dot" />
      </svg>
      <span>
        Capture <span className="mark-light">playground</span>
      </span>
    </span>
  );
}
