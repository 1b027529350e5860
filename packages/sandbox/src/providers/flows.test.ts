import { describe, expect, test } from 'vitest';
import { FLOWS } from '../../test/flow.ts';
import { createSandbox } from '../index.ts';

describe.each(FLOWS)('$provider: before and after a capture', (flow) => {
  const { provider, minor, idIn, refusals } = flow;

  test('a client gets its ids from real responses: authorization, then capture', async () => {
    const sandbox = createSandbox();
    const id = idIn(await flow.authorize(sandbox));
    expect(sandbox.truth.authorizations({ provider }).at(-1)).toMatchObject({ id, state: 'authorized', amount: { minor } }); // prettier-ignore
    const captureId = idIn(await flow.capture(sandbox, id));
    expect(sandbox.truth.captures({ authorizationId: id })).toMatchObject([
      { captureId, state: 'captured', amount: { minor }, refundedAmount: { minor: 0 } },
    ]);
  });

  test('a voided authorization cannot be captured, nor voided again', async () => {
    const sandbox = createSandbox();
    const id = idIn(await flow.authorize(sandbox));
    const voided = await flow.void(sandbox, id);
    expect(sandbox.requests.list().at(-1)).toMatchObject({ operation: 'void', executed: [idIn(voided)] });
    expect(sandbox.truth.authorizations({ provider }).at(-1)).toMatchObject({ state: 'voided', remainingAmount: { minor: 0 } }); // prettier-ignore
    expect(await flow.capture(sandbox, id)).toMatchObject(refusals.voided);
    expect(await flow.void(sandbox, id)).toMatchObject(refusals.voided);
    expect(sandbox.truth.captures()).toEqual([]);
  });

  test('a captured authorization is not voided', async () => {
    const sandbox = createSandbox();
    const id = idIn(await flow.authorize(sandbox));
    await flow.capture(sandbox, id);
    await flow.void(sandbox, id);
    expect(sandbox.truth.authorizations({ provider }).at(-1)).toMatchObject({ id, state: 'captured' });
  });

  test('an expired authorization is refused, up to the second at which it expires', async () => {
    let now = Date.parse('2026-03-01T12:00:00Z');
    const sandbox = createSandbox({ clock: () => new Date(now) });
    const expiresAt = '2026-03-01T13:00:00Z';
    const currencies: Readonly<Record<string, string>> = { freepayment: 'USD', paymentoptions: 'JPY', firstoken: 'COP', payfull: 'TRY' }; // prettier-ignore
    const { id } = sandbox.authorize({ provider, amount: { minor, currency: currencies[provider] ?? '' }, expiresAt });
    now += 3_600_000;
    expect(await flow.capture(sandbox, id)).toMatchObject(refusals.expired);
    expect(sandbox.truth.authorizations({ provider }).at(-1)).toMatchObject({ state: 'expired', expiresAt });
    now -= 1;
    await flow.capture(sandbox, id);
    expect(sandbox.truth.captures()).toMatchObject([{ state: 'captured' }]);
  });

  test('a fault strikes an authorization by its operation, and the truth has it', async () => {
    const sandbox = createSandbox();
    sandbox.faults.add({ fault: 'commit-then-drop', operation: 'authorization', times: 1 });
    await expect(flow.authorize(sandbox)).rejects.toThrow('fetch failed');
    expect(sandbox.truth.authorizations({ provider })).toHaveLength(2);
    expect(sandbox.truth.requests()).toBe(0);
    expect(sandbox.requests.list()).toMatchObject([{ operation: 'authorization', effect: 'reset' }]);
  });

  test('a snapshot keeps voids, refunds and the states of authorizations', async () => {
    const sandbox = createSandbox();
    await flow.void(sandbox, idIn(await flow.authorize(sandbox)));
    const copy = createSandbox();
    copy.restore(JSON.parse(JSON.stringify(sandbox.snapshot())));
    expect(copy.truth.authorizations()).toEqual(sandbox.truth.authorizations());
    expect(copy.snapshot()).toEqual(sandbox.snapshot());
    sandbox.reset(provider);
    expect(sandbox.snapshot().reversals).toEqual([]);
  });
});

