import type { DeliveryMode, SandboxState } from '../../shared/api.ts';
import { post } from './api.ts';
import { createStore } from './store.ts';

/** What the sandbox holds, as it was last seen. */
export const sandbox = createStore<SandboxState | undefined>(undefined);

async function request(path: string, body: object = {}): Promise<SandboxState> {
  const state = await post<SandboxState>(path, body);
  sandbox.set(state);
  return state;
}

export const loadSandbox = (): Promise<SandboxState> => request('/api/sandbox');
/** The same where it only informs beside something else: that the server is gone is told by what is asked next. */
export const refreshSandbox = (): void => void loadSandbox().catch(() => undefined);
export const resetSandbox = (): Promise<SandboxState> => request('/api/sandbox/reset');

/** Makes an authorization and resolves to its id. */
export async function authorize(wanted: {
  provider: string;
  amount: string;
  currency: string;
  reference?: string;
}): Promise<string> {
  return ((await request('/api/sandbox/authorize', wanted)) as SandboxState & { created: string }).created;
}

export const completePending = (
  provider: string,
  captureId: string,
  state: 'captured' | 'declined',
): Promise<SandboxState> => request('/api/sandbox/complete', { provider, captureId, state });

export const deliver = (notification: string, mode: DeliveryMode): Promise<SandboxState> =>
  request('/api/sandbox/deliver', { notification, mode });
