/**
 * `recourse draft`: a letter of any kind as text or DOCX.
 *
 * 1. Exit 1 when something still blocks it (a sentence without source, a missing candour sentence); the letter is written all the same, and what blocks is named on stderr.
 */
import { err, LetterKindSchema, ok, type DomainError, type Result } from "@recourse/core";
import { letterDocument, letterDocx, letterText } from "@recourse/dossier";
import { say, word } from "@recourse/words";
import { openCase } from "../case-source.ts";
import { withTexts } from "../law.ts";
import { letterOf } from "../letter.ts";
import { readOptions } from "../options.ts";
import { writeOut } from "../out-file.ts";
import type { ExitCode, Shell, UsageError } from "../shell.ts";

/** Errors: usage, those of the case, `io` of `--out`. */
export async function draftLetter(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("draft", args, { strings: ["format", "out"], words: [2, 2] });
  if (!o.ok) return o;
  const [dir = ".", wanted = ""] = o.value.words;
  const { data: kind } = LetterKindSchema.safeParse(wanted);
  const format = o.value.text("format") ?? "txt";
  const out = o.value.text("out");
  const bad = (reason: string): Result<never, UsageError> => err({ kind: "usage", verb: "draft", reason });
  if (kind === undefined) return bad(wanted);
  if (format !== "txt" && format !== "docx") return bad(`--format ${format}`);
  if (format === "docx" && out === undefined) return bad("--format docx: --out FILE");
  const opened = await openCase(dir, shell.cwd);
  if (!opened.ok) return opened;
  const letter = letterOf(opened.value.case, kind, await withTexts(), shell);
  if (!letter.ok) return letter;
  const { case: of, view, lang } = letter.value;
  const document = letterDocument(of, view, kind, lang, shell.now());
  const bytes = format === "docx" ? await letterDocx(document) : new TextEncoder().encode(letterText(document));
  if (out === undefined) shell.out(new TextDecoder().decode(bytes));
  else {
    const written = await writeOut(out, bytes, shell);
    if (!written.ok) return written;
  }
  const blocks = view.problems.filter((p) => p.severity === "block");
  if (blocks.length > 0)
    shell.err(
      `${word("cli.draft_blocked", { n: blocks.length }, shell.lang)}\n${blocks.map((p) => `- ${p.code}: ${say(p.message, shell.lang)}\n`).join("")}`,
    );
  return ok(blocks.length > 0 ? 1 : 0);
}
