/**
 * Core's problems as the problems panel takes them. Pure.
 *
 * 1. A code without words, from a newer app's records, is shown by its own words and never hidden.
 */
import type { Problem as CaseProblem } from "@recourse/core";
import type { Fix, Problem, Severity } from "@recourse/ui";
import type { Say } from "../services/services.ts";

const severities: Readonly<Record<CaseProblem["severity"], Severity>> = {
  block: "error",
  warn: "warning",
  info: "info",
};
const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The worst first; among equals as the assessment has them. */
export function problemsOf(problems: readonly CaseProblem[], say: Pick<Say, "has" | "say">): readonly Problem[] {
  return problems.map((problem) => one(problem, say)).toSorted((a, b) => order[a.severity] - order[b.severity]);
}

function one({ code, severity, target, message, fixes }: CaseProblem, say: Pick<Say, "has" | "say">): Problem {
  const [kind = ""] = target.split("/");
  return {
    // The panel words a problem by its code: that is the message's.
    code: say.has(message.code) ? message.code : "screen.problem.other",
    args: say.has(message.code) ? message.args : { code },
    severity: severities[severity],
    target,
    ...(say.has(`screen.kind.${kind}`) ? { place: say.say({ code: `screen.kind.${kind}`, args: {} }) } : {}),
    fixes: fixes.map((fix, at): Fix => ({
      title: fix.title,
      command: "app.run",
      arg: { command: fix.command, data: fix.data },
      preferred: fix.preferred ?? at === 0,
    })),
  };
}
