/**
 * `recourse event`: says that something happened in the case, when it is known to have happened (X1).
 *
 * 1. Events are appended and never edited; a mistake is undone by `event.retracted` with `{"of": "<event id>"}`.
 */
import { decide, err, ok, packName, parseWhen, type Change, type DomainError, type Result } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { resolve } from "node:path";
import { changeFolder, openFolder } from "../case-folder.ts";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** `--at` takes an instant or, where only the day is known, a date. Errors: usage, those of the folder, `in_future`, `bad_data`. Prints the event as JSON. */
export async function appendEvent(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("event", args, { strings: ["at", "data"], words: [2, 2] });
  if (!o.ok) return o;
  const bad = (reason: string): Result<never, UsageError> => err({ kind: "usage", verb: "event", reason });
  const [dir = ".", type = ""] = o.value.words;
  const told = o.value.text("at");
  if (told === undefined) return bad("--at");
  const at = parseWhen(told);
  if (!at.ok) return bad(`--at ${told}`);
  let data: unknown;
  try {
    data = JSON.parse(o.value.text("data") ?? "{}");
  } catch (e) {
    return bad(`--data: ${e instanceof Error ? e.message : "not JSON"}`);
  }
  const folder = await openFolder(resolve(shell.cwd, dir));
  if (!folder.ok) return folder;
  const full = await withTexts();
  const [command, given] = commandOf(type, at.value, data, shell);
  let decided: readonly Change[] = [];
  const done = await changeFolder(folder.value, [packName(pack)], (of) => {
    const changes = decide(of, command, given, {
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
  shell.out(json(decided.filter((c) => c.op === "append").map((c) => ({ id: c.id, ...c.value }))));
  return ok(0);
}

/** Taking back is a command of its own: it must name an event that is there. */
function commandOf(type: string, at: string, data: unknown, shell: Shell): readonly [string, unknown] {
  const id = shell.mint();
  const of = typeof data === "object" && data !== null && "of" in data ? data.of : undefined;
  return type === "event.retracted" ? ["event.retract", { id, of }] : ["event.append", { id, type, at, data }];
}
