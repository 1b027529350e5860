import { printable, type CaptureResult } from '@capture/core';
import { createSandbox, type FaultName, type Sandbox, type SandboxServer } from '@capture/sandbox';
import { createSandboxClient, PROVIDERS, type Provider } from '../providers/index.ts';
import { formatAmount } from '../shared/format-amount.ts';
import { table } from './table.ts';

/** The printed demo, and whether every capture ended as expected. */
export interface DemoResult {
  readonly output: string;
  readonly asExpected: boolean;
}

/** One capture against the sandbox, with its true state there. */
interface DemoCapture {
  readonly provider: Provider;
  readonly result: CaptureResult;
  readonly milliseconds: number;
  /** The state of the capture in the sandbox, whatever was responded to the client. */
  readonly truth: string;
  readonly asExpected: boolean;
}

type Expectation = (provider: Provider, result: CaptureResult, truth: string) => boolean;

/** Captures the sample of every provider, then loses every response, and prints each result beside the true state. */
export async function runDemo({ wide = false }: { readonly wide?: boolean } = {}): Promise<DemoResult> {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  try {
    const plain = await captureEverywhere(sandbox, server, isExpected);
    sandbox.reset();
    const lost = await captureEverywhere(sandbox, server, isUnknown, 'commit-then-drop');
    const columns = (cells: readonly string[]) => cells.filter((_cell, i) => wide || !WIDE.has(i));
    return {
      output: [
        table(
          columns(HEADER),
          plain.map((one) => columns(row(one))),
        ),
        '',
        'The same, with every response lost after the capture was executed:',
        ...lost.map(sentence),
        '',
        `${countExpected(plain)} captures as expected, ${countExpected(lost)} lost responses reported as unknown.`,
      ].join('\n'),
      asExpected: [...plain, ...lost].every(({ asExpected }) => asExpected),
    };
  } finally {
    await server.close();
  }
}

/** Both mean that the provider accepted it: a pending capture may be final there before a response says so. */
const ACCEPTED = ['captured', 'pending'];

const isExpected: Expectation = ({ expected }, { status }, truth) => status === expected && ACCEPTED.includes(truth);

const isUnknown: Expectation = (_provider, { status }, truth) => status === 'unknown' && ACCEPTED.includes(truth);

async function captureEverywhere(
  sandbox: Sandbox,
  server: SandboxServer,
  expectation: Expectation,
  fault?: FaultName,
): Promise<DemoCapture[]> {
  const captures: DemoCapture[] = [];
  for (const provider of PROVIDERS) {
    const baseUrl = server.baseUrl(provider.id, fault ? { fault } : {});
    const client = createSandboxClient(provider, sandbox, { baseUrl });
    const started = performance.now();
    const result = await client.capture(provider.sample as never);
    const milliseconds = performance.now() - started;
    const truth = sandbox.truth.captures({ provider: provider.id }).at(-1)?.state ?? 'nothing captured';
    captures.push({ provider, result, milliseconds, truth, asExpected: expectation(provider, result, truth) });
  }
  return captures;
}

const HEADER = [
  '',
  'provider',
  'requested',
  'HTTP',
  'result',
  'provider code',
  'capture id',
  'reported amount',
  'ms',
  'in the sandbox',
];

/** The columns that only a wide table has: HTTP, provider code, capture id, reported amount. */
const WIDE = new Set([3, 5, 6, 7]);

function row({ provider, result, milliseconds, truth, asExpected }: DemoCapture): string[] {
  const responded = 'response' in result ? result : undefined;
  const { reportedAmount, amountCheck = '-', httpStatus = '-', providerCode = '-' } = responded ?? {};
  return [
    asExpected ? '✓' : '✗',
    provider.title,
    formatAmount(result.amount),
    String(httpStatus),
    result.status,
    printable(providerCode, 64),
    printable(('captureId' in result ? result.captureId : undefined) ?? '-', 64),
    reportedAmount ? `${formatAmount(reportedAmount)} ${amountCheck}` : amountCheck,
    milliseconds.toFixed(0),
    truth,
  ];
}

function sentence({ provider, result, truth, asExpected }: DemoCapture): string {
  const code = 'error' in result ? ` (${result.error.code})` : '';
  return `${asExpected ? '✓' : '✗'} ${provider.title}: result ${result.status}${code}, in the sandbox ${truth}`;
}

function countExpected(captures: readonly DemoCapture[]): string {
  return `${captures.filter(({ asExpected }) => asExpected).length} of ${captures.length}`;
}
