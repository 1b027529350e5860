import { Download, Play, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { focusAfterRender, lostFocus } from '../../parts/focus-after-render.ts';
import { Status } from '../../parts/Status.tsx';
import { useProvider } from '../../state/catalog.ts';
import { truthOf, type Run } from '../../state/runs.ts';
import { canLookUp, moneyLabelOf, verdictOf } from '../../state/verdict.ts';
import { LookupButton } from '../../timeline/LookupButton.tsx';
import { refill } from './refill.ts';
import { openReplay } from './replayed.ts';
import { downloadTranscript } from './transcript.ts';

/** A run in one line, with its actions. */
export function Entry({ run }: { readonly run: Run }): ReactNode {
  const { request, title, at, key } = run;
  const provider = useProvider(request.provider);
  const verdict = verdictOf(run);
  const truth = truthOf(run);
  const label = `${title} at ${at.toLocaleTimeString()}`;
  const replayId = `replay-${key}`;
  // The lookup button disappears with a final outcome.
  const focusReplay = (): void => focusAfterRender(() => lostFocus() && document.getElementById(replayId));
  return (
    <li className="history-entry">
      <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time>
      <span className="history-capture">
        <strong>{title}</strong> {request.values['amount']} {request.values['amount.currency']}
        {request.fault === undefined ? null : <span className="chip">fault: {request.fault}</span>}
      </span>
      <span className="history-verdict">
        {verdict ? <Status of={verdict.status} /> : <span className="aside">{run.busy ?? 'no result'}</span>}
        {verdict?.was === undefined ? null : <span className="aside">was {verdict.was}, looked up</span>}
        {truth ? <span className="aside">sandbox: {moneyLabelOf(run, truth.captures)}</span> : null}
      </span>
      <span className="history-actions">
        {canLookUp(run) ? (
          <LookupButton run={run} label={`Look up outcome: ${label}`} onEnd={focusReplay}>
            {run.busy === 'looking up' ? 'Looking up…' : 'Look up outcome'}
          </LookupButton>
        ) : null}
        <button
          type="button"
          className="quiet"
          id={replayId}
          aria-label={`Replay ${label}`}
          onClick={() => openReplay({ ...run }, replayId)}
        >
          <Play aria-hidden size={14} />
          Replay
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={`Download the transcript of ${label}`}
          onClick={() => downloadTranscript(run)}
        >
          <Download aria-hidden size={14} />
          Transcript
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={`Use in form: ${label}`}
          onClick={() => void refill(run, provider)}
        >
          <Send aria-hidden size={14} />
          Use in form
        </button>
      </span>
    </li>
  );
}
