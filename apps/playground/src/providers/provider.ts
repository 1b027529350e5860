import type { CaptureClient, Hooks, LookupClient, WebhookClient } from '@capture/core';
import type { DefinedScheme } from '@capture/core/signing';
import type { ProviderName } from '@capture/sandbox';
import type { RequestField } from './request-field.ts';

/** A client of any provider, as the playground uses it. */
export type Client = CaptureClient<never> & LookupClient & Partial<WebhookClient>;

/** Credentials and base URL by option name, and what the playground adds. */
export type Target = Readonly<Record<string, unknown>> & { readonly hooks?: Hooks; readonly timeout?: number };

/** One provider as a user of its package meets it. */
export interface Provider {
  readonly id: ProviderName;
  /** The name that the provider goes by. */
  readonly title: string;
  readonly create: (target: Target) => Client;
  /** The request of the provider's page, in the vocabulary of the package. */
  readonly sample: Readonly<Record<string, unknown>>;
  /** The fields of a request, described for people, in the order in which a form shows them. */
  readonly fields: Readonly<Record<string, RequestField>>;
  /** The options that make up the credentials; each is read from the environment as `PROVIDER_OPTION`. */
  readonly credentials: readonly string[];
  /** How it signs, where it signs, and the option that is the secret. */
  readonly signature?: { readonly scheme: DefinedScheme; readonly secret: string };
  /** What the page's sample ends in. */
  readonly expected: 'captured' | 'pending';
}
