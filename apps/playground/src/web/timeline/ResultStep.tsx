import type { ReactNode } from 'react';
import type { NamedValue, ResultEvent, Status as StatusName } from '../../shared/run-event.ts';
import { Checks } from '../parts/Checks.tsx';
import { CodeBlock } from '../parts/CodeBlock.tsx';
import { ExternalLink } from '../parts/ExternalLink.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Masked } from '../parts/Masked.tsx';
import { Status } from '../parts/Status.tsx';
import { comparisonsOf } from './comparisons.ts';
import { nothingToCheck } from './nothing-to-check.ts';
import { Step } from './Step.tsx';

const DESCRIPTIONS: Readonly<Record<StatusName, (provider: string) => string>> = {
  captured: (provider) => `${provider} confirmed this payment and this amount.`,
  pending: (provider) => `${provider} accepted the capture, but it is not final.`,
  declined: (provider) => `${provider} declined the capture. No money moved.`,
  unsent: () => 'The request never left this machine. No money moved.',
  unknown: () => 'Money may have moved. Do not send it again: look up the outcome.',
};

/** The verdict and its evidence. */
export function ResultStep(props: {
  readonly event: ResultEvent;
  readonly provider: string;
  readonly httpStatus: number | undefined;
}): ReactNode {
  const { event, provider, httpStatus } = props;
  const { status, error, nextAction, json } = event;
  const checks = comparisonsOf(event);
  const explanation = checks.length === 0 ? nothingToCheck(event, provider, httpStatus) : undefined;
  return (
    <Step title="Verdict" description={DESCRIPTIONS[status](provider)} meta={<Status of={status} />} mark={status}>
      <Checks checks={checks} caption="Comparisons behind the verdict" />
      {explanation === undefined ? null : (
        <p className="aside">
          <Masked>{explanation}</Masked>
        </p>
      )}
      <Lines lines={factsOf(event)} label="Result" />
      {error ? (
        <div className="advice">
          <p>
            <strong>{error.advice}</strong>
          </p>
          {error.providerMessage === undefined ? null : (
            <p>
              Message of the provider:{' '}
              <q>
                <Masked>{error.providerMessage}</Masked>
              </q>
            </p>
          )}
        </div>
      ) : null}
      {nextAction === undefined ? null : (
        <p>
          The customer must open <ExternalLink>{nextAction}</ExternalLink>
        </p>
      )}
      <details>
        <summary>Complete result as JSON</summary>
        <CodeBlock label="Result as JSON">
          <Masked>{json}</Masked>
        </CodeBlock>
      </details>
    </Step>
  );
}

function factsOf({ captureId, reference, live, reported, amountCheck, reason, error }: ResultEvent): NamedValue[] {
  const facts: [name: string, value: string | undefined][] = [
    ['captureId', captureId],
    ['reference', reference],
    ['live', live === undefined ? 'not shown by the response or the host' : live ? 'true' : 'false, a test'],
    ['reportedAmount', reported && `${reported.major} ${reported.currency}`],
    ['amountCheck', amountCheck],
    ['reason', reason],
    ['error.code', error?.code],
    ['error.category', error?.category],
    ['error.moneyMoved', error?.moneyMoved],
    ['error.providerCode', error?.providerCode],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
