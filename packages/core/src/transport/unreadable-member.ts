/** The trouble with a value of a response that is otherwise JSON. */
export type MemberTrouble = 'repeated_key' | 'inexact_number';

/**
 * Stands for a value that JSON states and that cannot be known: a number with more digits than a double holds, or a key
 * that occurs twice. A schema that reads the member refuses it like any wrong type, because it is an array, which no
 * member that counts may be; a member that is not read spoils nothing. Its text is a hint at a duplicate, so that a
 * refusal of which a part is hidden is never a plain decline.
 */
export class UnreadableMember extends Array<string> {
  // A copy is an ordinary array.
  static override readonly [Symbol.species] = Array;
  readonly trouble: MemberTrouble;

  constructor(trouble: MemberTrouble) {
    super(trouble === 'repeated_key' ? 'unreadable: duplicate key' : 'unreadable: inexact number');
    this.trouble = trouble;
  }
}