const REFUNDING = FLOWS.flatMap((flow) => (flow.refund ? [{ ...flow, refund: flow.refund }] : []));

test.each(FLOWS.flatMap((flow) => (['other-amount', 'contradiction'] as const).map((fault) => ({ flow, fault }))))(
  '$flow.provider: $fault changes the response to an authorization, and not the truth',
  async ({ flow, fault }) => {
    const clock = () => new Date('2026-03-01T12:00:00Z');
    const [plain, struck] = [createSandbox({ clock }), createSandbox({ clock, faults: () => fault })];
    const [expected, changed] = [await flow.authorize(plain), await flow.authorize(struck)];
    expect(changed.body).not.toEqual(expected.body);
    expect(flow.idIn(changed)).toBe(flow.idIn(expected));
    expect(struck.truth.authorizations().at(-1)).toEqual(plain.truth.authorizations().at(-1));
  },
);

describe.each(REFUNDING)('$provider: refunds', ({ refund, minor, idIn, ...flow }) => {
  test('a capture is refunded in parts, and never beyond what it took', async () => {
    const sandbox = createSandbox();
    const captureId = idIn(await flow.capture(sandbox, idIn(await flow.authorize(sandbox))));
    const half = minor / 2;
    await refund(sandbox, captureId, half);
    await refund(sandbox, captureId, half + 1);
    expect(sandbox.truth.captures()).toMatchObject([{ captureId, refundedAmount: { minor: half } }]);
    const rest = await refund(sandbox, captureId, half);
    expect(sandbox.requests.list().at(-1)).toMatchObject({ operation: 'refund', captureId, executed: [expect.any(String)] }); // prettier-ignore
    await refund(sandbox, captureId, 1);
    expect(sandbox.truth.captures()).toMatchObject([{ state: 'captured', refundedAmount: { minor } }]);
    expect(idIn(rest)).not.toBe(captureId);
  });
});

describe.each(FLOWS.filter(({ provider }) => provider !== 'freepayment'))('$provider: test cards', (flow) => {
  test.each([
    '4000000000000002',
    '4000000000009995',
    '4000000000000069',
    '4000000000000127',
    '4100000000000019',
    '4000000000003220',
  ])('%s is declined, and its authorization cannot be captured', async (card) => {
    const sandbox = createSandbox();
    const declined = await flow.authorize(sandbox, { card });
    expect(declined.body).not.toMatchObject({ status: 'success' });
    const { id, state } = sandbox.truth.authorizations({ provider: flow.provider }).at(-1) ?? {};
    expect(state).toBe('declined');
    expect(await flow.capture(sandbox, id ?? '')).toMatchObject(flow.refusals.declined);
    expect(sandbox.truth.captures()).toEqual([]);
    // No card number is kept, not even one of these.
    expect(JSON.stringify(sandbox.snapshot())).not.toContain(card);
  });

  test('the log shows a test card, and no security code', async () => {
    const sandbox = createSandbox();
    await flow.authorize(sandbox);
    const [{ body } = { body: '' }] = sandbox.requests.list();
    expect(body).toContain('4111111111111111');
    expect(body).toMatch(/(?:cvc|security_code)(?:=|":")\*\*\*/);
  });

  test('a number that is not a published test card is refused, and appears nowhere', async () => {
    const sandbox = createSandbox();
    const before = sandbox.truth.authorizations().length;
    const reply = await flow.authorize(sandbox, { card: '4000056655665556' });
    expect(sandbox.truth.authorizations()).toHaveLength(before);
    expect(JSON.stringify([reply, sandbox.requests.list()])).not.toContain('4000056655665556');
  });
});

test.each(FLOWS.flatMap((flow) => (flow.lookup ? [{ flow, lookup: flow.lookup }] : [])))(
  '$flow.provider: a void is looked up by its own id',
  async ({ flow, lookup }) => {
    const sandbox = createSandbox();
    const voided = await flow.void(sandbox, flow.idIn(await flow.authorize(sandbox)));
    const found = await lookup(sandbox, flow.idIn(voided));
    expect(found.status).toBe(200);
    expect(flow.idIn(found)).toBe(flow.idIn(voided));
  },
);
