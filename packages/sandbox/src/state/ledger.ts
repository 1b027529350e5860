import { IndexBy } from './index-by.ts';
import type { CaptureState, DeclineReason } from './capture-state.ts';
import type { Money } from './money.ts';
import type { ProviderName } from './provider-names.ts';

/** An authorization, as an emulator keeps it. */
export interface Authorization {
  readonly provider: ProviderName;
  readonly id: string;
  readonly amount: Money;
  /** The merchant's own id, given when the authorization was made. */
  readonly reference?: string;
  /** The address that was registered for notifications. */
  readonly notificationUrl?: string;
  /** False: captures do not repeat its reference. */
  readonly capturesRepeatReference?: boolean;
  /** The first capture ends it, and the remaining amount is released. */
  readonly singleCapture: boolean;
  readonly at: Date;
}

/** A capture that the provider accepted, including one that the issuer then declined. */
export interface Capture {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Money;
  state: CaptureState;
  /** The reason of a decline. */
  readonly reason?: DeclineReason;
  readonly at: Date;
  /** Values that the provider's responses repeat: never a card number that was sent, never a security code. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Called with each capture when it is recorded. */
export type CaptureListener = (capture: Capture) => void;

type CaptureIds = Partial<Pick<Capture, 'captureId' | 'authorizationId' | 'reference'>>;

/** The state of all payments. Emulators respond from it, and the sandbox's `truth` is a view of it. */
export class Ledger {
  readonly authorizations: Authorization[] = [];
  readonly captures: Capture[] = [];
  /** The number of complete capture requests at each provider, refused ones included. */
  readonly requestCounts = new Map<ProviderName, number>();
  readonly #listeners = new Set<CaptureListener>();
  readonly #captures = new IndexBy<Capture>((one) => [...keysOf(one), ...referenceKeys(one.reference)]);
  readonly #authorizations = new IndexBy<Authorization>((one) => [`id ${one.id}`, ...referenceKeys(one.reference)]);

  /** The authorization with this id, if there is one. */
  authorization(provider: ProviderName, id: string): Authorization | undefined {
    return this.#authorizations.find(`id ${id}`).find((one) => one.provider === provider);
  }

  /** Adds an authorization. */
  addAuthorization(authorization: Authorization): void {
    this.authorizations.push(authorization);
    this.#authorizations.add(authorization);
  }

  /** The captures of one provider that have the given ids, oldest first. */
  capturesOf(provider: ProviderName, ids: CaptureIds): Capture[] {
    const keys = keysOf(ids);
    const candidates = keys[0] === undefined ? this.captures : this.#captures.find(keys[0]);
    return candidates.filter((one) => one.provider === provider && keys.every((key) => keysOf(one).includes(key)));
  }

  /** The authorizations and the captures of one provider that have this among the references of theirs. */
  withReference(provider: ProviderName, reference: string): { authorizations: Authorization[]; captures: Capture[] } {
    const isIts = (one: { readonly provider: ProviderName }) => one.provider === provider;
    const key = referenceKey(reference);
    return {
      authorizations: this.#authorizations.find(key).filter(isIts),
      captures: this.#captures.find(key).filter(isIts),
    };
  }

  /** Minor units captured from the authorization so far, pending ones included. */
  capturedAmount({ provider, id }: Authorization): number {
    const live = this.capturesOf(provider, { authorizationId: id }).filter((one) => one.state !== 'declined');
    return live.reduce((sum, one) => sum + one.amount.minor, 0);
  }

  /** Minor units that can still be captured. */
  remainingAmount(authorization: Authorization): number {
    const captured = this.capturedAmount(authorization);
    return captured > 0 && authorization.singleCapture ? 0 : authorization.amount.minor - captured;
  }

  /** Counts a complete capture request, refused or not. */
  countRequest(provider: ProviderName): void {
    this.requestCounts.set(provider, (this.requestCounts.get(provider) ?? 0) + 1);
  }

  /** Adds a capture and announces it. */
  record(capture: Capture): void {
    this.addCapture(capture);
    for (const listener of this.#listeners) listener(capture);
  }

  /** Adds a capture without announcing it. */
  addCapture(capture: Capture): void {
    this.captures.push(capture);
    this.#captures.add(capture);
  }

  /** Ends a pending capture. Throws a `RangeError` if there is none with this id. */
  complete(provider: ProviderName, captureId: string, state: Exclude<CaptureState, 'pending'>): Capture {
    const [capture] = this.capturesOf(provider, { captureId });
    if (capture?.state !== 'pending') throw new RangeError('There is no pending capture with this id.');
    capture.state = state;
    return capture;
  }

  /** Announces every new capture until the returned function is called. */
  onCapture(listener: CaptureListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Removes everything but the listeners, or everything of one provider. */
  clear(provider?: ProviderName): void {
    const isKept = (one: { readonly provider: ProviderName }) => provider !== undefined && one.provider !== provider;
    const kept = { captures: this.captures.filter(isKept), authorizations: this.authorizations.filter(isKept) };
    for (const name of this.requestCounts.keys()) if (!isKept({ provider: name })) this.requestCounts.delete(name);
    this.captures.length = 0;
    this.authorizations.length = 0;
    this.#captures.clear();
    this.#authorizations.clear();
    for (const authorization of kept.authorizations) this.addAuthorization(authorization);
    for (const capture of kept.captures) this.addCapture(capture);
  }
}

function keysOf({ captureId, authorizationId, reference }: CaptureIds): string[] {
  return [
    ...(captureId === undefined ? [] : [`capture ${captureId}`]),
    ...(authorizationId === undefined ? [] : [`authorization ${authorizationId}`]),
    ...(reference === undefined ? [] : [`whole-reference ${reference}`]),
  ];
}

/** *documented* at freepayment: a tracking_id "can be multiple values separated with semicolons". */
function referenceKeys(reference: string | undefined): string[] {
  return reference === undefined ? [] : [...new Set([reference, ...reference.split(';')])].map(referenceKey);
}

function referenceKey(reference: string): string {
  return `reference ${reference}`;
}
