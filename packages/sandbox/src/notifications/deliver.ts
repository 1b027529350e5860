import { setTimeout as wait } from 'node:timers/promises';
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
}

/** The outcome of one delivery: the receiver's response, or the failure. */
export interface Delivery {
  readonly id: string;
  readonly status?: number;
  readonly body?: string;
  /** The code of the failure, such as `ECONNREFUSED`. */
  readonly failure?: string;
}

/** Posts a notification to a loopback address. It never follows a redirect, which could lead to another host. */
export async function deliver(notification: EmulatedNotification, options: DeliveryOptions): Promise<Delivery[]> {
  const { to = notification.url, delayMs = 0, times = 1, corrupt = false } = options;
  if (to === undefined) throw new RangeError('This notification has no address of its own: pass one as `to`.');
  const url = new URL(to);
  if (!/^https?:$/.test(url.protocol) || !isLoopbackHost(url.hostname)) {
    throw new RangeError('Notifications are delivered to loopback addresses only: pass one as `to`.');
  }
  if (delayMs > 0) await wait(delayMs);
  const body = corrupt ? corrupted(notification.body) : notification.body;
  const deliveries: Delivery[] = [];
  for (let count = 0; count < times; count += 1) deliveries.push(await post(notification, url, body));
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
