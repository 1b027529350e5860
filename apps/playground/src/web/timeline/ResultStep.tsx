import type { ReactNode } from 'react';
import type { ResultEvent, Status as StatusName } from '../../shared/run-event.ts';
import { Checks } from '../parts/Checks.tsx';
import { CodeBlock } from '../parts/CodeBlock.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Address, Masked } from '../parts/Masked.tsx';
import { Status } from '../parts/Status.tsx';
import { Step } from './Step.tsx';

const SAYS: Readonly<Record<StatusName, string>> = {
  captured: 'The provider clearly said that this payment and this amount are captured.',
  pending: 'The provider accepted it, and it is not final. This is not money yet.',
  declined: 'The provider clearly refused. Surely no money moved by this request.',
  unsent: 'It never left this machine. Surely no money moved.',
  unknown: 'Money may have moved. Do not send again: look it up.',
};

/** The verdict and why. */
export function ResultStep({ event }: { readonly event: ResultEvent }): ReactNode {
  const { status, checks, error, nextAction, json } = event;
  return (
    <Step title="Judged" description={SAYS[status]} meta={<Status of={status} />} mark={status}>
      <Checks checks={checks} caption="Comparisons that led to the verdict" />
      {checks.length === 0 && status === 'unknown' ? (
        <p className="aside">There was nothing to compare: no readable answer came. That is the evidence.</p>
      ) : null}
      <Lines lines={factsOf(event)} label="Result" />
      {error ? (
        <div className="advice">
          <p>
            <strong>{error.advice}</strong>
          </p>
          {error.providerMessage === undefined ? null : (
            <p>
              The provider’s words:{' '}
              <q>
                <Masked>{error.providerMessage}</Masked>
              </q>
            </p>
          )}
        </div>
      ) : null}
      {nextAction === undefined ? null : (
        <p>
          The customer has to open <Address>{nextAction}</Address>
        </p>
      )}
      <details>
        <summary>The whole result as JSON</summary>
        <CodeBlock label="Result as JSON">
          <Masked>{json}</Masked>
        </CodeBlock>
      </details>
    </Step>
  );
}

function factsOf({ captureId, reference, reported, amountCheck, stage, error }: ResultEvent) {
  const facts: [name: string, value: string | undefined][] = [
    ['captureId', captureId],
    ['reference', reference],
    ['reportedAmount', reported && `${reported.major} ${reported.currency}`],
    ['amountCheck', amountCheck],
    ['stage', stage],
    ['error.code', error?.code],
    ['error.category', error?.category],
    ['error.moneyMoved', error?.moneyMoved],
    ['error.providerCode', error?.providerCode],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
