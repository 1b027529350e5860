// Runs in every runtime: executes the captures of a plan, one after the other, and reports the outcome of each.
// A plan names providers and addresses; the amount and the ids are the samples of the pages. ky is the one that passes
// a `Request` to the `fetch` of the runtime.
export async function runPlan(plan, packages) {
  const results = [];
  const { fetch } = globalThis;
  let throughKy = 0;
  globalThis.fetch = (input, init) => {
    if (input instanceof Request) throughKy += 1;
    return fetch(input, init);
  };
  for (const { id, fault, options, request } of plan) {
    const make = Object.entries(packages[id]).find(([name]) => name.startsWith('create'))?.[1];
    throughKy = 0;
    const result = await make(options).capture(request);
    results.push({
      id,
      fault,
      status: result.status,
      code: result.error?.code,
      stage: result.stage,
      detail: result.error?.detail,
      throughKy,
    });
  }
  globalThis.fetch = fetch;
  return results;
}
