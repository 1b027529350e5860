import type { Sandbox } from '@capture/sandbox';
import type { Provider } from '../../providers/index.ts';
import type { DeliveryReport, SandboxState } from '../../shared/api.ts';
import { readAmount } from '../form/read-amount.ts';
import { amountOf } from '../run/result-event.ts';
import { sandboxCaptureOf } from '../run/truth.ts';

/** Everything that the page may see and do in the sandbox. */
export interface SandboxApi {
  state(): SandboxState;
  /** Creates an authorization and returns its id. */
  authorize(provider: Provider, amount: string, currency: string, reference: string | undefined): string;
  /** Ends a pending capture. */
  complete(provider: Provider, captureId: string, state: 'captured' | 'declined'): void;
  reset(): void;
  /** Keeps what became of deliveries, so that the page can show them. */
  recordDeliveries(notification: string, reports: readonly DeliveryReport[]): void;
}

/** The API of one sandbox. */
export function createSandboxApi(sandbox: Sandbox): SandboxApi {
  const deliveries = new Map<string, DeliveryReport[]>();
  return {
    state: () => ({
      authorizations: sandbox.truth.authorizations().map(({ amount, capturedAmount, remainingAmount, ...rest }) => ({
        ...rest,
        amount: amountOf(amount),
        captured: amountOf(capturedAmount),
        remaining: amountOf(remainingAmount),
      })),
      captures: sandbox.truth.captures().map(sandboxCaptureOf),
      notifications: sandbox.notifications.list().map(({ id, provider, captureId, state }) => {
        return { id, provider, captureId, state, deliveries: deliveries.get(id) ?? [] };
      }),
    }),
    authorize({ id: provider }, amount, currency, reference) {
      const input = {
        provider,
        amount: readAmount('amount', amount, currency),
        ...(reference !== undefined && { reference }),
      };
      return sandbox.authorize(input).id;
    },
    complete(provider, captureId, state) {
      sandbox.completePending({ provider: provider.id, captureId, state });
    },
    reset() {
      deliveries.clear();
      sandbox.reset();
    },
    recordDeliveries(notification, reports) {
      deliveries.set(notification, [...(deliveries.get(notification) ?? []), ...reports]);
    },
  };
}
