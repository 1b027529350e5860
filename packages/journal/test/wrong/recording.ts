import type { NewOperation, RecordOptions, RecordOutcome } from '../../src/index.ts';
import { type Mistake, wrong, type WrongStore } from './planted.ts';

const given =
  (alter: (operation: NewOperation) => NewOperation): Mistake =>
  (inner) => ({ record: (operations, options) => inner.record(operations.map(alter), options) });
const options =
  (alter: (options: RecordOptions) => RecordOptions): Mistake =>
  (inner) => ({ record: (operations, given) => inner.record(operations, alter(given)) });

/** Stores that record wrongly. */
export const RECORDING: Readonly<Record<string, WrongStore>> = {
  'forgets the captures that the caller knows of': wrong(['R1'], given((one) => ({ ...one, knownCaptureIds: undefined }))), // prettier-ignore
  'loses everything when it is closed': wrong(['R2'], (inner, { run }) => ({
    close: async () => {
      run('DELETE FROM capture_operations');
      await inner.close();
    },
  })),
  'accepts no operation a second time': wrong(['R3', 'R5', 'R7', 'R22'], options((all) => ({ ...all, accepts: () => false }))), // prettier-ignore
  'accepts every operation a second time': wrong(
    ['R4', 'R5'],
    options((all) => ({ ...all, accepts: () => true })),
  ),
  'records one by one': wrong(['R4', 'R5', 'R13', 'R14', 'R15', 'R16', 'R18'], (inner) => ({
    record: async (operations, all) => {
      const outcomes: RecordOutcome[] = [];
      for (const one of operations) outcomes.push(...(await inner.record([one], all)));
      return outcomes;
    },
  })),
  'forgets the account of a key': wrong(
    ['R6'],
    given((one) => ({ ...one, account: 'shop' })),
  ),
  'claims after it recorded, or not': wrong(
    ['R8', 'H2'],
    options((all) => ({ ...all, claim: undefined })),
  ),
  'trims and composes strings': wrong(
    ['R9'],
    given((one) => ({ ...one, key: one.key.trim().normalize('NFC') })),
  ),
  'keeps amounts as single floats': wrong(['R10'], given((one) => ({ ...one, amount: { ...one.amount, minor: Math.fround(one.amount.minor) % Number.MAX_SAFE_INTEGER } }))), // prettier-ignore
  'returns the request that it was given': wrong(['R11'], (inner) => ({
    record: async (operations, all) => {
      const outcomes = await inner.record(operations, all);
      return outcomes.map((outcome, index) => {
        const { request } = operations[index] ?? outcome.operation;
        return { ...outcome, operation: { ...outcome.operation, request } };
      });
    },
  })),
  'fails everything that was shared with a failing call': wrong(['R12'], (inner) => {
    const shared: Promise<unknown>[] = [];
    return {
      record: async (operations, all) => {
        const recorded = inner.record(operations, all);
        shared.push(recorded);
        await Promise.resolve();
        await Promise.all(shared);
        return recorded;
      },
    };
  }),
  'ignores what keeps an authorization': wrong(['R13', 'R14', 'R15', 'R16', 'R18', 'R21'], given((one) => ({ ...one, additional: true }))), // prettier-ignore
  'captures an authorization again': wrong(
    ['R19'],
    given((one) => ({ ...one, single: false })),
  ),
  'never frees an authorization': wrong(['R17'], (inner) => ({
    record: async (operations, all) => {
      for (const { account, authorizationId } of operations) {
        if (authorizationId === undefined) continue;
        const [operation] = await inner.list({ accounts: [account], authorizationId }, { limit: 1 });
        if (operation?.state === 'declined') return [{ kind: 'busy', operation }];
      }
      return inner.record(operations, all);
    },
  })),
  'takes no authorization for one': wrong(['R20'], given((one) => ({ ...one, authorizationId: one.authorizationId ?? 'none' }))), // prettier-ignore
  'repeats an operation under every key': wrong(['R25', 'R26'], (inner) => ({
    record: async (operations, all) => {
      const hidden = (repeats: string | undefined, i: number) => repeats && `${repeats}-${operations[i]?.id ?? ''}`;
      return inner.record(operations.map((one, i) => ({ ...one, repeats: hidden(one.repeats, i) })), all); // prettier-ignore
    },
  })),
};
