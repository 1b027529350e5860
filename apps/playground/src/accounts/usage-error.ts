/** A mistake in how the command was called. Its message names the field, never the value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
