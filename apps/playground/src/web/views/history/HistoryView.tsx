import type { ReactNode } from 'react';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { Entry } from './Entry.tsx';
import './history.css';
import { OpenTranscript } from './OpenTranscript.tsx';
import { Replay } from './Replay.tsx';
import { replayed } from './replayed.ts';

/** The runs of this page. */
export function HistoryView(): ReactNode {
  const all = useStore(runs);
  const replay = useStore(replayed);
  return (
    <div className="history">
      <div className="view-head">
        <div>
          <h1>History</h1>
          <p className="lead">
            The runs of this page, kept in memory until it is closed or reloaded. A transcript holds everything that the
            page shows of a run, with secrets masked.
          </p>
        </div>
        <OpenTranscript />
      </div>
      {all.length === 0 ? <p className="empty">Nothing has been sent yet.</p> : null}
      <ol className="history-list" aria-label="Runs">
        {all.map((run) => (
          <Entry key={run.key} run={run} />
        ))}
      </ol>
      {replay ? <Replay {...replay} /> : null}
    </div>
  );
}
