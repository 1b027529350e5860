import type { ReactNode } from 'react';
import type { SignatureEvent } from '../../shared/run-event.ts';
import { SignatureAnatomy } from '../parts/SignatureAnatomy.tsx';
import { Step } from './Step.tsx';

const WITHOUT: Readonly<Record<string, string>> = {
  'key header': 'This provider signs nothing: a key in a header proves who asks.',
  'basic header': 'This provider signs nothing: HTTP Basic proves who asks.',
};

/** How the proof of who asks is made. */
export function SignatureStep({ event }: { readonly event: SignatureEvent }): ReactNode {
  const { signature, authentication } = event;
  if (!signature)
    return (
      <Step
        title="Signed"
        description={WITHOUT[authentication] ?? 'This provider signs nothing.'}
        meta={authentication}
        mark="none"
      />
    );
  return (
    <Step
      title="Signed"
      description="Point at a field to see it in the text that is signed."
      meta={signature.algorithm}
    >
      <SignatureAnatomy signature={signature} />
    </Step>
  );
}
