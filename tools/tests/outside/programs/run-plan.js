// Runs in every runtime: executes the captures of a plan, one after the other, and reports the outcome of each.
// A plan names providers and addresses; the amount and the ids are the samples of the pages.
export async function runPlan(plan, packages) {
  const results = [];
  for (const { id, fault, options, request } of plan) {
    const make = Object.entries(packages[id]).find(([name]) => name.startsWith('create'))?.[1];
    const result = await make(options).capture(request);
    results.push({
      id,
      fault,
      status: result.status,
      code: result.error?.code,
      stage: result.stage,
      detail: result.error?.detail,
    });
  }
  return results;
}
