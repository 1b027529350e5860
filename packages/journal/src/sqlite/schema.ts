/**
 * The schema, one step after the other; the version is the number of steps that were made. A step that was released is
 * never changed. The version is in a table of the journal's own, because `user_version` belongs to the application
 * whose file the journal may share.
 *
 * - `number` is the order in which operations were recorded.
 * - `lookup_due_at` is the later of the next lookup and the end of a claim to look up, so that a claimed one leaves the
 *   head of its index.
 * - Sums are kept in two halves, as a sum of amounts can exceed 64 bits.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE capture_operations (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    provider TEXT NOT NULL,
    key TEXT NOT NULL,
    minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    reference TEXT,
    authorization_id TEXT,
    request TEXT NOT NULL,
    given TEXT NOT NULL,
    known_capture_ids TEXT,
    additional INTEGER NOT NULL,
    single INTEGER NOT NULL,
    repeats TEXT,
    recorded_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    capture_id TEXT,
    reason TEXT,
    evidence TEXT,
    attempts INTEGER NOT NULL,
    lookups INTEGER NOT NULL,
    needs_decision INTEGER NOT NULL,
    decision TEXT,
    decided_at INTEGER,
    available_at INTEGER NOT NULL,
    next_lookup_at INTEGER,
    lookup_due_at INTEGER,
    lookup_token TEXT,
    lookup_until INTEGER,
    token TEXT,
    lease_until INTEGER,
    updated_at INTEGER NOT NULL,
    UNIQUE (key, account)
  ) STRICT;
  CREATE INDEX capture_by_state ON capture_operations (account, state, needs_decision, id);
  CREATE INDEX capture_by_reference ON capture_operations (reference, id) WHERE reference IS NOT NULL;
  CREATE INDEX capture_by_authorization ON capture_operations (authorization_id, id) WHERE authorization_id IS NOT NULL;
  CREATE INDEX capture_by_capture ON capture_operations (capture_id, id) WHERE capture_id IS NOT NULL;
  CREATE INDEX capture_by_repeated ON capture_operations (repeats, id) WHERE repeats IS NOT NULL;
  CREATE INDEX capture_to_send ON capture_operations (account, available_at) WHERE state = 'recorded';
  CREATE INDEX capture_to_expire ON capture_operations (account, lease_until) WHERE state = 'sending';
  CREATE INDEX capture_to_look_up ON capture_operations (account, lookup_due_at) WHERE lookup_due_at IS NOT NULL;
  CREATE INDEX capture_to_purge ON capture_operations (updated_at)
    WHERE state IN ('captured', 'declined', 'cancelled') AND needs_decision = 0;

  CREATE TABLE capture_events (
    operation_id TEXT NOT NULL REFERENCES capture_operations (id),
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT,
    at INTEGER NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (operation_id, sequence)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE capture_tallies (
    account TEXT NOT NULL,
    state TEXT NOT NULL,
    needs_decision INTEGER NOT NULL,
    currency TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    PRIMARY KEY (account, state, needs_decision, currency)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** The one row of what is true of the whole journal: the version of its schema and the last sequence of an event. */
export const META = `
  CREATE TABLE IF NOT EXISTS capture_journal (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO capture_journal VALUES (1, 0, 0);
`;
