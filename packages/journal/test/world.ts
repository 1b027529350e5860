import { money } from '@capture/core';
import { createFirstoken } from '@capture/firstoken';
import { createFreepayment } from '@capture/freepayment';
import { createPayfull } from '@capture/payfull';
import { createPaymentOptions } from '@capture/paymentoptions';
import { createPockyt } from '@capture/pockyt';
import { createSandbox, type ProviderName, type SandboxOptions } from '@capture/sandbox';
import { type Accounts, type JournalOptions, openJournal } from '../src/index.ts';
import { MemoryStore } from './simulation/memory-store.ts';
import { VirtualClock } from './virtual-clock.ts';

/** The card that the page of Pockyt publishes for tests. */
export const card = { number: '4111111111111111', cvv: '790', expiryMonth: '08', expiryYear: '2030' };

/** Captures of authorizations that exist in a new sandbox. */
export const requests = {
  payfull: {
    authorizationId: 'T4U_8d8125d10a_481a77f38',
    amount: money('23.02', 'TRY'),
    clientIp: '192.168.1.1',
  },
  freepayment: { authorizationId: '1-310b0da80b', amount: money('0.50', 'USD') },
  firstoken: {
    authorizationId: '0001708980782641783611',
    amount: money('1000.00', 'COP'),
    reference: 'order-1',
    clientIp: '12.7.8.120',
  },
  paymentoptions: {
    authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
    amount: money('1000', 'JPY'),
  },
  pockyt: {
    amount: money('300.50', 'USD'),
    card,
    reference: 'order-1042',
    customerNo: '2000299440486216204525',
    goodsInfo: {
      name: 'Ticket',
      quantity: 1,
      category: 'DIGITAL_GOODS',
      description: 'One day, one person',
      amount: '300.50',
    },
    ipnUrl: 'https://shop.example/pockyt/notify',
    callbackUrl: 'https://shop.example/thanks?status={status}',
  },
} as const;

/** A sandbox with five accounts, a store in memory and a clock that waits for nothing. */
export function createWorld(options: SandboxOptions = {}) {
  const clock = new VirtualClock();
  const store = new MemoryStore({ now: () => clock.now() });
  const sandbox = createSandbox(options);
  const fetch: typeof globalThis.fetch = (...request) => clock.during(() => sandbox.fetch(...request));
  const { credentials } = sandbox;
  const accounts = {
    payfull: createPayfull({ baseUrl: 'https://shop.payfull.com', ...credentials.payfull, fetch }),
    freepayment: createFreepayment({
      environment: 'live',
      ...credentials.freepayment,
      publicKey: sandbox.notifications.publicKey,
      fetch,
    }),
    firstoken: createFirstoken({ environment: 'live', ...credentials.firstoken, fetch }),
    paymentoptions: createPaymentOptions({ environment: 'sandbox', ...credentials.paymentoptions, fetch }),
    pockyt: createPockyt({ environment: 'sandbox', ...credentials.pockyt, fetch }),
  };
  return {
    clock,
    store,
    sandbox,
    accounts,
    fetch,
    /** Opens a journal on the store of this world: another process, if it is opened twice. */
    open: (given: Partial<JournalOptions<typeof accounts>> = {}) => openJournal({ store, accounts, clock, ...given }),
    /** Opens a journal with other accounts. */
    openWith: <A extends Accounts>(own: A, given: Partial<JournalOptions<A>> = {}) =>
      openJournal<A>({ store, accounts: own, clock, ...given }),
    /** The captures that the provider really executed. */
    executed: (provider: ProviderName) =>
      sandbox.truth.captures({ provider }).filter(({ state }) => state === 'captured' || state === 'pending'),
    /** New authorizations at a provider. */
    authorize: (
      provider: Exclude<ProviderName, 'pockyt'>,
      count: number,
      amount: { minor: number; currency: string },
    ) => Array.from({ length: count }, () => sandbox.authorize({ provider, amount }).id),
  };
}
