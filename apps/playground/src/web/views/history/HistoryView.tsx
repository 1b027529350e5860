import { Download, Play, Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Status } from '../../parts/Status.tsx';
import { change, changeValues } from '../../state/compose.ts';
import { resultOf, runs, truthOf, type Run } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { view } from '../../state/view.ts';
import './history.css';
import { OpenTranscript } from './OpenTranscript.tsx';
import { Replay } from './Replay.tsx';
import { downloadTranscript } from './transcript.ts';

/** The runs of this page, in memory only. */
export function HistoryView(): ReactNode {
  const all = useStore(runs);
  const [replayed, setReplayed] = useState<Run>();
  return (
    <div className="history">
      <div className="view-head">
        <div>
          <h1>History</h1>
          <p className="lead">
            The runs of this page, in memory only: closing or reloading it forgets them. A transcript holds what you see
            of a run, with every secret masked.
          </p>
        </div>
        <OpenTranscript onOpen={setReplayed} />
      </div>
      {all.length === 0 ? <p className="empty">Nothing was sent yet.</p> : null}
      <ol className="history-list" aria-label="Runs">
        {all.map((run) => (
          <Entry key={run.key} run={run} onReplay={() => setReplayed({ ...run })} />
        ))}
      </ol>
      {replayed ? <Replay run={replayed} onClose={() => setReplayed(undefined)} /> : null}
    </div>
  );
}

function Entry({ run, onReplay }: { readonly run: Run; readonly onReplay: () => void }): ReactNode {
  const { order, title, at } = run;
  const result = resultOf(run);
  const truth = truthOf(run);
  const what = `${title} at ${at.toLocaleTimeString()}`;
  return (
    <li className="history-entry">
      <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time>
      <span className="history-what">
        <strong>{title}</strong> {order.values['amount']} {order.values['amount.currency']}
        {order.fault === undefined ? null : <span className="chip">fault: {order.fault}</span>}
      </span>
      <span className="history-verdict">
        {result ? <Status of={result.status} /> : <span className="aside">{run.busy ?? 'no result'}</span>}
        {truth ? <span className="aside">{truth.moved ? 'truth: money moved' : 'truth: no money moved'}</span> : null}
      </span>
      <span className="history-acts">
        <button type="button" className="quiet" aria-label={`Replay ${what}`} onClick={onReplay}>
          <Play aria-hidden size={14} />
          Replay
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={`Download the transcript of ${what}`}
          onClick={() => downloadTranscript(run)}
        >
          <Download aria-hidden size={14} />
          Transcript
        </button>
        <button type="button" className="quiet" aria-label={`To the form: ${what}`} onClick={() => refill(run)}>
          <Send aria-hidden size={14} />
          To the form
        </button>
      </span>
    </li>
  );
}

/** The same order in the form again; nothing is sent before somebody presses the button. The card is the one that stands there. */
function refill({ order }: Run): void {
  change({ provider: order.provider, target: order.target, fault: order.fault ?? '', issues: [] });
  changeValues(order.provider, order.values);
  view.set('capture');
}
