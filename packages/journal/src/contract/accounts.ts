import type { CaptureClient, LookupClient, WebhookClient } from '@capture/core';
import type { Operation } from './operation.ts';

/** A client of any provider. Its `lookup` and `webhook` are used where it has them. */
export type AccountClient = CaptureClient<never> & Partial<LookupClient & WebhookClient>;

/** The accounts of a journal by their labels: two shops at one provider are two accounts. */
export type Accounts = Readonly<Record<string, AccountClient>>;

/** Supplies what may not be stored, such as a card, at the moment of sending: the missing fields of the request. */
export type UnstoredFields = (operation: Operation) => object | Promise<object>;
