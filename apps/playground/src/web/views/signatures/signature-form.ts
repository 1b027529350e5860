import type { Issue, SignatureResponse, Problem } from '../../../shared/api.ts';
import { post, problemOf } from '../../state/api.ts';
import { createStore } from '../../state/store.ts';
import { parseFields } from './parse-fields.ts';

/** The values that the search needs. */
export interface SignatureInput {
  /** Empty until one is chosen; the first provider that signs is used then. */
  readonly provider: string;
  readonly fields: string;
  readonly secret: string;
  readonly signature: string;
}

/**
 * The state of the view: its input, and the explanation of exactly this input. It outlives the view, so that changing
 * the view loses nothing.
 */
export interface SignatureForm extends SignatureInput {
  readonly busy: boolean;
  readonly response?: SignatureResponse;
  readonly problem?: Problem;
}

const EMPTY: SignatureInput = { provider: '', fields: '', secret: '', signature: '' };
export const signatureForm = createStore<SignatureForm>({ ...EMPTY, busy: false });

/** The number of the latest search. The response to an earlier one does not apply to the current input. */
let attempt = 0;

/** Changes the input, and clears the explanation of the previous one. */
export function updateSignatureForm(part: Partial<SignatureInput>): void {
  attempt += 1;
  signatureForm.set((before) => ({ ...inputOf(before), ...part, busy: false }));
}

/** Searches for the mistake that explains the signature. */
export async function explain(provider: string): Promise<void> {
  attempt += 1;
  const current = attempt;
  const input = inputOf(signatureForm.get());
  const parsed = parseFields(input.fields);
  if ('rule' in parsed) {
    signatureForm.set({ ...input, busy: false, problem: atFields(parsed.rule) });
    return;
  }
  signatureForm.set({ ...input, busy: true });
  let outcome: Pick<SignatureForm, 'response' | 'problem'>;
  try {
    const { secret, signature } = input;
    const request = { provider, fields: parsed.fields, secret, signature };
    outcome = { response: await post<SignatureResponse>('/api/signature', request) };
  } catch (error) {
    outcome = { problem: problemOf(error) };
  }
  if (current === attempt) signatureForm.set({ ...input, ...outcome, busy: false });
}

/** The rule that an input breaks. One of the pasted fields is named by its position. */
export function ruleAt(issues: readonly Issue[] | undefined, input: keyof SignatureInput): string | undefined {
  const found = issues?.find(({ path }) => path === input || path.startsWith(`${input}.`));
  const [, place, part] = /\.(\d+)\.(\d)$/.exec(found?.path ?? '') ?? [];
  if (!found || place === undefined) return found?.rule;
  return `${part === '0' ? 'the name' : 'the value'} of field ${Number(place) + 1} ${found.rule}`;
}

function atFields(rule: string): Problem {
  return { code: 'invalid_request', message: `The fields ${rule}.`, issues: [{ path: 'fields', rule }] };
}

function inputOf({ provider, fields, secret, signature }: SignatureForm): SignatureInput {
  return { provider, fields, secret, signature };
}
