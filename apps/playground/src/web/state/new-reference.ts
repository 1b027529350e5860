/** A new, unique reference. */
export function newReference(): string {
  return `order-${crypto.randomUUID().slice(0, 8)}`;
}
