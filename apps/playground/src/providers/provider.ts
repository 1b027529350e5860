import type { CaptureClient, ClientHooks, LookupClient, WebhookClient } from '@capture/core';
import type { DefinedScheme } from '@capture/core/signing';
import type { ProviderName, Sandbox } from '@capture/sandbox';
import type { RequestField } from './request-field.ts';

/** A client of any provider, as the playground uses it. */
export type Client = CaptureClient<never> & LookupClient & Partial<WebhookClient>;

/** The options of a client: credentials and base URL by option name, and what the playground adds. */
export type ClientOptions = Readonly<Record<string, unknown>> & {
  readonly hooks?: ClientHooks;
  readonly timeout?: number;
};

/** Everything that the playground knows about a provider: the one place for what distinguishes it from the others. */
export interface Provider {
  readonly id: ProviderName;
  /** The name that the provider is known by. */
  readonly title: string;
  /** The name of the package's factory, for generated code. */
  readonly factory: string;
  readonly create: (options: ClientOptions) => Client;
  /** The request of the provider's page, in the vocabulary of the package. */
  readonly sample: Readonly<Record<string, unknown>>;
  /** The fields of a request, described for people, in the order in which a form shows them. */
  readonly fields: Readonly<Record<string, RequestField>>;
  /** The options that make up the credentials; each is read from the environment as `PROVIDER_OPTION`. */
  readonly credentials: readonly string[];
  /** Options of a sandbox client beside credentials and base URL. */
  readonly sandboxOptions?: (sandbox: Sandbox) => Readonly<Record<string, unknown>>;
  /** The scheme of body signatures, and the option that is the secret. */
  readonly signature?: { readonly scheme: DefinedScheme; readonly secret: string };
  /** The field that a request must have for a notification. Absent where none is needed. */
  readonly notificationField?: string;
  /** True if a capture charges a card. A live one then reads it from the environment. */
  readonly takesCard: boolean;
  /** True if the emulator leaves a capture pending whose reference is `pending` or starts with `pending-`. */
  readonly pendingReferences: boolean;
  /** The status of the sample in the sandbox. */
  readonly expected: 'captured' | 'pending';
}
