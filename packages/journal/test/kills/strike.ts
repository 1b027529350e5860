/** `SIGSTOP` is followed by `SIGCONT`, after the lease has run out. */
export type Strike = 'SIGKILL' | 'SIGSTOP';
