import { formatMajor, money } from '../../packages/core/src/index.ts';
import { createSandbox } from '../../packages/sandbox/src/index.ts';
import { expect, test } from 'vitest';
import { createSandboxClient, PROVIDERS, type Provider } from '../../apps/playground/src/providers/index.ts';

// A capture whose response was lost may have been executed, and then it is the reason for which the next one is
// refused: nothing is left to capture, or the reference is known. Such a refusal must not read as a plain decline.

type Attempt = Readonly<Record<'units', number>> & { readonly reference?: string };

/** What is captured of an authorization of 20 major units: first with a lost response, then once more. */
const REPEATS: Readonly<Record<string, readonly [lost: Attempt, repeat: Attempt]>> = {
  'the same capture': [{ units: 20 }, { units: 20 }],
  'a part after the whole': [{ units: 20 }, { units: 5 }],
  'the whole after a part': [{ units: 5 }, { units: 20 }],
  'more than the rest': [{ units: 15 }, { units: 15 }],
  'the same amount under another reference': [{ units: 20 }, { units: 20, reference: 'order-2' }],
};

const cases = PROVIDERS.flatMap((provider) =>
  Object.entries(REPEATS)
    // Another reference is another payment where a card is charged.
    .filter(([, [, repeat]]) => !provider.takesCard || repeat.reference === undefined)
    .map(([name, attempts]) => ({ id: provider.id, name, provider, attempts })),
);

test.each(cases)('$id: after a lost response, $name is no plain decline', async ({ provider, attempts }) => {
  let calls = 0;
  const sandbox = createSandbox({ faults: () => (calls++ === 0 ? 'commit-then-drop' : undefined) });
  const client = createSandboxClient(provider, sandbox, {
    baseUrl: sandbox.baseUrl(provider.id),
    fetch: sandbox.fetch,
  });
  const request = requests(sandbox, provider);
  const [lost, repeat] = attempts;
  expect(await client.capture(request(lost) as never)).toMatchObject({ status: 'unknown', reason: 'in-doubt' });
  const executed = sandbox.truth.captures({ provider: provider.id }).length;
  expect(executed).toBe(1);

  const result = await client.capture(request(repeat) as never);
  // Money may have moved, or the advice begins with the lookup.
  expect(result).toMatchObject(
    result.status === 'unknown'
      ? { status: 'unknown', error: { retriable: false } }
      : { status: 'declined', error: { advice: expect.stringMatching(/^Look up earlier captures/) as string } },
  );
  expect(sandbox.truth.captures({ provider: provider.id }).filter(({ state }) => state !== 'declined')).toHaveLength(1);
});

/** Captures of one authorization, or charges under one reference. */
function requests(sandbox: ReturnType<typeof createSandbox>, { id, sample, takesCard }: Provider) {
  const { currency } = sample['amount'] as { readonly currency: string };
  const whole = money(formatMajor({ minor: 0, currency }).replace(/^0/, '20'), currency);
  const target = takesCard ? {} : { authorizationId: sandbox.authorize({ provider: id, amount: whole, reference: 'order-1' }).id }; // prettier-ignore
  return ({ units, reference = 'order-1' }: Attempt) => ({
    ...sample,
    ...target,
    amount: { ...whole, minor: (whole.minor / 20) * units },
    reference,
  });
}
