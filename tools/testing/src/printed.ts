import { inspect } from 'node:util';

/** Everything that a log, a debugger or a report could show of a value. */
export function printed(value: unknown): string {
  return [inspect(value, { depth: Infinity, showHidden: true }), JSON.stringify(value), String(value)].join('\n');
}

/** The same of an error, without the places in files: their line numbers could match anything. */
export function printedError(error: Error): string {
  return printed(error).replace(/^ +at .*$/gm, '');
}
