/* eslint-disable @typescript-eslint/no-require-imports */
// CommonJS: a capture at every provider of the plan, over a connection to the sandbox and through its `fetch`.
const { readFileSync } = require('node:fs');
const { createSandbox } = require('@capture/sandbox');
const packages = require('./packages.js');

exports.captureEverywhere = async function captureEverywhere(planFile = 'plan.json') {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const statuses = [];
  for (const { id, factory, request } of JSON.parse(readFileSync(planFile, 'utf8'))) {
    const options = { ...sandbox.credentials[id], baseUrl: server.baseUrl(id) };
    const direct = await packages[id][factory](options).capture(request);
    const inProcess = await packages[id][factory]({ ...options, fetch: createSandbox().fetch }).capture(request);
    statuses.push(`${id} ${direct.status} ${inProcess.status}`);
  }
  const { length: captures } = sandbox.truth.captures();
  await server.close();
  return { statuses, captures };
};
