import { readFileSync } from 'node:fs';
import packages from './packages.js';
import { runPlan } from './run-plan.js';

console.log(JSON.stringify(await runPlan(JSON.parse(readFileSync('plan.json', 'utf8')), packages)));
