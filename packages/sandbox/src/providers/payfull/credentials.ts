/**
 * What a client of the emulator needs. *page*: the merchant is the placeholder that the page prints, so that its
 * example runs as printed. The page prints no password; this one is made up. It signs and is never sent.
 */
export const credentials = { merchant: 'merchant name', password: 'sandbox-payfull-password' } as const;
