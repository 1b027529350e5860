/**
 * The credentials a client needs. *documented*: the merchant is the placeholder of the page, so that its example runs
 * as printed. The page prints no password; this one is made up. It signs and is never sent.
 */
export const credentials = { merchant: 'merchant name', password: 'sandbox-payfull-password' } as const;
