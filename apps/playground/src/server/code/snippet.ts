/** Code to copy. What stands on the page holds no card number and no credential; what is copied runs as pasted. */
export interface Snippet {
  readonly shown: string;
  /** With `{{card.number}}` and `{{card.cvv}}`, which the page fills in from its own form: the server repeats no card. */
  readonly copied: string;
}
