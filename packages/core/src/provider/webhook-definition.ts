import type { WebhookClient, WebhookVerdict } from '../contract/webhook-event.ts';
import type { Schema } from '../schemas/validation.ts';
import type { Verdict } from './verdict.ts';

/** A notification as it arrived. */
export interface RawNotification {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** A header by its lower-case name; `undefined` where it is absent or came twice. */
  readonly header: (name: string) => string | undefined;
}

/** webhook.ts of a provider. */
export interface WebhookDefinition<Options, Content> {
  /** Signature first: nothing of the content is believed before. `content` is the parsed body. */
  readonly verify: (
    raw: RawNotification,
    options: Options,
  ) => Promise<
    { readonly status: 'verified'; readonly content: unknown } | Exclude<WebhookVerdict, { status: 'verified' }>
  >;
  readonly answer: Schema<unknown, Content>;
  readonly read: (content: Content) => NotificationContent;
}

/** What a notification says, and which payment it names. */
export interface NotificationContent {
  readonly verdict: Verdict;
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
}

/** What makes a client's `webhook`. */
export type Verifier<Options> = (provider: string, options: Options) => WebhookClient['webhook'];
