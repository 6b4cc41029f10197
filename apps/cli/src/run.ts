/**
 * Which verb runs, and how its answer becomes an exit code and words.
 *
 * 1. Every refusal is worded with the file and the fix and goes to stderr; stdout stays clean.
 */
import { ok, type DomainError, type Result } from "@recourse/core";
import { explain, usage } from "./cli-words.ts";
import type { ExitCode, Shell, UsageError } from "./shell.ts";
import { addFiles } from "./verbs/add.ts";
import { assessCase } from "./verbs/assess.ts";
import { citeLaw } from "./verbs/cite.ts";
import { listCommands, runCommand } from "./verbs/do.ts";
import { draftLetter } from "./verbs/draft.ts";
import { lintText } from "./verbs/lint.ts";
import { newCase } from "./verbs/new.ts";
import { packBundle } from "./verbs/pack.ts";
import { printSchema } from "./verbs/schema.ts";
import { verifyBundle } from "./verbs/verify.ts";

type Verb = (
  args: readonly string[],
  shell: Shell,
) => Promise<Result<ExitCode, UsageError | DomainError>> | Result<ExitCode, UsageError | DomainError>;

const verbs: Readonly<Record<string, Verb>> = {
  new: newCase,
  add: addFiles,
  do: runCommand,
  commands: listCommands,
  assess: assessCase,
  draft: draftLetter,
  pack: packBundle,
  verify: verifyBundle,
  cite: citeLaw,
  lint: lintText,
  schema: printSchema,
};

/** Runs one command line. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const [name = "help", ...rest] = args;
  if (name === "help" || name === "--help" || name === "-h") {
    shell.out(usage(shell.lang));
    return 0;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    shell.err(`${explain({ kind: "usage", verb: name, reason: name }, shell.lang)}\n${usage(shell.lang)}`);
    return 2;
  }
  const answer = await (rest.includes("--help") ? help(shell) : verb(rest, shell));
  if (answer.ok) return answer.value;
  shell.err(`${explain(answer.error, shell.lang)}\n`);
  return 2;
}

function help(shell: Shell): Result<ExitCode, never> {
  shell.out(usage(shell.lang));
  return ok(0);
}
