import { UsageError } from '../accounts/usage-error.ts';
import { isParseError, parseOptions } from './parse-options.ts';

const OPTIONS = {
  port: { type: 'string' },
  open: { type: 'boolean' },
  once: { type: 'boolean' },
  wide: { type: 'boolean' },
  live: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** The usage of `start`. */
export const START_HELP = `Usage: start [options]

Captures once at each provider against the sandbox, prints the results, then
serves the playground on loopback until Ctrl+C.

Options:
  --port NUMBER  the port of the page; 0 picks a free one (default: the first
                 free one from 4242)
  --open         open the page in the browser; not with --live
  --once         end after the results
  --wide         print codes, ids and reported amounts as well
  --live         allow captures of real money with the credentials in the
                 environment
  --help         print this help

Examples:
  pnpm start
  pnpm start --port 5000 --open
  pnpm start --once

Exit codes: 0 every capture ended as expected, 1 one did not, or the port is
taken, 2 usage.`;

/** The options of `start`, checked. */
export interface StartOptions {
  /** The port of the page: exactly this one. Absent: the first free one. */
  readonly port?: number;
  readonly open: boolean;
  readonly once: boolean;
  readonly wide: boolean;
  readonly live: boolean;
  readonly help: boolean;
}

/** Reads the arguments of `start`; a mistake in them is a `UsageError`. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parsed(args);
  const { port, open = false, once = false, wide = false, live = false, help = false } = values;
  if (positionals.length > 0) throw new UsageError('start takes options only. See --help.');
  if (open && live)
    throw new UsageError('--open is not for --live: the address with its token would stand in the process list.');
  if (once && (open || port !== undefined)) throw new UsageError('--once ends before there is a page to serve.');
  return { ...(port !== undefined && { port: portOf(port) }), open, once, wide, live, help };
}

function parsed(args: readonly string[]) {
  try {
    return parseOptions(args, OPTIONS);
  } catch (error) {
    throw isParseError(error) ? new UsageError(`${error.message}. See --help.`) : error;
  }
}

function portOf(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new UsageError('--port must be a whole number from 0 to 65535.');
}
