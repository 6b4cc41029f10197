/**
 * `recourse draft`: the application as text or DOCX.
 *
 * 1. Exit 1 when something still blocks it (a sentence without source, a missing candour sentence); the letter is written all the same, and what blocks is named on stderr.
 */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { err, ok, type DomainError, type Result } from "@recourse/core";
import { letterDocument, letterDocx, letterText } from "@recourse/dossier";
import { say, word } from "@recourse/words";
import { openCase } from "../case-source.ts";
import { withTexts } from "../law.ts";
import { applicationOf } from "../letter.ts";
import { readOptions } from "../options.ts";
import type { ExitCode, Shell, UsageError } from "../shell.ts";

/** Errors: usage, those of the case, `io` of `--out`. */
export async function draftLetter(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("draft", args, { strings: ["format", "out"], words: [2, 2] });
  if (!o.ok) return o;
  const [dir = ".", kind = ""] = o.value.words;
  const format = o.value.text("format") ?? "txt";
  const out = o.value.text("out");
  const bad = (reason: string): Result<never, UsageError> => err({ kind: "usage", verb: "draft", reason });
  if (kind !== "application") return bad(kind);
  if (format !== "txt" && format !== "docx") return bad(`--format ${format}`);
  if (format === "docx" && out === undefined) return bad("--format docx: --out FILE");
  const opened = await openCase(dir, shell.cwd);
  if (!opened.ok) return opened;
  const letter = applicationOf(opened.value.case, await withTexts(), shell);
  if (!letter.ok) return letter;
  const { case: of, view, lang } = letter.value;
  const document = letterDocument(of, view, kind, lang, shell.now());
  const bytes = format === "docx" ? await letterDocx(document) : new TextEncoder().encode(letterText(document));
  if (out === undefined) shell.out(new TextDecoder().decode(bytes));
  else {
    const path = resolve(shell.cwd, out);
    try {
      await writeFile(path, bytes);
    } catch (e) {
      return err({ kind: "io", path, reason: e instanceof Error ? e.message : String(e) });
    }
  }
  const blocks = view.problems.filter((p) => p.severity === "block");
  if (blocks.length > 0)
    shell.err(
      `${word("cli.draft_blocked", { n: blocks.length }, shell.lang)}\n${blocks.map((p) => `- ${p.code}: ${say(p.message, shell.lang)}\n`).join("")}`,
    );
  return ok(blocks.length > 0 ? 1 : 0);
}
