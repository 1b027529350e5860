import type { ReactNode } from 'react';

const ROAD = [
  ['Checked', 'what you ask, held against the provider’s rules'],
  ['Translated', 'into the provider’s own field names'],
  ['Signed', 'field by field, where the provider wants a signature'],
  ['Sent', 'once, and never again by itself'],
  ['Answered', 'or not: that is where it gets interesting'],
  ['Judged', 'with every comparison that was made'],
] as const;

/** Before the first run: the road that a capture takes. */
export function RunIntro({ onTry }: { readonly onTry: () => void }): ReactNode {
  return (
    <div className="run-intro">
      <h2>What you will see</h2>
      <ol>
        {ROAD.map(([step, what]) => (
          <li key={step}>
            <strong>{step}</strong> {what}
          </li>
        ))}
      </ol>
      <p>The worst case first: the provider takes the money, and its answer is lost on the way back.</p>
      <button type="button" className="quiet" onClick={onTry}>
        Lose an answer on purpose
      </button>
    </div>
  );
}
