/**
 * The registry of commands and `decide`, the one door through which a case is changed. Pure.
 */
import type { Case } from "../case/case.ts";
import { info } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { err, type Result } from "../result.ts";
import { answerGive, caseCreate, eventAppend, eventRetract, intakeTake } from "./course.ts";
import type { CommandContext, CommandSpec, DomainError } from "./command.ts";
import { closingCommandSpecs } from "./closing.ts";
import { filingCommandSpecs } from "./filings.ts";
import { letterCommandSpecs } from "./letters.ts";
import { noteCommandSpecs } from "./notes.ts";
import { offerCommandSpecs } from "./offers.ts";
import { caseEdit, recordCommandSpecs } from "./records.ts";
import { replyCommandSpecs } from "./replies.ts";
import { ref } from "../identity.ts";

const specs: readonly CommandSpec[] = [
  caseCreate,
  caseEdit,
  eventAppend,
  eventRetract,
  intakeTake,
  answerGive,
  ...replyCommandSpecs,
  ...offerCommandSpecs,
  ...closingCommandSpecs,
  ...filingCommandSpecs,
  ...letterCommandSpecs,
  ...noteCommandSpecs,
  ...recordCommandSpecs,
];

/** Every command by name. */
export const commands: ReadonlyMap<string, CommandSpec> = new Map(specs.map((s) => [s.name, s]));

/**
 * What `name` with `data` would change.
 * Errors: `unknown_command`, `bad_data` with path and reason, `not_allowed` for a viewer, and those of the command.
 */
export function decide(
  of: Case,
  name: string,
  data: unknown,
  ctx: CommandContext,
): Result<readonly Change[], DomainError> {
  const spec = commands.get(name);
  if (!spec) return err({ kind: "unknown_command", command: name });
  if (ctx.role === "viewer") return err({ kind: "not_allowed", role: ctx.role });
  if (name !== "case.create" && !info(of)) return err({ kind: "unknown_record", ref: ref("case", of.caseId) });
  const parsed = spec.schema.safeParse(data);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return err({ kind: "bad_data", command: name, path: first?.path.join(".") ?? "", reason: first?.message ?? "" });
  }
  return spec.decide(of, parsed.data, ctx);
}
