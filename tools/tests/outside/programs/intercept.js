// Captures at every provider, with every fault of a plan, while msw or nock intercepts the default transport or the one
// for servers; the sandbox handles what they intercept. Reports each result, beside that of `fetch: sandbox.fetch`.
import { readFileSync } from 'node:fs';
import { createNodeTransport } from '@capture/core/node';
import { createSandbox } from '@capture/sandbox';
import packages from './packages.js';
import { runPlan } from './run-plan.js';

const [tool, kind] = process.argv.slice(2);
const steps = JSON.parse(readFileSync('plan.json', 'utf8'));
const transport = kind === 'node' ? { transport: createNodeTransport() } : {};

/** Lets a tool respond with a sandbox; returns the function that ends it. */
const interceptors = {
  async msw(sandbox) {
    const { http, HttpResponse } = await import('msw');
    const { setupServer } = await import('msw/node');
    const handle = ({ request }) => sandbox.fetch(request).catch(() => HttpResponse.error());
    const server = setupServer(http.all('*', handle));
    server.listen({ onUnhandledRequest: 'error' });
    return () => server.close();
  },
  async nock(sandbox) {
    const { default: nock } = await import('nock');
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    const respond = (origin, method) =>
      async function reply(path, body) {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const init = { method, headers: this.req.headers, body: text, redirect: 'manual' };
        const response = await sandbox.fetch(`${origin}${path}`, init);
        return [response.status, await response.text(), Object.fromEntries(response.headers)];
      };
    for (const origin of new Set(steps.map(({ id, fault }) => new URL(addressOf(sandbox, id, fault)).origin)))
      nock(origin).persist().post(/.*/).reply(respond(origin, 'POST'));
    return () => {
      nock.cleanAll();
      nock.restore();
    };
  },
};

const addressOf = (sandbox, id, fault) => sandbox.baseUrl(id, fault === 'none' ? {} : { fault });

/** Captures one step at a fresh sandbox. */
async function captureAt({ id, fault, request }, more, intercept) {
  const sandbox = createSandbox();
  const end = await intercept(sandbox);
  const baseUrl = addressOf(sandbox, id, fault);
  const options = { ...sandbox.credentials[id], baseUrl, timeout: fault === 'hang' ? 300 : 10_000, ...more(sandbox) };
  const [result] = await runPlan([{ id, fault, options, request }], packages);
  end();
  return { ...result, captures: sandbox.truth.captures().length, requests: sandbox.truth.requests() };
}

const reported = [];
for (const step of steps) {
  const intercepted = await captureAt(step, () => transport, interceptors[tool]);
  const direct = await captureAt(step, ({ fetch }) => ({ fetch }), () => () => undefined); // prettier-ignore
  reported.push({ id: step.id, fault: step.fault, intercepted, direct });
}
console.log(JSON.stringify(reported));
process.exit(0);
