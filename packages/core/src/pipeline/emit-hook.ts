/** Emits an event to a hook, whose mistakes cannot affect a payment. */
export function emit<E>(hook: ((event: E) => unknown) | undefined, event: () => E): void {
  if (!hook) return;
  try {
    // Any thenable, of any realm: an unhandled rejection would end the process.
    Promise.resolve(hook(event())).catch(() => undefined);
  } catch {
    // The caller's hook would only fail again; the payment goes on.
  }
}
