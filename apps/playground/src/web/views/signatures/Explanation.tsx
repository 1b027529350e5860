import type { ReactNode } from 'react';
import type { SignatureResponse } from '../../../shared/api.ts';
import { SignatureAnatomy } from '../../parts/SignatureAnatomy.tsx';

/** What the search found, and how it should have been. */
export function Explanation({ answer }: { readonly answer: SignatureResponse }): ReactNode {
  const { matches, found, mistakes, summary, alternatives, searched, complete, correct } = answer;
  // Every trial has the length of some digest; what fits none of them was compared with nothing.
  const isNone = !matches && searched === 0 && complete;
  const title = matches
    ? 'The signature is right'
    : found
      ? 'Found: this mistake gives their signature'
      : isNone
        ? 'This is no signature'
        : 'None of the usual mistakes';
  return (
    <div className="explanation" data-found={matches || found}>
      <h2>{title}</h2>
      {found ? (
        <ul className="mistakes">
          {mistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
      ) : (
        <p>{isNone ? `One of this provider has ${correct.digest?.length} hexadecimal characters.` : summary}</p>
      )}
      {alternatives.length > 0 ? (
        <details>
          <summary>{alternatives.length} other explanations give the same signature</summary>
          <ul className="mistakes">
            {alternatives.map((several) => (
              <li key={several.join()}>{several.join(' And: ')}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="aside">
        {searched} signatures were tried{complete ? '' : ', and the search was cut short'}. Nothing is guessed: what is
        named gives exactly the signature that you pasted.
      </p>
      <h2>How it is made right</h2>
      <p className="aside">{correct.algorithm}. Point at a field to see it in the text.</p>
      <SignatureAnatomy signature={correct} />
    </div>
  );
}
