import { mkdtempSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { money } from '@capture/core';
import { createSandbox, type Sandbox } from '@capture/sandbox';
import type { Random } from '../simulation/random.ts';
import type { Order, ProgramSettings } from './program-settings.ts';
import { type PassingRequest, type Proxy, startProxy } from './proxy.ts';

/** A sandbox server with orders, behind a proxy for each lane of processes, and a folder for one file of a journal. */
export interface World {
  readonly folder: string;
  readonly file: string;
  readonly orders: readonly Order[];
  readonly lanes: readonly { readonly proxy: Proxy; readonly settings: string }[];
  /** The number of captures of each order whose last byte passed. */
  readonly sent: ReadonlyMap<string, number>;
  readonly executions: (order: Order) => readonly { readonly captureId: string }[];
  readonly lost: () => number;
  readonly close: () => Promise<void>;
}

/** Options of {@link createWorld}. */
export interface NewWorld {
  readonly random: Random;
  readonly orders: number;
  readonly lanes: number;
  readonly lease: number;
}

/** The share of responses to captures that are lost. */
const LOST = 0.05;
const LOSSES = ['commit-then-drop', 'commit-then-drop', 'cut-body', 'drop-before-commit'] as const;

/** In memory where there is such a folder: a killed process loses nothing of it, and no run waits for a disk. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const isCapture = ({ line, body }: PassingRequest): boolean =>
  line.includes('/captures ') || body.includes('type=Capture');

/** Creates a world. */
export async function createKillWorld({ random, orders: count, lanes: laneCount, lease }: NewWorld): Promise<World> {
  let lost = 0;
  const sandbox = createSandbox({
    faults: ({ operation }) => {
      if (operation !== 'capture' || random.next() >= LOST) return undefined;
      lost += 1;
      return random.pick(LOSSES);
    },
  });
  const server = await sandbox.listen();
  const folder = mkdtempSync(join(BASE, 'capture-kills-'));
  const file = join(folder, 'captures.db');
  const orders = Array.from({ length: count }, (_, number) => newOrder(sandbox, number));
  const byAuthorization = new Map(orders.map(({ key, request }) => [request.authorizationId, key]));
  const sent = new Map<string, number>();
  const onCapture = ({ body }: PassingRequest): void => {
    const id = body.match(/[\w-]+/g)?.find((word) => byAuthorization.has(word)) ?? '';
    const key = byAuthorization.get(id) ?? 'an order that does not exist';
    sent.set(key, (sent.get(key) ?? 0) + 1);
  };
  const port = Number(new URL(server.url).port);
  const lanes: World['lanes'][number][] = [];
  for (let lane = 0; lane < laneCount; lane += 1) {
    const proxy = await startProxy({ port, isCapture, onCapture });
    const through = (provider: Order['account']) => server.baseUrl(provider).replace(server.url, proxy.url);
    const settings: ProgramSettings = {
      ...{ file, lease, orders, delays: [100, 300], attempts: 50 },
      payfull: { ...sandbox.credentials.payfull, baseUrl: through('payfull') },
      freepayment: { ...sandbox.credentials.freepayment, baseUrl: through('freepayment') },
    };
    const path = join(folder, `lane-${lane}.json`);
    writeFileSync(path, JSON.stringify(settings));
    lanes.push({ proxy, settings: path });
  }
  return {
    ...{ folder, file, orders, lanes, sent },
    executions: ({ request: { authorizationId } }) =>
      sandbox.truth.captures({ authorizationId }).filter(({ state }) => state !== 'declined'),
    lost: () => lost,
    close: async () => {
      for (const { proxy } of lanes) proxy.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newOrder(sandbox: Sandbox, number: number): Order {
  const [account, amount] =
    number % 2 === 0 ? (['payfull', money('23.02', 'TRY')] as const) : (['freepayment', money('0.50', 'USD')] as const);
  const key = `order-${number}`;
  // More than is captured, so that a second capture would be executed where the provider allows several.
  const authorized = { minor: amount.minor * 10, currency: amount.currency };
  const { id: authorizationId } = sandbox.authorize({ provider: account, amount: authorized, reference: key });
  const own = account === 'payfull' ? { clientIp: '192.168.1.1' } : { reference: key };
  return { key, account, request: { authorizationId, amount, ...own } as Order['request'], ships: number % 4 < 2 };
}
