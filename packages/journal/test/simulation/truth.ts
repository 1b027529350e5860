import type { Money } from '@capture/core';

/** A request that a simulated client sends. `order` stands for the payment that the merchant wants, once. */
export interface SimRequest {
  readonly order: string;
  readonly amount: Money;
  readonly authorizationId?: string | undefined;
  readonly reference?: string | undefined;
  readonly card?: string | undefined;
}

/** A capture that the provider accepted, as it really is. */
export interface Execution {
  readonly captureId: string;
  /** The sending that it is of; absent where something other than the journal made it. */
  readonly sending: Sending | undefined;
  readonly request: SimRequest;
  status: 'pending' | 'captured' | 'declined';
  /** Lookups do not see it before. */
  readonly visibleAt: number;
}

/** One request whose first byte left. */
export interface Sending {
  readonly account: string;
  readonly operationId: string;
  readonly request: SimRequest;
  /** `under-way`: the provider may still execute it. */
  fate: 'under-way' | 'lost' | 'accepted' | 'declined' | 'put-off';
}

/** What really happened at the providers. Nothing under test can see it. */
export class Truth {
  readonly sendings: Sending[] = [];
  readonly executions: Execution[] = [];
  #captures = 0;

  newCaptureId(): string {
    this.#captures += 1;
    return `C-${this.#captures}`;
  }

  sendingsOf(operationId: string): Sending[] {
    return this.sendings.filter((sending) => sending.operationId === operationId);
  }

  executionsOf(operationId: string): Execution[] {
    return this.executions.filter(({ sending }) => sending?.operationId === operationId);
  }

  /** Returns whether the provider may still execute something of this operation. */
  isUnderWay(operationId: string): boolean {
    return (
      this.sendingsOf(operationId).some(({ fate }) => fate === 'under-way') ||
      this.executionsOf(operationId).some(({ status }) => status === 'pending')
    );
  }
}
