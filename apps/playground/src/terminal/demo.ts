import { formatMajor, type CaptureResult, type Money } from '@capture/core';
import { createSandbox, type FaultName, type Sandbox, type SandboxServer } from '@capture/sandbox';
import { PROVIDERS, type Provider } from '../providers/index.ts';
import { table } from './table.ts';

/** One capture against the sandbox, and what really happened. */
export interface DemoCapture {
  readonly provider: Provider;
  readonly result: CaptureResult;
  readonly milliseconds: number;
  /** The state of the capture in the sandbox: what surely happened, whatever the client was told. */
  readonly truth: string;
  readonly asExpected: boolean;
}

/** What the main job ends in. */
export interface DemoResult {
  readonly output: string;
  readonly asExpected: boolean;
}

/** Captures once at each provider with the sample of its page, then loses two answers, and tells each verdict beside the truth. */
export async function runDemo(): Promise<DemoResult> {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  try {
    const runs: DemoCapture[] = [];
    for (const provider of PROVIDERS) {
      runs.push(
        await run(
          sandbox,
          server,
          provider,
          ({ status }, truth) => status === provider.expected && ACCEPTED.includes(truth),
        ),
      );
    }
    sandbox.reset();
    const lost: DemoCapture[] = [];
    for (const provider of PROVIDERS.filter(({ id }) => id === 'payfull' || id === 'pockyt')) {
      lost.push(
        await run(
          sandbox,
          server,
          provider,
          ({ status }, truth) => status === 'unknown' && truth === 'captured',
          'commit-then-drop',
        ),
      );
    }
    return {
      output: [
        table(HEADER, runs.map(row)),
        '',
        'The same, with the answer lost on the way back:',
        ...lost.map(sentence),
      ].join('\n'),
      asExpected: [...runs, ...lost].every(({ asExpected }) => asExpected),
    };
  } finally {
    await server.close();
  }
}

async function run(
  sandbox: Sandbox,
  server: SandboxServer,
  provider: Provider,
  expected: (result: CaptureResult, truth: string) => boolean,
  fault?: FaultName,
): Promise<DemoCapture> {
  const client = provider.create({
    ...sandbox.credentials[provider.id],
    baseUrl: server.baseUrl(provider.id, fault ? { fault } : {}),
  });
  const started = performance.now();
  const result = await client.capture(provider.sample as never);
  const milliseconds = performance.now() - started;
  const truth = sandbox.truth.captures({ provider: provider.id }).at(-1)?.state ?? 'nothing captured';
  return { provider, result, milliseconds, truth, asExpected: expected(result, truth) };
}

/** Both mean that the provider took it; a pending capture may be settled there before its answer says so. */
const ACCEPTED = ['captured', 'pending'];

const HEADER = [
  '',
  'provider',
  'asked',
  'HTTP',
  'result',
  'provider said',
  'capture id',
  'amount',
  'ms',
  "sandbox's truth",
];

function row({ provider, result, milliseconds, truth, asExpected }: DemoCapture): string[] {
  const answered = 'answer' in result ? result : undefined;
  return [
    asExpected ? '✓' : '✗',
    provider.title,
    formatAmount(result.amount),
    String(answered?.httpStatus ?? '-'),
    result.status,
    answered?.providerCode ?? '-',
    'captureId' in result ? result.captureId : '-',
    answered ? `${answered.reportedAmount ? formatAmount(answered.reportedAmount) : '-'} ${answered.amountCheck}` : '-',
    milliseconds.toFixed(0),
    truth,
  ];
}

function sentence({ provider, result, truth, asExpected }: DemoCapture): string {
  const code = 'error' in result ? ` (${result.error.code}, money moved: ${result.error.moneyMoved})` : '';
  return `${asExpected ? '✓' : '✗'} ${provider.title}: verdict "${result.status}"${code}, truth "${truth}"`;
}

function formatAmount(amount: Money): string {
  return `${formatMajor(amount)} ${amount.currency}`;
}
