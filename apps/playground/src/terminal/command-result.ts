/** The output and the exit code of a command. */
export interface CommandResult {
  readonly output: string;
  /** 0: captured, pending or a dry run. 1: any other result. 2: wrong arguments; nothing was sent. */
  readonly exitCode: 0 | 1 | 2;
}
