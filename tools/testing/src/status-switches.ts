import ts from 'typescript';

/** A `switch` over the status of something, in code. */
export interface StatusSwitch {
  /** Its statuses, in order. */
  readonly cases: readonly string[];
  /** True where it ends with `default` and `assertNever`, so that it does not compile if a status has no case. */
  readonly guarded: boolean;
  /** The same code without the case of a status. */
  readonly without: (status: string) => string;
}

/** The `switch` statements over `….status`, or a `status` of their own, in TypeScript code. */
export function statusSwitches(code: string): StatusSwitch[] {
  const source = ts.createSourceFile('code.tsx', code, ts.ScriptTarget.Latest, true);
  const found: StatusSwitch[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node) && /(?:^|[.?])status$/.test(node.expression.getText())) found.push(described(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;

  function described({ caseBlock: { clauses } }: ts.SwitchStatement): StatusSwitch {
    const statusOf = (clause: ts.CaseOrDefaultClause) =>
      ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression) ? clause.expression.text : undefined;
    return {
      cases: clauses.map(statusOf).filter((status) => status !== undefined),
      guarded: clauses.some((clause) => ts.isDefaultClause(clause) && /\bassertNever\(/.test(clause.getText())),
      without(status) {
        const clause = clauses.find((one) => statusOf(one) === status);
        if (!clause || !ts.isCaseClause(clause)) throw new Error(`no case of ${status}`);
        return code.slice(0, clause.getStart()) + code.slice(clause.getEnd());
      },
    };
  }
}
