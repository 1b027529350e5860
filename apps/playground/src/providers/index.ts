import { money, type CaptureClient, type Hooks, type LookupClient, type WebhookClient } from '@capture/core';
import { createFirstoken, type FirstokenOptions } from '@capture/firstoken';
import { createFreepayment, type FreepaymentOptions } from '@capture/freepayment';
import { createPayfull, payfullScheme, type PayfullOptions } from '@capture/payfull';
import { createPaymentOptions, type PaymentOptionsOptions } from '@capture/paymentoptions';
import { createPockyt, pockytScheme, type PockytOptions } from '@capture/pockyt';
import type { DefinedScheme } from '@capture/core/signing';

/** A client of any provider, as the playground uses it. */
export type Client = CaptureClient<never> & LookupClient & Partial<WebhookClient>;

/** Credentials and base URL by option name, and what the playground adds. */
export type Target = Readonly<Record<string, unknown>> & { readonly hooks?: Hooks; readonly timeout?: number };

/** One provider as a user of its package meets it. */
export interface Provider {
  readonly id: ProviderId;
  /** The name that the provider goes by. */
  readonly title: string;
  readonly create: (target: Target) => Client;
  /** The request of the provider's page, in the vocabulary of the package. */
  readonly sample: Readonly<Record<string, unknown>>;
  /** The options that make up the credentials; each is read from the environment as `PROVIDER_OPTION`. */
  readonly credentials: readonly string[];
  /** How it signs, where it signs, and the option that is the secret. */
  readonly signature?: { readonly scheme: DefinedScheme; readonly secret: string };
  /** What the page's sample ends in. */
  readonly expected: 'captured' | 'pending';
}

/** The ids of the five providers. */
export type ProviderId = 'pockyt' | 'paymentoptions' | 'firstoken' | 'payfull' | 'freepayment';

/** The five providers with the samples of their pages. */
export const PROVIDERS: readonly Provider[] = [
  {
    id: 'pockyt',
    title: 'Pockyt',
    create: (target) => createPockyt(target as PockytOptions),
    credentials: ['merchantNo', 'storeNo', 'token'],
    signature: { scheme: pockytScheme, secret: 'token' },
    expected: 'captured',
    sample: {
      amount: money('300', 'USD'),
      card: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
      reference: '1699583693607',
      customerNo: '2000299440486216204525',
      notes: 'test note',
    },
  },
  {
    id: 'paymentoptions',
    title: 'PaymentOptions',
    create: (target) => createPaymentOptions(target as PaymentOptionsOptions),
    credentials: ['apiKey', 'authorization', 'merchantId', 'baseUrl'],
    expected: 'captured',
    sample: {
      authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
      amount: money('1000', 'JPY'),
      notes: 'Capturing authorised amount',
    },
  },
  {
    id: 'firstoken',
    title: 'Firstoken',
    create: (target) => createFirstoken(target as FirstokenOptions),
    credentials: ['apiKey'],
    expected: 'pending',
    sample: {
      authorizationId: '0001708980782641783611',
      amount: money('1000', 'COP'),
      reference: '123456789',
      installments: 1,
      clientIp: '12.7.8.120',
    },
  },
  {
    id: 'payfull',
    title: 'Payfull',
    create: (target) => createPayfull(target as PayfullOptions),
    credentials: ['merchant', 'password', 'baseUrl'],
    signature: { scheme: payfullScheme, secret: 'password' },
    expected: 'captured',
    sample: {
      authorizationId: 'T4U_8d8125d10a_481a77f38',
      amount: money('23.02', 'TRY'),
      clientIp: '192.168.1.1',
      language: 'tr',
      notes: 'just any passive data',
    },
  },
  {
    id: 'freepayment',
    title: 'freepayment.online',
    create: (target) => createFreepayment(target as FreepaymentOptions),
    credentials: ['shopId', 'secretKey'],
    expected: 'captured',
    sample: { authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } },
  },
];

/** A provider by its id. */
export function providerById(id: string): Provider | undefined {
  return PROVIDERS.find((provider) => provider.id === id);
}
