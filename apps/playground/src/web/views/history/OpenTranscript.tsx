import { useState, type ReactNode } from 'react';
import { openReplay } from './replayed.ts';
import { readTranscript } from './transcript.ts';

const ID = 'transcript';
const MAX_BYTES = 1_000_000;

/** Opens a transcript from a file. It stays on this page and is not sent anywhere. */
export function OpenTranscript(): ReactNode {
  const [refused, setRefused] = useState(false);
  const read = async (file: File): Promise<void> => {
    const json = file.size < MAX_BYTES ? await file.text().catch(() => '') : '';
    const run = readTranscript(json);
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
          // Browsers fire no event for the same file again; resetting the value allows it to be opened twice.
          event.target.value = '';
        }}
      />
      {refused ? (
        <p className="error" role="alert">
          Not a playground transcript.
        </p>
      ) : null}
    </div>
  );
}
