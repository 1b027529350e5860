/** A reference that nobody used before. */
export function newReference(): string {
  return `order-${crypto.randomUUID().slice(0, 8)}`;
}
