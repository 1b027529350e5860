/** Code to copy. `shown` holds no card number and no credential; `copied` runs as pasted. */
export interface Snippet {
  readonly shown: string;
  /** With `{{card.number}}` and `{{card.cvv}}`, which the page fills in from its own form: the server sends no card. */
  readonly copied: string;
}
