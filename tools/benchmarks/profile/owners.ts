/** Owner spends time, in the order of the tables, and what the tables call them. */
export const OWNERS = {
  provider: 'the provider’s package',
  core: '`@capture/core`',
  valibot: '`valibot`',
  noble: '`@noble/hashes`',
  ky: '`ky`',
  library: 'another library',
  program: 'the program',
  fetch: '`fetch` of Node',
  http: '`node:http` and sockets',
  loading: 'loading of modules',
  node: 'the rest of Node',
  collector: 'garbage',
  engine: 'the engine',
} as const;

export type Owner = keyof typeof OWNERS | 'profiler';

/** The owner of the file that a function is in. */
export function ownerOf(url: string): Owner {
  if (url === '') return 'engine';
  if (url.startsWith('node:')) return ownerInNode(url.slice('node:'.length));
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (name === undefined) return 'program';
  if (name === '@capture/core') return 'core';
  if (name.startsWith('@capture/')) return 'provider';
  if (name === '@noble/hashes') return 'noble';
  return name === 'ky' || name === 'valibot' ? name : 'library';
}

function ownerInNode(module: string): Owner {
  if (module.startsWith('inspector')) return 'profiler';
  if (module.includes('undici')) return 'fetch';
  if (/^internal\/(modules|vm)/.test(module)) return 'loading';
  return /^(_?http|net$|(internal\/)?(http|net|streams?))/.test(module) ? 'http' : 'node';
}
