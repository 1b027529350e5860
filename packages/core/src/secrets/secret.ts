const MARKER = Symbol.for('@capture/core/Secret');
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
/** @internal What stands in place of a secret. */
export const MASK = '[secret]';

/**
 * A value that prints as `[secret]` in every way of printing: `String`, templates, `JSON.stringify`, `console.log`, `util.inspect` with
 * hidden fields, `structuredClone` (which copies nothing). {@link Secret.reveal} is the only way out, so that a search for `reveal(` finds
 * every place where a password, token or card number is used.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    Object.freeze(this);
  }

  static {
    Object.defineProperty(this.prototype, MARKER, { value: true });
  }

  /** Whether a value is a `Secret`, also one made by another copy of this package. */
  static is(value: unknown): value is Secret {
    return typeof value === 'object' && value !== null && MARKER in value;
  }

  /** The value itself, for signing or sending. Never log what this returns. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [INSPECT](): string {
    return MASK;
  }
}

/** @internal The plain value of a string or a secret. */
export function unwrap(value: string | Secret): string {
  return Secret.is(value) ? value.reveal() : value;
}
