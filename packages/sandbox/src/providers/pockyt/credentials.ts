/**
 * What a client of the emulator needs. *page*: the two numbers are the page's defaults; *peer*: the token is the one
 * of the provider's published signing example. The token signs; it is never sent.
 */
export const credentials = {
  merchantNo: '200043',
  storeNo: '300014',
  token: '5cbfb079f15b150122261c8537086d77a',
} as const;
