import { canDecide, formatMajor, money, resolveOutcome } from '@capture/core';
import { createSandbox, FAULTS, type FaultChooser, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { createSandboxClient, PROVIDERS, type Provider } from '../src/providers/index.ts';

const RUNS = 1000;
const SEED = 20_261_121;

/** Faults that lose the response to a capture. */
const LOST: readonly FaultName[] = [
  'commit-then-drop',
  'commit-then-drop',
  'commit-then-drop',
  'drop-before-commit',
  'cut-body',
];
/** Faults that spoil a lookup without making it wait. */
const SPOILT = (Object.keys(FAULTS) as FaultName[]).filter((fault) => fault !== 'hang');

describe.each(PROVIDERS)('lost responses of $title', (provider) => {
  test(
    `lookups never contradict the sandbox in ${RUNS} runs, also if faults spoil them (seed ${SEED})`,
    { timeout: 120_000 },
    async () => {
      const random = generator(SEED);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
      const ends = new Map<string, number>();
      // Every second sandbox also shows a capture on its authorization, which no page documents.
      let lost: FaultName | undefined;
      let spoilt: FaultName[] = [];
      const faults: FaultChooser = ({ operation }) => (operation === 'capture' ? lost : spoilt.shift());
      const sandboxes = [createSandbox({ faults }), createSandbox({ faults, lookupShowsLaterCaptures: true })];
      for (let run = 0; run < RUNS; run += 1) {
        lost = pick(LOST);
        spoilt = Array.from({ length: Math.floor(random() * 4) }, () => pick(SPOILT));
        const sandbox = sandboxes[run % 2]!;
        sandbox.reset();
        const baseUrl = sandbox.baseUrl(provider.id);
        const client = createSandboxClient(provider, sandbox, { baseUrl, fetch: sandbox.fetch });
        const request = requestOf(sandbox, provider, run);
        const result = await client.capture(request as never, { knownCaptureIds: [] });
        if (result.status !== 'unknown') throw new Error(`run ${run}: a lost response is ${result.status}`);

        const resolution = await resolveOutcome(client, result, {
          delays: Array.from({ length: 8 }, () => 1),
          wait: () => Promise.resolve(),
        });
        const moved = sandbox.truth.captures({ provider: provider.id }).some(({ state }) => state === 'captured');
        const where = `run ${run}, ${lost}`;
        // A final outcome is true at every provider.
        if (resolution.status === 'captured') expect(moved, where).toBe(true);
        if (resolution.status === 'declined') expect(moved, where).toBe(false);
        // If lookups by the merchant's reference are possible, the outcome is always final.
        if (canDecide(client.capabilities, result.lookupKeys) && moved)
          expect(resolution.status, where).toBe('captured');
        expect(sandbox.truth.requests({ provider: provider.id }), where).toBe(1);
        ends.set(`${lost}: ${resolution.status}`, (ends.get(`${lost}: ${resolution.status}`) ?? 0) + 1);
      }
      console.log(provider.id, Object.fromEntries(ends));
    },
  );
});

/** A capture of a new authorization, with a new reference. */
function requestOf(
  sandbox: ReturnType<typeof createSandbox>,
  { id, sample, takesCard }: Provider,
  run: number,
): Record<string, unknown> {
  const { currency } = sample['amount'] as { currency: string };
  const amount = money(formatMajor({ minor: (1 + (run % 97)) * 100, currency }), currency);
  const reference = `order-${run}`;
  if (takesCard) return { ...sample, amount, reference };
  const { id: authorizationId } = sandbox.authorize({ provider: id, amount, reference });
  return { ...sample, authorizationId, amount, reference };
}

/** mulberry32: small, and deterministic on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
