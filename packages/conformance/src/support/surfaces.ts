import { inspect } from 'node:util';

/** A value as strings, by the way of printing it. */
export function surfacesOf(name: string, value: unknown): readonly (readonly [name: string, printed: string])[] {
  const all = {
    showHidden: true,
    getters: true,
    depth: Number.POSITIVE_INFINITY,
    maxStringLength: null,
    maxArrayLength: null,
    breakLength: Number.POSITIVE_INFINITY,
  };
  return [
    [`${name} (inspect)`, inspect(value, all)],
    [`${name} (inspect without custom printing)`, inspect(value, { ...all, customInspect: false })],
    [`${name} (JSON)`, asJson(value)],
    [`${name} (String)`, asString(value)],
    ...errorsIn(value).map((error, depth) => [`${name} (error ${depth})`, describeError(error)] as const),
  ];
}

function asJson(value: unknown): string {
  const plain = (_key: string, inner: unknown): unknown => (typeof inner === 'bigint' ? String(inner) : inner);
  try {
    // `undefined` and functions have no JSON.
    const written = JSON.stringify(value, plain) as string | undefined;
    return written ?? '';
  } catch {
    return '';
  }
}

function asString(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '';
  }
}

/** The error of a result, or the value itself where it is an error, with all causes. */
function errorsIn(value: unknown): readonly Error[] {
  const errors: Error[] = [];
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null || errors.includes(inner as Error)) return;
    if ('message' in inner && 'stack' in inner) errors.push(inner as Error);
    visit((inner as { error?: unknown }).error);
    visit((inner as { cause?: unknown }).cause);
    const { errors: several } = inner as { errors?: unknown };
    if (Array.isArray(several)) several.forEach(visit);
  };
  visit(value);
  return errors;
}

function describeError(error: Error): string {
  const own = Object.getOwnPropertyNames(error).map((name) => `${name}: ${asString(Reflect.get(error, name))}`);
  return [error.name, error.message, error.stack ?? '', ...own].join('\n');
}

/** Runs an action and collects everything that is written to the console meanwhile. */
export async function withCapturedConsole<T>(
  action: () => Promise<T>,
): Promise<{ readonly value: T; readonly written: string }> {
  const target = globalThis.console as unknown as Record<string, unknown>;
  const methods = Object.keys(target).filter((name) => typeof target[name] === 'function');
  const originals = methods.map((name) => [name, target[name]] as const);
  const written: string[] = [];
  for (const name of methods) {
    target[name] = (...values: unknown[]) => {
      written.push(...values.map((value) => inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true })));
    };
  }
  try {
    return { value: await action(), written: written.join('\n') };
  } finally {
    for (const [name, original] of originals) target[name] = original;
  }
}
