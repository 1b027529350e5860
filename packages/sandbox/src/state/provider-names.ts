/** The providers that the sandbox emulates. */
export const PROVIDERS = ['pockyt', 'paymentoptions', 'firstoken', 'payfull', 'freepayment'] as const;

/** One of the providers that the sandbox emulates. */
export type ProviderName = (typeof PROVIDERS)[number];
