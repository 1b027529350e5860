import type { ErrorDetail } from '../errors/error-details.ts';
import type { Limits } from './check-options.ts';
import { PhaseTimer, type DeadlineOwner } from './phase-timer.ts';
import type { Tunnel, TunnelEvents } from './tunnel.ts';

/** The phases of one request, each with its deadline, and the tunnel that it may need. */
export class RequestPhases extends PhaseTimer implements TunnelEvents {
  /** The detail of a deadline that passes in this phase. */
  late: ErrorDetail | undefined;
  readonly #limits: Limits;
  readonly #firstByteDue: number;
  /** Set when the first address is known: of the proxy, where there is one. */
  #connectDue: number | undefined;
  #tunnel: Tunnel | undefined;
  #ended = false;

  /** Begins the first phase: the wait for a connection. */
  constructor(limits: Limits, owner: DeadlineOwner) {
    super(owner);
    this.#limits = limits;
    const now = performance.now();
    this.#firstByteDue = now + limits.firstByte;
    this.begin(this.#firstByteDue, now);
  }

  resolving(): void {
    this.#beginResolving('dns_timed_out');
  }

  connecting(): void {
    this.#beginConnecting('connection_timed_out');
  }

  onTunnel(tunnel: Tunnel): void {
    if (this.#ended) tunnel.destroy();
    else this.#tunnel = tunnel;
  }

  onProxyResolving(): void {
    this.#beginResolving('proxy_unreachable');
  }

  onProxyConnecting(): void {
    this.#beginConnecting('proxy_unreachable');
  }

  onProxyRequest(): void {
    this.#beginConnecting('proxy_timed_out');
  }

  /** The request is being written. */
  writing(): void {
    this.#begin(this.#limits.headers, undefined);
  }

  /** The head of the response has arrived. */
  reading(): void {
    this.#begin(this.#limits.body, 'truncated');
  }

  /** Ends the last phase, and gives up a tunnel that is not open yet. */
  end(): void {
    this.#ended = true;
    this.stop();
    this.#tunnel?.destroy();
  }

  #beginResolving(late: ErrorDetail): void {
    const now = performance.now();
    this.#beginBefore(now + this.#limits.dns, late, now);
  }

  /** All steps of connecting, through a proxy or not, share one deadline. */
  #beginConnecting(late: ErrorDetail): void {
    const now = performance.now();
    this.#connectDue ??= now + this.#limits.connect;
    this.#beginBefore(this.#connectDue, late, now);
  }

  #beginBefore(due: number, late: ErrorDetail, now: number): void {
    if (this.#ended) return;
    this.late = late;
    this.begin(Math.min(due, this.#firstByteDue), now);
  }

  #begin(limit: number, late: ErrorDetail | undefined): void {
    const now = performance.now();
    this.late = late;
    this.begin(now + limit, now);
  }
}
