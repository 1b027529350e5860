import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api.ts';
import { Json } from '../../parts/Json.tsx';
import { Status } from '../../parts/Status.tsx';
import { eventOf, resultOf, truthOf, type Run } from '../../state/runs.ts';
import { moneyLabel } from '../../state/verdict.ts';

/** The capture of one provider: request, response and result, or the problem that it ended in. */
export function Column(props: {
  readonly title: string;
  readonly run: Run | undefined;
  readonly problem: Problem | undefined;
}): ReactNode {
  const { title, run, problem } = props;
  const result = run && resultOf(run);
  const request = run && eventOf(run.events, 'request');
  const response = run && eventOf(run.events, 'response');
  const truth = run && truthOf(run);
  return (
    <section className="column" aria-label={title}>
      <h2>{title}</h2>
      {result ? (
        <p className="column-verdict">
          <Status of={result.status} />
          <span className="mono">
            {result.requested.major} {result.requested.currency}
          </span>
        </p>
      ) : (
        <p className={problem ? 'error' : 'aside'}>{problem?.message ?? 'waiting…'}</p>
      )}
      {truth ? <p className="aside">In the sandbox: {moneyLabel(truth)}.</p> : null}
      {request ? (
        <>
          <h3>Request</h3>
          <p className="request-line">
            <span className="method">{request.method}</span> <code>{pathOf(request.url)}</code>
          </p>
          <Json source={request.body ?? ''} label={`Request to ${title}`} />
        </>
      ) : null}
      <h3>Response{response ? <span className="meta"> HTTP {response.status}</span> : null}</h3>
      {response ? (
        <Json source={response.body} label={`Response of ${title}`} read={response.read} />
      ) : (
        <p className="aside">{result || problem ? 'none' : '…'}</p>
      )}
      {result ? (
        <>
          <h3>Result</h3>
          <dl className="column-facts">
            {Object.entries({
              captureId: result.captureId,
              amountCheck: result.amountCheck,
              reason: result.reason,
              'error.code': result.error?.code,
            }).map(([name, value]) =>
              value === undefined ? null : (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="mono">{value}</dd>
                </div>
              ),
            )}
          </dl>
        </>
      ) : null}
    </section>
  );
}

/** The path as the provider documents it, without the prefix of the sandbox. */
function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/^\/(?:~[a-z0-9-]+\/)?[a-z]+/, '') : url;
}
