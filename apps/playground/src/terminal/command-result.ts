/**
 * 0: known and as wished: captured, or nothing was to be sent. 1: known, and no money was moved by this capture. 2:
 * wrong arguments; nothing was sent. 3: in doubt: unknown, pending, or a lookup or notification that does not decide.
 */
export type ExitCode = 0 | 1 | 2 | 3;

/** The output and the exit code of a command. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: ExitCode;
}

/** The exit code of a status. A status that is not final is in doubt, whatever it says. */
export function exitCodeOf(status: string, isFinal = true): ExitCode {
  if (!isFinal) return 3;
  if (status === 'captured') return 0;
  return status === 'declined' || status === 'unsent' ? 1 : 3;
}
