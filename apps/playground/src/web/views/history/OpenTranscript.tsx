import { useState, type ReactNode } from 'react';
import type { Run } from '../../state/runs.ts';
import { readTranscript } from './transcript.ts';

/** Opens a transcript from a file. It stays on this page: nothing of it is sent anywhere. */
export function OpenTranscript({ onOpen }: { readonly onOpen: (run: Run) => void }): ReactNode {
  const [refused, setRefused] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    const run = file && file.size < 1_000_000 ? readTranscript(await file.text()) : undefined;
    setRefused(run === undefined);
    if (run) onOpen(run);
  };
  return (
    <div className="open-transcript">
      <label htmlFor="transcript">Replay a transcript</label>
      <input
        id="transcript"
        type="file"
        accept="application/json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {refused ? (
        <p className="error" role="alert">
          This file is no transcript of the playground.
        </p>
      ) : null}
    </div>
  );
}
