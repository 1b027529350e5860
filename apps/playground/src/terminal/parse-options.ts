import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from '../accounts/usage-error.ts';
import { closest } from './closest.ts';

/** Parses arguments strictly. An unknown option is a `UsageError` that suggests the nearest one. */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  const names = Object.keys(options);
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || names.includes(token.name)) continue;
    const similar = closest(token.name, names);
    const hint = similar === undefined ? '' : ` Did you mean --${similar}?`;
    // The typed string is not repeated: it may be a misplaced secret.
    throw new UsageError(`Unknown option.${hint} Options: ${names.map((name) => `--${name}`).join(', ')}.`);
  }
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

/** True for an error that `parseArgs` throws: an option without its value, or with one that it does not take. */
export function isParseError(error: unknown): error is TypeError {
  return error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
