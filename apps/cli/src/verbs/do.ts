/**
 * `recourse do` runs any core command; `recourse commands` lists them.
 *
 * 1. An `add` without `id` gets a fresh one: at a command line the person does not mint ids.
 */
import { commands, decide, err, ok, packName, type Change, type DomainError, type Result } from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { pack } from "@recourse/pack-cn";
import * as z from "zod/mini";
import { resolve } from "node:path";
import { changeFolder, openFolder } from "../case-folder.ts";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Errors: usage (unknown command, no JSON), those of the folder and of the command. Prints the changes as JSON. */
export async function runCommand(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("do", args, { strings: ["data"], words: [2, 2] });
  if (!o.ok) return o;
  const [dir = ".", name = ""] = o.value.words;
  const spec = commands.get(name);
  if (!spec) return err({ kind: "unknown_command", command: name });
  const given = o.value.text("data");
  let data: unknown;
  try {
    data = JSON.parse(given === "-" ? await shell.readStdin() : (given ?? "{}"));
  } catch (e) {
    return err({ kind: "usage", verb: "do", reason: `--data: ${e instanceof Error ? e.message : "not JSON"}` });
  }
  const folder = await openFolder(resolve(shell.cwd, dir));
  if (!folder.ok) return folder;
  const full = await withTexts();
  const filled = withId(data, spec.schema, shell);
  let decided: readonly Change[] = [];
  const done = await changeFolder(folder.value, [packName(pack)], (of) => {
    const changes = decide(of, name, filled, {
      now: shell.now(),
      role: "owner",
      pack: full,
      mint: shell.mint,
      render: letterRenderer,
    });
    if (changes.ok) decided = changes.value;
    return changes;
  });
  if (!done.ok) return done;
  shell.out(json(decided));
  return ok(0);
}

/** Adds `id` where the schema asks for one and the data has none. */
function withId(data: unknown, schema: z.ZodMiniType, shell: Shell): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data) || "id" in data) return data;
  const parsed = schema.safeParse(data);
  return !parsed.success && parsed.error.issues.some((i) => i.path[0] === "id") ? { id: shell.mint(), ...data } : data;
}

/** Every command with its JSON Schema. */
export function listCommands(args: readonly string[], shell: Shell): Result<ExitCode, UsageError> {
  const o = readOptions("commands", args, { flags: ["json"], words: [0, 0] });
  if (!o.ok) return o;
  const list = [...commands.values()].map((c) => ({
    name: c.name,
    schema: z.toJSONSchema(c.schema, { unrepresentable: "any" }),
  }));
  shell.out(o.value.flag("json") ? json(list) : `${list.map((c) => c.name).join("\n")}\n`);
  return ok(0);
}
