import { setTimeout as wait } from 'node:timers/promises';
import type { Acknowledgement } from '../emulator/emulator.ts';
import { isLoopbackHost } from '../http/loopback.ts';
import type { EmulatedNotification } from './notification.ts';

/** Options of a delivery. By default: once, immediately, unchanged, to the notification's own address. */
export interface DeliveryOptions {
  /** Another address, for a receiver whose port is known only at run time. */
  readonly to?: string | URL;
  /** Milliseconds to wait before sending. 0 by default. */
  readonly delayMs?: number;
  /** The number of deliveries, one after the other. 1 by default. */
  readonly times?: number;
  /** Change one byte of the signed body: a receiver has to refuse it. */
  readonly corrupt?: boolean;
  /**
   * Send again, as the provider documents it, until the receiver acknowledges; instead of `times`. `hourMs` is the
   * number of milliseconds that an hour takes: 0 for no waiting at all, 3600000 for the real times.
   */
  readonly resend?: { readonly hourMs: number };
}

/** The outcome of one delivery: the receiver's response, or the failure. */
export interface Delivery {
  readonly id: string;
  readonly status?: number;
  readonly body?: string;
  /**
   * The reason why the provider takes it as not delivered: the code of a failed connection such as `ECONNREFUSED`, or
   * the fault in the response. Absent after a successful delivery.
   */
  readonly failure?: string;
  /** With `resend`: the minutes since the first attempt, by the provider's clock. */
  readonly minute?: number;
}

/** Posts a notification to a loopback address. It never follows a redirect, which could lead to another host. */
export async function deliver(
  notification: EmulatedNotification,
  options: DeliveryOptions,
  acknowledgement: Acknowledgement | undefined,
): Promise<Delivery[]> {
  const { to = notification.url, delayMs = 0, times = 1, corrupt = false, resend } = options;
  if (to === undefined) throw new RangeError('This notification has no address of its own: pass one as `to`.');
  const url = new URL(to);
  if (!/^https?:$/.test(url.protocol) || !isLoopbackHost(url.hostname)) {
    throw new RangeError('Notifications are delivered to loopback addresses only: pass one as `to`.');
  }
  const { resendMinutes, refusal } = acknowledgement ?? {};
  if (resend && !resendMinutes) {
    throw new RangeError(`No page documents when ${notification.provider} sends a notification again.`);
  }
  if (delayMs > 0) await wait(delayMs);
  const body = corrupt ? corrupted(notification.body) : notification.body;
  const deliveries: Delivery[] = [];
  const postOnce = async () => {
    const delivery = await post(notification, url, body);
    const failure = delivery.failure ?? refusal?.(delivery.status ?? 0, delivery.body ?? '');
    return { ...delivery, ...(failure !== undefined && { failure }) };
  };
  if (resend && resendMinutes) return untilAcknowledged(postOnce, resendMinutes, resend.hourMs);
  for (let count = 0; count < times; count += 1) deliveries.push(await postOnce());
  return deliveries;
}

async function untilAcknowledged(
  postOnce: () => Promise<Delivery>,
  resendMinutes: readonly number[],
  hourMs: number,
): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  let last = 0;
  for (const minute of [0, ...resendMinutes]) {
    if (hourMs > 0) await wait(((minute - last) / 60) * hourMs);
    last = minute;
    const delivery = { ...(await postOnce()), minute };
    deliveries.push(delivery);
    if (delivery.failure === undefined) break;
  }
  return deliveries;
}

async function post({ id, headers }: EmulatedNotification, url: URL, body: string): Promise<Delivery> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
    return { id, status: response.status, body: await response.text() };
  } catch (error) {
    const cause = (error as Error).cause as { code?: string } | undefined;
    return { id, failure: cause?.code ?? 'failed' };
  }
}

/** The body with its first digit changed: it stays well-formed, so only the signature reveals the change. */
function corrupted(body: string): string {
  return body.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
}
