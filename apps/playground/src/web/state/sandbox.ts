import type { DeliveryMode, SandboxState } from '../../shared/api.ts';
import { post } from './api.ts';
import { createStore } from './store.ts';

/** The state of the sandbox as it was loaded last. */
export const sandbox = createStore<SandboxState | undefined>(undefined);

async function request(path: string, body: object = {}): Promise<SandboxState> {
  const state = await post<SandboxState>(path, body);
  sandbox.set(state);
  return state;
}

/** Loads the state of the sandbox. */
export const loadSandbox = (): Promise<SandboxState> => request('/api/sandbox');
/** Loads it in the background. An error is ignored: the next request reports that the server has stopped. */
export const refreshSandbox = (): void => void loadSandbox().catch(() => undefined);
/** Resets the sandbox. */
export const resetSandbox = (): Promise<SandboxState> => request('/api/sandbox/reset');

/** Creates an authorization and resolves to its id. */
export async function authorize(input: {
  provider: string;
  amount: string;
  currency: string;
  reference?: string;
}): Promise<string> {
  return ((await request('/api/sandbox/authorize', input)) as SandboxState & { created: string }).created;
}

/** Completes or declines a pending capture. */
export const completePending = (
  provider: string,
  captureId: string,
  state: 'captured' | 'declined',
): Promise<SandboxState> => request('/api/sandbox/complete', { provider, captureId, state });

/** Delivers a notification to a receiver that verifies it. */
export const deliver = (notification: string, mode: DeliveryMode): Promise<SandboxState> =>
  request('/api/sandbox/deliver', { notification, mode });
