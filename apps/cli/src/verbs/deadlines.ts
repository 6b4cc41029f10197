/**
 * `recourse deadlines`: every time that runs in a case, with owner, basis and what follows; as text, JSON or a calendar file (K4, K5).
 *
 * 1. The calendar file comes from the same list as the text, and its titles are neutral: others may read a calendar (P3).
 */
import { assess, icsOf, icsWords, ok, type Deadline, type DomainError, type Lang, type Result } from "@recourse/core";
import { word } from "@recourse/words";
import { openCase } from "../case-source.ts";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { writeOut } from "../out-file.ts";
import { instantOption } from "./assess.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

const PRODUCT = "-//Recourse//recourse deadlines//EN";

/** Errors: usage, those of the case, `io` of `--ics`. A case without deadlines writes no calendar file and exits 1 where one was asked for. */
export async function listDeadlines(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("deadlines", args, { strings: ["now", "ics"], flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const at = instantOption(o.value.text("now"), shell);
  if (!at.ok) return at;
  const opened = await openCase(o.value.words[0] ?? ".", shell.cwd);
  if (!opened.ok) return opened;
  const { deadlines } = assess(await withTexts(), opened.value.case, at.value);
  const path = o.value.text("ics");
  if (path !== undefined) {
    const calendar = icsOf(
      deadlines.map((d) => entry(d, shell.lang)),
      {
        now: at.value,
        productId: PRODUCT,
        name: word("ics.name", {}, shell.lang),
      },
    );
    if (calendar === undefined) {
      shell.err(`${word("cli.deadlines.none", {}, shell.lang)}\n`);
      return ok(1);
    }
    const written = await writeOut(path, new TextEncoder().encode(calendar), shell);
    if (!written.ok) return written;
  }
  shell.out(o.value.flag("json") ? json(deadlines.map((d) => spoken(d, shell.lang))) : asText(deadlines, shell.lang));
  return ok(0);
}

function entry(deadline: Deadline, lang: Lang): Parameters<typeof icsOf>[0][number] {
  const { title, note } = icsWords(deadline);
  return { deadline, title: word(title, {}, lang), note: word(note, {}, lang) };
}

/** Title and consequence in words beside the facts, so that a script can show them without `words`. */
const spoken = (d: Deadline, lang: Lang): unknown => ({
  ...d,
  title: word(`clock.rule.${d.rule}`, {}, lang),
  consequence: word(d.consequence, {}, lang),
});

function asText(deadlines: readonly Deadline[], lang: Lang): string {
  if (deadlines.length === 0) return `${word("cli.deadlines.none", {}, lang)}\n`;
  return deadlines
    .map((d) =>
      [
        `${d.passed ? "!" : "-"} ${word("cli.clock.due", { due: d.due }, lang)}  ${word(`clock.rule.${d.rule}`, {}, lang)}  ${word(`clock.owner.${d.owner}`, {}, lang)}`,
        `  ${word(d.consequence, {}, lang)}  ${d.basis.join(" ")}${d.provisional ? `  ${word("clock.provisional", {}, lang)}` : ""}`,
      ].join("\n"),
    )
    .join("\n")
    .concat("\n");
}
