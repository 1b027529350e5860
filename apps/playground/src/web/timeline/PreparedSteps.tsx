import type { ReactNode } from 'react';
import type { CheckedEvent, FieldsEvent, RequestEvent } from '../../shared/run-event.ts';
import { Json } from '../parts/Json.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Step } from './Step.tsx';

/** The accepted request, in the vocabulary of the library. */
export function CheckedStep(props: { readonly event: CheckedEvent; readonly provider: string }): ReactNode {
  const { event, provider } = props;
  return (
    <Step
      title="Checked"
      description={
        event.generatedReference
          ? `Valid for ${provider}. The library generated the missing reference, so that a lost response can be looked up.`
          : `Valid for ${provider}. Amounts are integers of minor units from here on.`
      }
    >
      <Lines lines={event.values} label="Checked request" />
    </Step>
  );
}

/** The request in the provider's field names. */
export function FieldsStep({ event }: { readonly event: FieldsEvent }): ReactNode {
  return (
    <Step
      title="Translated"
      description="The same request in the provider’s field names and amount format."
      meta={event.encoding}
    >
      <Lines lines={event.values} label="The provider’s fields" />
    </Step>
  );
}

/** The request as it is sent, byte for byte but for the secrets. */
export function RequestStep({ event }: { readonly event: RequestEvent }): ReactNode {
  const { method, url, headers, body } = event;
  return (
    <Step title="Sent" description="The exact request, with secrets masked. Sent exactly once, never retried.">
      <p className="request-line">
        <span className="method">{method}</span> <code>{url}</code>
      </p>
      <Lines lines={headers} label="Headers" />
      {body === undefined ? null : <Json source={body} label="Request body" />}
    </Step>
  );
}
