/**
 * `recourse clock RULE`: when a period of the pack ends, counted from a day or an instant, without a case (K1–K3).
 *
 * 1. Exit 1 where the pack names no end: a period that people set, or a rule that did not stand on that day.
 */
import {
  err,
  ok,
  parseWhen,
  ruleClockOf,
  type Args,
  type ClockError,
  type DomainError,
  type Result,
} from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { word } from "@recourse/words";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Errors: usage, a rule the pack does not have among them. */
export function countClock(args: readonly string[], shell: Shell): Result<ExitCode, UsageError | DomainError> {
  const o = readOptions("clock", args, { strings: ["from"], flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const bad = (reason: string): Result<never, UsageError> => err({ kind: "usage", verb: "clock", reason });
  const told = o.value.text("from");
  if (told === undefined) return bad("--from");
  const from = parseWhen(told);
  if (!from.ok) return bad(`--from ${told}`);
  const clock = ruleClockOf(pack, o.value.words[0] ?? "", from.value);
  if (!clock.ok) {
    if (clock.error.kind === "unknown_rule") return bad(`RULE ${clock.error.rule}`);
    shell.err(`${refusal(clock.error, shell)}\n`);
    return ok(1);
  }
  const { rule, due, provisional, basis, latest, owner, indicative } = clock.value;
  if (o.value.flag("json")) {
    shell.out(json({ due, provisional, basis, rule, owner, ...(latest === undefined ? {} : { latest }), indicative }));
    return ok(0);
  }
  const lines = [
    `${word(`clock.rule.${rule}`, {}, shell.lang)}  ${word("cli.clock.due", { due }, shell.lang)}`,
    ...(latest === undefined ? [] : [word("clock.latest", { due: latest }, shell.lang)]),
    ...(provisional ? [word("clock.provisional", {}, shell.lang)] : []),
    ...(indicative ? [word("clock.indicative", {}, shell.lang)] : []),
    basis.join(" "),
  ];
  shell.out(`${lines.join("\n")}\n`);
  return ok(0);
}

const refusal = (e: Exclude<ClockError, { readonly kind: "unknown_rule" }>, shell: Shell): string => {
  const { kind, ...facts } = e;
  const args: Args =
    kind === "user_chosen" ? { hours: "suggestHours" in facts ? facts.suggestHours.map(String) : [] } : (facts as Args);
  return word(`cli.clock.${kind}`, args, shell.lang);
};
