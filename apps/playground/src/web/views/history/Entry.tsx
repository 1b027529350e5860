import { Download, Play, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { Status } from '../../parts/Status.tsx';
import { truthOf, type Run } from '../../state/runs.ts';
import { moneyLabelOf, verdictOf } from '../../state/verdict.ts';
import { refill } from './refill.ts';
import { openReplay } from './replayed.ts';
import { downloadTranscript } from './transcript.ts';

/** A run in one line, with its actions. */
export function Entry({ run }: { readonly run: Run }): ReactNode {
  const { request, title, at, key } = run;
  const verdict = verdictOf(run);
  const truth = truthOf(run);
  const label = `${title} at ${at.toLocaleTimeString()}`;
  const replayId = `replay-${key}`;
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
        <button type="button" className="quiet" aria-label={`Use in form: ${label}`} onClick={() => refill(run)}>
          <Send aria-hidden size={14} />
          Use in form
        </button>
      </span>
    </li>
  );
}
