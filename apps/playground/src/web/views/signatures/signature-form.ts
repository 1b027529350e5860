import type { Issue, LabAnswer, Problem } from '../../../shared/api.ts';
import { post, problemOf } from '../../state/api.ts';
import { createStore } from '../../state/store.ts';
import { parseFields } from './parse-fields.ts';

/** What is compared. */
export interface LabInput {
  /** Empty until one is chosen: then it is the first that signs. */
  readonly provider: string;
  readonly fields: string;
  readonly secret: string;
  readonly theirs: string;
}

/** The lab: its input, and what was said of exactly this input. It outlives the view, so that a look elsewhere loses nothing. */
export interface Lab extends LabInput {
  readonly busy: boolean;
  readonly answer?: LabAnswer;
  readonly problem?: Problem;
}

const EMPTY: LabInput = { provider: '', fields: '', secret: '', theirs: '' };
export const lab = createStore<Lab>({ ...EMPTY, busy: false });

/** Which question is the last one. An answer to an earlier one says nothing of what stands in the form now. */
let question = 0;

/** Changes the input, and takes back what was said of the one before. */
export function changeLab(part: Partial<LabInput>): void {
  question += 1;
  lab.set((before) => ({ ...inputOf(before), ...part, busy: false }));
}

/** Asks which mistake explains their signature. */
export async function explain(provider: string): Promise<void> {
  question += 1;
  const asked = question;
  const input = inputOf(lab.get());
  const parsed = parseFields(input.fields);
  if ('rule' in parsed) {
    lab.set({ ...input, busy: false, problem: atFields(parsed.rule) });
    return;
  }
  lab.set({ ...input, busy: true });
  let said: Pick<Lab, 'answer' | 'problem'>;
  try {
    const { secret, theirs } = input;
    const order = { provider, fields: parsed.fields, secret, theirs };
    said = { answer: await post<LabAnswer>('/api/signature', order) };
  } catch (error) {
    said = { problem: problemOf(error) };
  }
  if (asked === question) lab.set({ ...input, ...said, busy: false });
}

/** The broken rule of an input. A single field among the pasted ones is named by its place. */
export function ruleAt(issues: readonly Issue[] | undefined, input: keyof LabInput): string | undefined {
  const found = issues?.find(({ path }) => path === input || path.startsWith(`${input}.`));
  const [, place, part] = /\.(\d+)\.(\d)$/.exec(found?.path ?? '') ?? [];
  if (!found || place === undefined) return found?.rule;
  return `${part === '0' ? 'the name' : 'the value'} of field ${Number(place) + 1} ${found.rule}`;
}

function atFields(rule: string): Problem {
  return { code: 'invalid_request', message: `The fields ${rule}.`, issues: [{ path: 'fields', rule }] };
}

function inputOf({ provider, fields, secret, theirs }: Lab): LabInput {
  return { provider, fields, secret, theirs };
}
