import type { CaptureState } from './capture-state.ts';
import { IndexBy } from './index-by.ts';
import { keysOf, referenceKey, referenceKeys, type CaptureIds } from './ledger-keys.ts';
import type { ProviderName } from './provider-names.ts';
import type { Authorization, AuthorizationState, Capture, Reversal } from './transactions.ts';

/** Called with each capture when it is recorded. */
export type CaptureListener = (capture: Capture) => void;

interface WithReference {
  readonly authorizations: Authorization[];
  readonly captures: Capture[];
  readonly reversals: Reversal[];
}

/** The state of all payments. Emulators respond from it, and the sandbox's `truth` is a view of it. */
export class Ledger {
  readonly authorizations: Authorization[] = [];
  readonly captures: Capture[] = [];
  readonly reversals: Reversal[] = [];
  /** The number of complete capture requests at each provider, refused ones included. */
  readonly requestCounts = new Map<ProviderName, number>();
  readonly #captureListeners = new Set<CaptureListener>();
  readonly #recordListeners = new Set<(id: string) => void>();
  readonly #captures = new IndexBy<Capture>((one) => [...keysOf(one), ...referenceKeys(one.reference)]);
  readonly #authorizations = new IndexBy<Authorization>((one) => [`id ${one.id}`, ...referenceKeys(one.reference)]);
  readonly #reversals = new IndexBy<Reversal>((one) => [
    `id ${one.id}`,
    `parent ${one.parentId}`,
    ...referenceKeys(one.reference),
  ]);

  /** The authorization with this id, if there is one. */
  authorization(provider: ProviderName, id: string): Authorization | undefined {
    return this.#authorizations.find(`id ${id}`).find((one) => one.provider === provider);
  }

  /** The captures of one provider that have the given ids, oldest first. */
  capturesOf(provider: ProviderName, ids: CaptureIds): Capture[] {
    const keys = keysOf(ids);
    const candidates = keys[0] === undefined ? this.captures : this.#captures.find(keys[0]);
    return candidates.filter((one) => one.provider === provider && keys.every((key) => keysOf(one).includes(key)));
  }

  /** The void or the refund with this id, if there is one. */
  reversal(provider: ProviderName, id: string): Reversal | undefined {
    return this.#reversals.find(`id ${id}`).find((one) => one.provider === provider);
  }

  /** The voids and refunds of an authorization or of a capture, oldest first. */
  reversalsOf(provider: ProviderName, parentId: string): Reversal[] {
    return this.#reversals.find(`parent ${parentId}`).filter((one) => one.provider === provider);
  }

  /** The transactions of one provider that have this among the references of theirs. */
  withReference(provider: ProviderName, reference: string): WithReference {
    const isIts = (one: { readonly provider: ProviderName }) => one.provider === provider;
    const key = referenceKey(reference);
    return {
      authorizations: this.#authorizations.find(key).filter(isIts),
      captures: this.#captures.find(key).filter(isIts),
      reversals: this.#reversals.find(key).filter(isIts),
    };
  }

  /** Minor units captured from the authorization so far, pending ones included. */
  capturedAmount({ provider, id }: Authorization): number {
    const live = this.capturesOf(provider, { authorizationId: id }).filter((one) => one.state !== 'declined');
    return live.reduce((sum, one) => sum + one.amount.minor, 0);
  }

  /** Minor units that can still be captured, unless it has expired. */
  remainingAmount(authorization: Authorization): number {
    if (authorization.state !== 'authorized') return 0;
    const captured = this.capturedAmount(authorization);
    return captured > 0 && authorization.singleCapture ? 0 : authorization.amount.minor - captured;
  }

  /** Minor units of a capture that went back to the cardholder. */
  refundedAmount({ provider, captureId }: Capture): number {
    return this.reversalsOf(provider, captureId).reduce((sum, one) => sum + one.amount.minor, 0);
  }

  /** Counts a complete capture request, refused or not. */
  countRequest(provider: ProviderName): void {
    this.requestCounts.set(provider, (this.requestCounts.get(provider) ?? 0) + 1);
  }

  /** Adds an authorization and announces it. */
  recordAuthorization(authorization: Authorization): void {
    this.addAuthorization(authorization);
    this.#announce(authorization.id);
  }

  /** Adds a capture and announces it. */
  record(capture: Capture): void {
    this.addCapture(capture);
    this.#announce(capture.captureId);
    for (const listener of this.#captureListeners) listener(capture);
  }

  /** Adds a void or a refund and announces it. The void of an authorization ends it. */
  recordReversal(reversal: Reversal): void {
    this.addReversal(reversal);
    const authorization = this.authorization(reversal.provider, reversal.parentId);
    if (reversal.kind === 'void' && authorization) authorization.state = 'voided';
    this.#announce(reversal.id);
  }

  /** Adds an authorization without announcing it. */
  addAuthorization(authorization: Authorization): void {
    this.authorizations.push(authorization);
    this.#authorizations.add(authorization);
  }

  /** Adds a capture without announcing it. */
  addCapture(capture: Capture): void {
    this.captures.push(capture);
    this.#captures.add(capture);
  }

  /** Adds a void or a refund without announcing it. */
  addReversal(reversal: Reversal): void {
    this.reversals.push(reversal);
    this.#reversals.add(reversal);
  }

  /** Ends a pending capture. Throws a `RangeError` if there is none with this id. */
  complete(provider: ProviderName, captureId: string, state: Exclude<CaptureState, 'pending'>): Capture {
    const [capture] = this.capturesOf(provider, { captureId });
    if (capture?.state !== 'pending') throw new RangeError('There is no pending capture with this id.');
    capture.state = state;
    return capture;
  }

  /** Ends a pending authorization. Throws a `RangeError` if there is none with this id. */
  completeAuthorization(provider: ProviderName, id: string, state: AuthorizationState): Authorization {
    const authorization = this.authorization(provider, id);
    if (authorization?.state !== 'pending') throw new RangeError('There is no pending authorization with this id.');
    authorization.state = state;
    return authorization;
  }

  /** Announces every new capture until the returned function is called. */
  onCapture(listener: CaptureListener): () => void {
    this.#captureListeners.add(listener);
    return () => {
      this.#captureListeners.delete(listener);
    };
  }

  /** Announces the id of everything that is recorded. */
  onRecord(listener: (id: string) => void): void {
    this.#recordListeners.add(listener);
  }

  /** Removes everything but the listeners, or everything of one provider. */
  clear(provider?: ProviderName): void {
    const isKept = (one: { readonly provider: ProviderName }) => provider !== undefined && one.provider !== provider;
    const taken = <Item extends { readonly provider: ProviderName }>(items: Item[], index: IndexBy<Item>) => {
      index.clear();
      return items.splice(0).filter(isKept);
    };
    for (const name of this.requestCounts.keys()) if (!isKept({ provider: name })) this.requestCounts.delete(name);
    for (const one of taken(this.authorizations, this.#authorizations)) this.addAuthorization(one);
    for (const one of taken(this.captures, this.#captures)) this.addCapture(one);
    for (const one of taken(this.reversals, this.#reversals)) this.addReversal(one);
  }

  #announce(id: string): void {
    for (const listener of this.#recordListeners) listener(id);
  }
}
