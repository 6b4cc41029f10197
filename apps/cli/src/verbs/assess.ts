/**
 * `recourse assess`: everything that follows from a case, as text for people or JSON for scripts.
 */
import {
  assess,
  err,
  ok,
  parseInstant,
  type Assessment,
  type Case,
  type DomainError,
  type Instant,
  type Lang,
  type Message,
  type Misfit,
  type Result,
} from "@recourse/core";
import { letterRenderer, say, word } from "@recourse/words";
import { openCase } from "../case-source.ts";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Errors: usage, and those of opening the folder or archive. An open case exits 0: being open is no failure. */
export async function assessCase(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("assess", args, { strings: ["now"], flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const at = instantOption(o.value.text("now"), shell);
  if (!at.ok) return at;
  const opened = await openCase(o.value.words[0] ?? ".", shell.cwd);
  if (!opened.ok) return opened;
  const { case: of, foreign, quarantine } = opened.value;
  const result = assessWith(await withTexts(), of, at.value, { foreign, quarantine });
  shell.out(o.value.flag("json") ? json(worded(result, shell.lang)) : asText(result, shell.lang));
  return ok(0);
}

/** `--now`, or the clock. */
export function instantOption(text: string | undefined, shell: Shell): Result<Instant, UsageError> {
  if (text === undefined) return ok(shell.now());
  const at = parseInstant(text);
  return at.ok ? at : err({ kind: "usage", verb: "assess", reason: `--now ${text}` });
}

/** An assessment with letters checked, as the web app shows it. */
export function assessWith(
  pack: Awaited<ReturnType<typeof withTexts>>,
  of: Case,
  now: Instant,
  trouble: { readonly foreign: readonly Misfit[]; readonly quarantine: readonly Misfit[] },
): Assessment {
  return assess(pack, of, now, letterRenderer, { ...trouble, conflicts: [] });
}

/** The same assessment with a sentence beside each code, so that a script can show it without `words`. */
function worded(a: Assessment, lang: Lang): unknown {
  const spoken = (list: readonly Message[]): unknown => list.map((m) => ({ ...m, text: say(m, lang) }));
  const elements = (list: Assessment["elements"]): unknown =>
    list.map((e) => ({ ...e, why: spoken(e.why), missing: spoken(e.missing) }));
  return {
    ...a,
    grounds: a.grounds.map((g) => ({
      ...g,
      because: spoken(g.because),
      missing: spoken(g.missing),
      elements: elements(g.elements),
    })),
    elements: elements(a.elements),
    problems: a.problems.map((p) => ({ ...p, message: say(p.message, lang), args: p.message.args })),
    next: { ...a.next, text: word(a.next.code, a.next.args, lang) },
    notices: a.notices.map((n) => ({ ...n, text: word(n.code, n.args, lang) })),
  };
}

function asText(a: Assessment, lang: Lang): string {
  const mark = { ok: "●", weak: "◐", none: "○" };
  const lines = [
    ...a.notices.map((n) => `! ${word(n.code, n.args, lang)}`),
    `${word("ui.next", {}, lang)}  ${word(a.next.code, a.next.args, lang)}`,
    ...a.elements.map(
      (e) => `${mark[e.verdict]} ${word(`element.${e.id}`, {}, lang)}  ${e.why.map((m) => say(m, lang)).join("；")}`,
    ),
    ...a.grounds
      .slice(0, 5)
      .map(
        (g) =>
          `${word(`verdict.${g.verdict}`, {}, lang)}  ${word(`ground.${g.kind}`, {}, lang)}  ${g.because.map((m) => say(m, lang)).join("；")}`,
      ),
    ...a.problems.filter((p) => p.severity !== "info").map((p) => `- ${say(p.message, lang)} (${p.code})`),
  ];
  return `${lines.join("\n")}\n`;
}
