/**
 * `recourse cite`: is this citation right, and are these its words? (B6, L5)
 */
import { cite, err, ok, parseInstant, type Result } from "@recourse/core";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Exit 1 when the citation differs from the pack or is unknown to it. */
export async function citeLaw(args: readonly string[], shell: Shell): Promise<Result<ExitCode, UsageError>> {
  const o = readOptions("cite", args, { strings: ["quote", "at"], flags: ["json"], words: [2, 2] });
  if (!o.ok) return o;
  const [law = "", article = ""] = o.value.words;
  const quote = o.value.text("quote");
  const when = o.value.text("at");
  const at = when === undefined ? ok(shell.now()) : parseInstant(when);
  if (!at.ok) return err({ kind: "usage", verb: "cite", reason: `--at ${when ?? ""}` });
  const result = cite(await withTexts(), { law, article, at: at.value, ...(quote === undefined ? {} : { quote }) });
  if (o.value.flag("json")) shell.out(json(result));
  else {
    const nearest = result.nearest.map((n) => `  ${n.id}: ${n.text}`).join("\n");
    shell.out(
      `${result.id}  ${result.force}  ${result.check}  ${result.match}\n${result.text}\n${nearest === "" ? "" : `nearest:\n${nearest}\n`}`,
    );
  }
  const fine =
    quote === undefined ? result.match !== "unknown" && result.force === "in-force" : result.match === "verbatim";
  return ok(fine ? 0 : 1);
}
