/** A mistake in the arguments of a command. Its message names the field, never the value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
