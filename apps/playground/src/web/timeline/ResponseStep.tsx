import type { ReactNode } from 'react';
import type { ResponseEvent } from '../../shared/run-event.ts';
import { Json } from '../parts/Json.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Step } from './Step.tsx';

/** The response as it arrived. */
export function ResponseStep({ event }: { readonly event: ResponseEvent }): ReactNode {
  const { status, headers, body, read } = event;
  return (
    <Step
      title="Response"
      description={
        read.length > 0 ? (
          <>
            The raw response, masked. <mark>Highlighted</mark> fields were read by the library. The rest is ignored.
          </>
        ) : (
          'The raw response, masked. The library could not read any field of it.'
        )
      }
      meta={`HTTP ${status}`}
    >
      {body === '' ? (
        <p className="aside">The body is empty.</p>
      ) : (
        <Json source={body} label="Response body" read={read} />
      )}
      <details>
        <summary>{headers.length} headers</summary>
        <Lines lines={headers} label="Response headers" />
      </details>
    </Step>
  );
}
