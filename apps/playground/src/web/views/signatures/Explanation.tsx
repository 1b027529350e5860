import type { ReactNode } from 'react';
import type { SignatureResponse } from '../../../shared/api.ts';
import { SignatureAnatomy } from '../../parts/SignatureAnatomy.tsx';

/** The outcome of a search, and the correct signature. */
export function Explanation(props: {
  readonly response: SignatureResponse;
  readonly provider: string;
  /** The length of the pasted signature. */
  readonly length: number;
}): ReactNode {
  const { response, provider, length } = props;
  const { matches, found, mistakes, summary, alternatives, searched, complete, correct } = response;
  // Every attempt has the length of a digest, so a pasted string of another length was compared with none.
  const isOther = !matches && searched === 0 && complete;
  return (
    <div className="explanation" data-found={matches || found}>
      <h2>{headingOf(response, isOther, provider)}</h2>
      {found ? (
        <ul className="mistakes">
          {mistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
      ) : (
        <p>{isOther ? `Expected ${correct.digest?.length} hex characters, got ${length}.` : summary}</p>
      )}
      {alternatives.length > 0 ? (
        <details>
          <summary>Other explanations of the same signature: {alternatives.length}</summary>
          <ul className="mistakes">
            {alternatives.map((several) => (
              <li key={several.join()}>{several.join(' And: ')}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="aside">
        {found ? 'Verified: this mistake reproduces your signature exactly. ' : ''}
        Signatures tried: {searched}
        {complete ? '.' : ', before the search reached its limit.'}
      </p>
      <h2>The correct signature, step by step</h2>
      <p className="aside">{correct.algorithm}. Hover or focus a field to find it in the signed string.</p>
      <SignatureAnatomy signature={correct} />
    </div>
  );
}

function headingOf({ matches, found }: SignatureResponse, isOther: boolean, provider: string): string {
  if (matches) return 'The signature is correct';
  if (found) return 'Found: this mistake produces your signature';
  return isOther ? `Not a ${provider} signature` : 'No known mistake found';
}
