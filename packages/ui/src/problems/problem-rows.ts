/** Rows of the problems list: order and identity. Pure. */
import type { Problem, Severity } from "../contribution.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Problems by row id, the gravest first and otherwise in their own order. The id is code and target, numbered where the
 * same problem stands more than once.
 */
export function keyed(problems: readonly Problem[]): ReadonlyMap<string, Problem> {
  const rows = new Map<string, Problem>();
  for (const problem of problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])) {
    const base = `${problem.code} ${problem.target}`;
    let id = base;
    for (let n = 2; rows.has(id); n += 1) id = `${base} ${n}`;
    rows.set(id, problem);
  }
  return rows;
}
