import { useState, type ReactNode } from 'react';
import { openReplay } from './replayed.ts';
import { readTranscript } from './transcript.ts';

const ID = 'transcript';
const MAX_BYTES = 1_000_000;

/** Opens a transcript from a file. It stays on this page: nothing of it is sent anywhere. */
export function OpenTranscript(): ReactNode {
  const [refused, setRefused] = useState(false);
  const read = async (file: File): Promise<void> => {
    const text = file.size < MAX_BYTES ? await file.text().catch(() => '') : '';
    const run = readTranscript(text);
    setRefused(run === undefined);
    if (run) openReplay(run, ID);
  };
  return (
    <div className="open-transcript">
      <label htmlFor={ID}>Replay a transcript</label>
      <input
        id={ID}
        type="file"
        accept="application/json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void read(file);
          // A browser tells only of another choice: without this, the same file could not be opened twice.
          event.target.value = '';
        }}
      />
      {refused ? (
        <p className="error" role="alert">
          This file is no transcript of the playground.
        </p>
      ) : null}
    </div>
  );
}
