import { money } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import type { Provider } from '../../providers/index.ts';
import type { DeliveryReport, SandboxState } from '../../shared/api.ts';
import { amountOf } from '../run/result-event.ts';
import { sandboxCaptureOf } from '../run/truth.ts';

/** What the page shows of the sandbox, and what it may do there. */
export function createSandboxApi(sandbox: Sandbox) {
  const deliveries = new Map<string, DeliveryReport[]>();
  return {
    state(): SandboxState {
      return {
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
      };
    },
    authorize({ id: provider }: Provider, amount: string, currency: string, reference: string | undefined): string {
      const wanted = { provider, amount: money(amount, currency), ...(reference !== undefined && { reference }) };
      return sandbox.authorize(wanted).id;
    },
    settle(provider: Provider, captureId: string, state: 'captured' | 'declined'): void {
      sandbox.completePending({ provider: provider.id, captureId, state });
    },
    reset(): void {
      deliveries.clear();
      sandbox.reset();
    },
    recordDeliveries(id: string, judged: readonly DeliveryReport[]): void {
      deliveries.set(id, [...(deliveries.get(id) ?? []), ...judged]);
    },
  };
}
