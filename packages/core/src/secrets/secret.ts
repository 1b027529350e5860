const MARKER = Symbol.for('@capture/core/Secret');
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
/** @internal Stands in place of a secret. */
export const MASK = '[secret]';

/**
 * A value that prints as `[secret]` everywhere: `String`, templates, `JSON.stringify`, `console.log`, `util.inspect`
 * with hidden fields, `structuredClone` (which copies nothing). {@link Secret.reveal} is the only way out, so that a
 * search for `reveal(` finds every use of a password, token or card number.
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

  /** Recognises a `Secret`, also one of another copy of this package. */
  static is(value: unknown): value is Secret {
    return typeof value === 'object' && value !== null && MARKER in value;
  }

  /** Returns the value itself, for signing or sending. Never log it. */
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

/** @internal Returns the plain value of a string or a secret. */
export function unwrap(value: string | Secret): string {
  return Secret.is(value) ? value.reveal() : value;
}
