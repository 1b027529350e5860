/** Emits an event to a hook, whose mistakes cannot affect a payment. */
export function emit<E>(hook: ((event: E) => unknown) | undefined, event: () => E): void {
  if (!hook) return;
  try {
    const returned = hook(event());
    if (returned instanceof Promise) returned.catch(() => undefined);
  } catch {
    // The caller's hook would only fail again; the payment goes on.
  }
}
