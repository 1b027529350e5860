import { money } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import type { Provider } from '../../providers/index.ts';
import type { JudgedDelivery, SandboxState } from '../../shared/api.ts';
import { amountOf } from '../run/result-lines.ts';
import { captureLine } from '../run/truth.ts';

/** What the page shows of the sandbox, and what it may do there. */
export function createDesk(sandbox: Sandbox) {
  const deliveries = new Map<string, JudgedDelivery[]>();
  return {
    state(): SandboxState {
      return {
        authorizations: sandbox.truth.authorizations().map(({ amount, capturedAmount, remainingAmount, ...rest }) => ({
          ...rest,
          amount: amountOf(amount),
          captured: amountOf(capturedAmount),
          left: amountOf(remainingAmount),
        })),
        captures: sandbox.truth.captures().map(captureLine),
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
    noteDeliveries(id: string, judged: readonly JudgedDelivery[]): void {
      deliveries.set(id, [...(deliveries.get(id) ?? []), ...judged]);
    },
  };
}
