/**
 * `recourse cite`: is this citation right, and are these its words? (B6, L5)
 */
import { cite, err, ok, parseInstant, type Result } from "@recourse/core";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Exit 1 when the article is not in the pack, was not law on the day, or does not have the words. */
export async function citeLaw(args: readonly string[], shell: Shell): Promise<Result<ExitCode, UsageError>> {
  const o = readOptions("cite", args, { strings: ["quote", "at"], flags: ["json"], words: [2, 2] });
  if (!o.ok) return o;
  const [law = "", article = ""] = o.value.words;
  const quote = o.value.text("quote");
  const when = o.value.text("at");
  const at = when === undefined ? ok(shell.now()) : parseInstant(when);
  if (!at.ok) return err({ kind: "usage", verb: "cite", reason: `--at ${when ?? ""}` });
  const result = cite(await withTexts(), { law, article, at: at.value, ...(quote === undefined ? {} : { quote }) });
  const { id = null, force, check, match, text = null, nearest } = result;
  if (o.value.flag("json")) shell.out(json({ id, force, check, match, text, nearest }));
  else {
    const others = nearest.map((n) => `  ${n.id}: ${n.text}\n`).join("");
    shell.out(
      `${id ?? "-"}  ${force}  ${check}  ${match}\n${text === null ? "" : `${text}\n`}${others === "" ? "" : `nearest:\n${others}`}`,
    );
  }
  const said = quote === undefined ? id !== null : match === "verbatim";
  return ok(said && force === "in-force" ? 0 : 1);
}
