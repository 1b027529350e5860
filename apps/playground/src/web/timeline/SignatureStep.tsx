import type { Capabilities } from '@capture/core';
import type { ReactNode } from 'react';
import type { SignatureEvent } from '../../shared/run-event.ts';
import { SignatureAnatomy } from '../parts/SignatureAnatomy.tsx';
import { Step } from './Step.tsx';

const WITHOUT_SIGNATURE: Readonly<Record<Capabilities['authentication'], string>> = {
  'body-signature': 'This request is not signed.',
  'key-header': 'This provider does not sign requests: a key in a header authenticates them.',
  'basic-header': 'This provider does not sign requests: HTTP Basic authenticates them.',
};

/** The authentication of the request: its signature taken apart, if it has one. */
export function SignatureStep({ event }: { readonly event: SignatureEvent }): ReactNode {
  const { signature, authentication } = event;
  if (!signature)
    return <Step title="Signed" description={WITHOUT_SIGNATURE[authentication]} meta={authentication} mark="none" />;
  return (
    <Step
      title="Signed"
      description="Hover or focus a field to find it in the signed string."
      meta={signature.algorithm}
    >
      <SignatureAnatomy signature={signature} />
    </Step>
  );
}
