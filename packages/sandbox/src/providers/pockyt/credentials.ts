/**
 * The credentials a client needs. *documented*: the two numbers are the page's defaults. *third-party*: the token is
 * the one of the provider's published signing example. The token signs and is never sent.
 */
export const credentials = {
  merchantNo: '200043',
  storeNo: '300014',
  token: '5cbfb079f15b150122261c8537086d77a',
} as const;
