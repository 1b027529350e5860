import type { Operation } from '../emulator/emulator.ts';
import type { ProviderName } from '../state/provider-names.ts';
import type { FaultCall, FaultName } from './faults.ts';

/** A fault for the calls that fit it. Every member that is given has to fit. */
export interface NewFaultRule {
  readonly fault: FaultName;
  readonly provider?: ProviderName | undefined;
  readonly operation?: Operation | undefined;
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
  /** The number of calls that it strikes; after that it is gone. Without it, it stays. */
  readonly times?: number | undefined;
  /** The probability with which a fitting call is struck, from 0 to 1. 1 by default. */
  readonly probability?: number | undefined;
}

/** A rule in force. */
export interface FaultRule extends NewFaultRule {
  readonly id: string;
  /** The number of calls that it struck so far. */
  readonly struck: number;
}

/** Faults that are set while the sandbox runs. The newest rule that fits a call strikes it. */
export class FaultRules {
  #rules: FaultRule[] = [];
  #count = 0;
  readonly #random: () => number;

  /** `random` returns a number from 0 to 1, for rules with a probability. */
  constructor(random: () => number) {
    this.#random = random;
  }

  list(): readonly FaultRule[] {
    return this.#rules.map((rule) => ({ ...rule }));
  }

  add(rule: NewFaultRule): FaultRule {
    this.#count += 1;
    const added = { ...rule, id: `f${String(this.#count)}`, struck: 0 };
    this.#rules = [added, ...this.#rules];
    return { ...added };
  }

  /** Removes a rule; false if there is none with this id. */
  remove(id: string): boolean {
    const before = this.#rules.length;
    this.#rules = this.#rules.filter((rule) => rule.id !== id);
    return this.#rules.length < before;
  }

  clear(): void {
    this.#rules = [];
  }

  /** Chooses the fault for a call, and counts it. */
  choose(call: FaultCall): FaultName | undefined {
    const rule = this.#rules.find((one) => fits(one, call) && this.#random() < (one.probability ?? 1));
    if (!rule) return undefined;
    const struck = { ...rule, struck: rule.struck + 1 };
    this.#rules = this.#rules.flatMap((one) => {
      if (one !== rule) return [one];
      return struck.struck === rule.times ? [] : [struck];
    });
    return rule.fault;
  }
}

function fits(rule: NewFaultRule, call: FaultCall): boolean {
  const names = ['provider', 'operation', 'reference', 'authorizationId'] as const;
  return names.every((name) => rule[name] === undefined || rule[name] === call[name]);
}
