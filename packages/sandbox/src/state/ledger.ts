import type { JsonObject } from '../emulator/http-types.ts';
import type { Money } from './money.ts';
import type { ProviderName } from './provider-names.ts';
import type { CaptureState, DeclineReason } from './capture-state.ts';

/** A reservation of money, as an emulator keeps it. */
export interface Authorization {
  readonly provider: ProviderName;
  readonly id: string;
  readonly amount: Money;
  /** The merchant's own id, given when the authorization was made. */
  readonly reference?: string;
  /** Where the provider was told to send notifications. */
  readonly notificationUrl?: string;
  /** The first capture ends it, and what is left is released. */
  readonly singleCapture: boolean;
  readonly at: Date;
}

/** A capture that the provider took on, also one that the bank then declined. */
export interface Capture {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Money;
  state: CaptureState;
  /** Why it was declined. */
  readonly reason?: DeclineReason;
  readonly at: Date;
  /** What the provider's answers repeat: never a card number that was sent, never a security code. */
  readonly details: JsonObject;
}

/** Everything that happened. Emulators answer from it, and the sandbox's `truth` is a view of it. */
export class Ledger {
  readonly authorizations: Authorization[] = [];
  readonly captures: Capture[] = [];
  /** Complete capture requests that arrived, refused ones included. */
  readonly requests: ProviderName[] = [];

  /** The authorization with this id, if there is one. */
  authorization(provider: ProviderName, id: string): Authorization | undefined {
    return this.authorizations.find((one) => one.provider === provider && one.id === id);
  }

  /** The captures of one provider that fit the wanted ids, oldest first. */
  capturesOf(
    provider: ProviderName,
    wanted: Partial<Pick<Capture, 'captureId' | 'authorizationId' | 'reference'>>,
  ): Capture[] {
    const isWanted = (one: Capture) =>
      (wanted.captureId === undefined || one.captureId === wanted.captureId) &&
      (wanted.authorizationId === undefined || one.authorizationId === wanted.authorizationId) &&
      (wanted.reference === undefined || one.reference === wanted.reference);
    return this.captures.filter((one) => one.provider === provider && isWanted(one));
  }

  /** Minor units taken from the authorization so far, pending ones included. */
  capturedAmount({ provider, id }: Authorization): number {
    const live = this.capturesOf(provider, { authorizationId: id }).filter((one) => one.state !== 'declined');
    return live.reduce((sum, one) => sum + one.amount.minor, 0);
  }

  /** Minor units that can still be captured. */
  remainingAmount(authorization: Authorization): number {
    const captured = this.capturedAmount(authorization);
    return captured > 0 && authorization.singleCapture ? 0 : authorization.amount.minor - captured;
  }
}
