export type { AccountClient, Accounts, UnstoredFields } from './contract/accounts.ts';
export type {
  DecisionInput,
  EnqueueItem,
  Journal,
  JournalOptions,
  Received,
  RecordingOptions,
  RequestOf,
} from './contract/journal.ts';
export type {
  Decision,
  EventType,
  Evidence,
  Operation,
  OperationEvent,
  OperationReason,
  ReportedEvent,
} from './contract/operation.ts';
export type {
  Change,
  Claim,
  ClaimQuery,
  Json,
  MutableMembers,
  NewEvent,
  NewOperation,
  OperationFilter,
  Page,
  RecordOptions,
  RecordOutcome,
  Store,
  StoredOperation,
  Tally,
} from './contract/store.ts';
export type { AccountLimits, Progress, StoppedAccount, WorkOptions, WorkReport } from './contract/work.ts';
export {
  AuthorizationBusyError,
  InvalidJournalInputError,
  InvariantError,
  JournalError,
  type JournalErrorFacts,
  KeyReusedError,
  NotDecidableError,
  SchemaTooNewError,
  StoreError,
  UnknownAccountError,
  UnknownOperationError,
} from './errors/journal-errors.ts';
export { openJournal } from './journal/open-journal.ts';
export { LEASE_EXPIRED } from './states/lease-expired.ts';
export { type Cause, isLegal, type OperationState, type Transition, TRANSITIONS } from './states/transitions.ts';
