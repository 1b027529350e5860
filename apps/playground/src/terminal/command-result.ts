/** What a command prints and ends with. */
export interface CommandResult {
  readonly output: string;
  /** 0 captured, pending or a dry run; 1 anything else that was sent or could have been; 2 a mistake in the call. */
  readonly exitCode: 0 | 1 | 2;
}
