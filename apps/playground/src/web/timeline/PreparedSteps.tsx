import type { ReactNode } from 'react';
import type { CheckedEvent, FieldsEvent, RequestEvent } from '../../shared/run-event.ts';
import { Json } from '../parts/Json.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Step } from './Step.tsx';

/** What the library took, in its own vocabulary. */
export function CheckedStep({ event }: { readonly event: CheckedEvent }): ReactNode {
  return (
    <Step
      title="Checked"
      description={
        event.generatedReference
          ? 'The request keeps the provider’s rules. You gave no reference, so the library made one: a lost answer can be looked up with it.'
          : 'The request keeps the provider’s rules. Amounts are whole minor units from here on; no float ever touches them.'
      }
    >
      <Lines lines={event.values} label="Checked request" />
    </Step>
  );
}

/** The same in the provider’s words. */
export function FieldsStep({ event }: { readonly event: FieldsEvent }): ReactNode {
  return (
    <Step
      title="Translated"
      description="The same in the provider’s own field names and its own way to write an amount."
      meta={event.encoding}
    >
      <Lines lines={event.values} label="The provider’s fields" />
    </Step>
  );
}

/** What goes out, byte for byte but for the secrets. */
export function RequestStep({ event }: { readonly event: RequestEvent }): ReactNode {
  const { method, url, headers, body } = event;
  return (
    <Step
      title="Sent"
      description="The exact request, secrets masked. It is sent once; a capture is never repeated by itself."
    >
      <p className="request-line">
        <span className="method">{method}</span> <code>{url}</code>
      </p>
      <Lines lines={headers} label="Headers" />
      {body === undefined ? null : <Json text={body} label="Body of the request" />}
    </Step>
  );
}
