import type { EmulatorContext, Sign } from '../emulator/emulator.ts';
import { EMULATORS } from '../providers/index.ts';
import type { Capture } from '../state/transactions.ts';
import { deliver, type Delivery, type DeliveryOptions } from './deliver.ts';
import type { EmulatedNotification } from './notification.ts';
import type { SigningKey } from './signing-key.ts';

/** The notifications of a sandbox. None is sent automatically: a test decides which arrive, when, and how often. */
export interface Notifications {
  /** All notifications since the start or `reset`, oldest first; delivered ones stay. */
  list(): readonly EmulatedNotification[];
  /**
   * Posts the notification with this id, or `'all'` of them in order, to its own address or to `to`. Throws a
   * `RangeError` for any address but loopback. An unreachable receiver is no error: see `Delivery.failure`.
   */
  deliver(which: string, options?: DeliveryOptions): Promise<readonly Delivery[]>;
  /** The key that verifies freepayment's `Content-Signature`, as the back office shows it: base64 of the DER. */
  readonly publicKey: string;
  /** The same key in PEM. */
  readonly publicKeyPem: string;
}

/** The queue behind `Notifications`, with the methods that only the sandbox uses. */
export class NotificationQueue implements Notifications {
  readonly #queued: EmulatedNotification[] = [];
  readonly #key: SigningKey;

  constructor(key: SigningKey) {
    this.#key = key;
  }

  list(): readonly EmulatedNotification[] {
    return [...this.#queued];
  }

  async deliver(which: string, options: DeliveryOptions = {}): Promise<readonly Delivery[]> {
    const chosen = this.#queued.filter(({ id }) => which === 'all' || which === id);
    if (which !== 'all' && chosen.length === 0) throw new RangeError('There is no notification with this id.');
    const deliveries: Delivery[] = [];
    for (const one of chosen)
      deliveries.push(...(await deliver(one, options, EMULATORS[one.provider].acknowledgement)));
    return deliveries;
  }

  get publicKey(): string {
    return this.#key.publicKey;
  }

  get publicKeyPem(): string {
    return this.#key.publicKeyPem;
  }

  /** Queues the notification of a capture, if its provider sends one and one was requested. */
  add(capture: Capture, context: EmulatorContext): EmulatedNotification | undefined {
    const sign: Sign = (body) => this.#key.sign(body);
    const draft = EMULATORS[capture.provider].notification?.(capture, context, sign);
    if (!draft) return undefined;
    const { provider, captureId, state } = capture;
    const notification = { id: `n${String(this.#queued.length + 1)}`, provider, captureId, state, ...draft };
    this.#queued.push(notification);
    return notification;
  }

  /** Removes all notifications. */
  clear(): void {
    this.#queued.length = 0;
  }
}
