/**
 * Which verb runs, and how its answer becomes an exit code and words.
 *
 * 1. Every refusal is worded with the file and the fix and goes to stderr; stdout stays clean.
 */
import { ok, type DomainError, type Result } from "@recourse/core";
import { explain, usage } from "./cli-words.ts";
import type { ExitCode, Shell, UsageError } from "./shell.ts";

type Verb = (
  args: readonly string[],
  shell: Shell,
) => Promise<Result<ExitCode, UsageError | DomainError>> | Result<ExitCode, UsageError | DomainError>;

/** Each verb loads what it needs and no more: looking up an article reads no bill. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  new: async () => (await import("./verbs/new.ts")).newCase,
  add: async () => (await import("./verbs/add.ts")).addFiles,
  do: async () => (await import("./verbs/do.ts")).runCommand,
  commands: async () => (await import("./verbs/do.ts")).listCommands,
  event: async () => (await import("./verbs/event.ts")).appendEvent,
  assess: async () => (await import("./verbs/assess.ts")).assessCase,
  deadlines: async () => (await import("./verbs/deadlines.ts")).listDeadlines,
  clock: async () => (await import("./verbs/clock.ts")).countClock,
  channels: async () => (await import("./verbs/channels.ts")).listChannels,
  draft: async () => (await import("./verbs/draft.ts")).draftLetter,
  pack: async () => (await import("./verbs/pack.ts")).packBundle,
  verify: async () => (await import("./verbs/verify.ts")).verifyBundle,
  log: async () => (await import("./verbs/log.ts")).checkLog,
  share: async () => (await import("./verbs/share.ts")).shareCase,
  cite: async () => (await import("./verbs/cite.ts")).citeLaw,
  lint: async () => (await import("./verbs/lint.ts")).lintText,
  schema: async () => (await import("./verbs/schema.ts")).printSchema,
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
  const answer = rest.includes("--help") ? help(shell) : await (await verb())(rest, shell);
  if (answer.ok) return answer.value;
  shell.err(`${explain(answer.error, shell.lang)}\n`);
  return 2;
}

function help(shell: Shell): Result<ExitCode, never> {
  shell.out(usage(shell.lang));
  return ok(0);
}
