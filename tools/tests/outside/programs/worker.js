import packages from './packages.js';
import { runPlan } from './run-plan.js';

export default {
  async fetch(request) {
    return Response.json(await runPlan(await request.json(), packages));
  },
};
