import type { WebhookClient, WebhookVerdict } from '../contract/webhook-event.ts';
import type { Schema } from '../schemas/validation.ts';
import type { Endpoint } from './endpoint.ts';
import type { Verdict } from './verdict.ts';

/** A notification as received. */
export interface RawNotification {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Reads a header by its lower-case name; `undefined` where it is absent or repeated. */
  readonly header: (name: string) => string | undefined;
}

/** The steps of a provider's `webhook.ts`. */
export interface WebhookDefinition<Options, Content> {
  /** The type of the body, so that a body of another type is refused by its name. */
  readonly body: 'json' | 'form';
  /** As in the definition of the lookup: decides whether a reference is offered as a key. */
  readonly referenceIn?: 'path' | 'body';
  /** Verifies the signature, before anything in the body is believed. `content` is the parsed body. */
  readonly verify: (
    raw: RawNotification,
    options: Options,
  ) => Promise<
    { readonly status: 'verified'; readonly content: unknown } | Exclude<WebhookVerdict, { status: 'verified' }>
  >;
  readonly response: Schema<unknown, Content>;
  /** Also called with the rest of a content that `response` refuses, as `judge` is: only ids are taken from it then. */
  readonly read: (content: Content) => NotificationContent;
}

/** The verdict of a notification, and the payment that it names. */
export interface NotificationContent {
  /** Leave it out where the notification is genuine and about another kind of transaction than a capture. */
  readonly verdict?: Verdict | undefined;
  /** The kind of transaction, as the provider writes it. */
  readonly transactionType?: string | undefined;
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
}

/** Factory of a client's `webhook`. */
export type Verifier<Options> = (provider: string, options: Options, endpoint: Endpoint) => WebhookClient['webhook'];
