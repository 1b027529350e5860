import type { ReactNode } from 'react';
import type { ResponseEvent } from '../../shared/run-event.ts';
import { Json } from '../parts/Json.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Step } from './Step.tsx';

/** The answer as it came. */
export function ResponseStep({ event }: { readonly event: ResponseEvent }): ReactNode {
  const { status, headers, body, read } = event;
  return (
    <Step
      title="Answered"
      description={
        read.length > 0 ? (
          <>
            The raw answer, masked. <mark>Marked</mark> is what the library read; it is loose about the rest.
          </>
        ) : (
          'The raw answer, masked. The library could read nothing in it.'
        )
      }
      meta={`HTTP ${status}`}
    >
      {body === '' ? (
        <p className="aside">The body is empty.</p>
      ) : (
        <Json text={body} label="Body of the answer" read={read} />
      )}
      <details>
        <summary>{headers.length} headers</summary>
        <Lines lines={headers} label="Headers of the answer" />
      </details>
    </Step>
  );
}
