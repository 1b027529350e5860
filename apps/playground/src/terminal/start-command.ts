import { UsageError } from '../accounts/usage-error.ts';
import { startPlayground } from '../server/playground.ts';
import { runDemo } from './demo.ts';
import { openBrowser } from './open-browser.ts';
import { START_HELP, startOptions, type StartOptions } from './start-options.ts';

/** Where `start` finds the built page, and prints. */
export interface StartContext {
  readonly page: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** `start`: the demo, then the playground, which keeps the process running. Resolves to the exit code. */
export async function startCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  context: StartContext,
): Promise<0 | 1 | 2> {
  try {
    return await start(startOptions(args), environment, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    context.err(error.message);
    return 2;
  }
}

async function start(
  { help, once, wide, ...options }: StartOptions,
  environment: NodeJS.ProcessEnv,
  context: StartContext,
): Promise<0 | 1> {
  const { out, err } = context;
  if (help) {
    out(START_HELP);
    return 0;
  }
  const { output, asExpected } = await runDemo({ wide });
  out(`${output}\n`);
  if (!asExpected) {
    err('Not every capture ended as expected.');
    return 1;
  }
  return once ? 0 : serve(options, environment, context);
}

async function serve(
  { port, open, live }: Omit<StartOptions, 'help' | 'once' | 'wide'>,
  environment: NodeJS.ProcessEnv,
  { page, out, err }: StartContext,
): Promise<0 | 1> {
  const playground = await startPlayground({ page, live, environment, ...(port !== undefined && { port }) });
  // The server takes the next free port. A port that was named is a promise to bookmarks and proxies.
  if (port && new URL(playground.origin).port !== String(port)) {
    await playground.close();
    err(`Port ${port} is taken. Name another one with --port, or 0 for any free one.`);
    return 1;
  }
  if (live) out('LIVE: captures can charge real cards with the credentials in this environment.');
  out(`The playground is running at\n\n  ${playground.address}\n\nCtrl+C stops it.`);
  if (open) openBrowser(playground.address);
  return 0;
}
