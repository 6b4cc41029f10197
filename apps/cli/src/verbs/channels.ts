/**
 * `recourse channels`: which doors are open to a case, what shuts the others, what is missing and what each would shut (X8–X10).
 */
import { assess, ok, type ChannelAssessment, type DomainError, type Lang, type Result } from "@recourse/core";
import { say, word } from "@recourse/words";
import { openCase } from "../case-source.ts";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { instantOption } from "./assess.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Errors: usage, and those of the case. */
export async function listChannels(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("channels", args, { strings: ["now"], flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const at = instantOption(o.value.text("now"), shell);
  if (!at.ok) return at;
  const opened = await openCase(o.value.words[0] ?? ".", shell.cwd);
  if (!opened.ok) return opened;
  const { channels } = assess(await withTexts(), opened.value.case, at.value);
  shell.out(o.value.flag("json") ? json(channels.map((c) => plain(c, shell.lang))) : asText(channels, shell.lang));
  return ok(0);
}

/** What a script asks for first, then the rest in words. */
const plain = (c: ChannelAssessment, lang: Lang): unknown => ({
  id: c.id,
  allowed: c.allowed,
  blockedBy: c.blockedBy,
  missing: c.missing.map((gap) => ({
    field: gap.field,
    code: gap.message.code,
    text: say(gap.message, lang),
    fix: gap.fix,
  })),
  closes: c.closes.map((shut) => ({
    channel: shut.channel,
    from: shut.from,
    basis: shut.basis,
    text: say(shut.message, lang),
  })),
  applies: c.applies,
  ready: c.ready,
  recommended: c.recommended,
  step: c.step ?? null,
  reasons: c.reasons.map((m) => ({ code: m.code, text: say(m, lang) })),
  warnings: c.warnings.map((m) => ({ code: m.code, text: say(m, lang) })),
  discloses: c.discloses.map((m) => ({ code: m.code, text: say(m, lang) })),
  cost: c.cost,
  oneShot: c.oneShot,
  public: c.public,
  reversible: c.reversible,
});

function asText(channels: readonly ChannelAssessment[], lang: Lang): string {
  const line = (c: ChannelAssessment): readonly string[] => [
    `${c.recommended ? "→" : c.allowed ? "○" : "×"} ${word(`channel.${c.id}`, {}, lang)}  (${c.id})`,
    ...[...c.reasons, ...c.missing.map((gap) => gap.message), ...c.closes.map((shut) => shut.message)].map(
      (m) => `    ${say(m, lang)}`,
    ),
    ...(c.blockedBy.length > 0 ? [`    ${c.blockedBy.join(" ")}`] : []),
  ];
  return `${channels
    .filter((c) => c.applies)
    .flatMap(line)
    .join("\n")}\n`;
}
