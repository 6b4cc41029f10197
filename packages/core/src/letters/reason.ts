/**
 * A1: which of the platform's own options fits the best ground. Pure.
 *
 * 1. The options are the platform's, as the person entered them; none is invented.
 * 2. A tie is asked, never broken by order of entry. "其他" is proposed only when nothing closer is offered.
 */
import type { GroundAssessment } from "../assess/assessment.ts";
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Pack } from "../pack/pack.ts";
import type { GroundKind } from "../schema/parts.ts";
import type { RecordOf } from "../schema/kinds.ts";

export type Option = RecordOf<"reasonOption">;

export type ReasonMatch =
  /** Nothing to choose from, or no ground yet. `reason.no_options`, `reason.no_ground`. */
  | { readonly kind: "none"; readonly why: Message }
  | { readonly kind: "match"; readonly option: Option; readonly ground: GroundKind; readonly why: Message }
  | { readonly kind: "ask"; readonly options: readonly Option[]; readonly ground: GroundKind; readonly why: Message };

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}]/gu, "")
    .toLowerCase();

/** How closely a label says one of the words. 3 the same, 2 contains it, 1 is contained in it, 0 not; of two that contain, the longer word is closer. */
function closeness(label: string, words: readonly string[]): number {
  let best = 0;
  const own = plain(label);
  for (const word of words.map(plain)) {
    if (word === "" || own === "") continue;
    const step = own === word ? 3 : own.includes(word) ? 2 : word.includes(own) && own.length > 1 ? 1 : 0;
    if (step > 0) best = Math.max(best, step + (step === 3 ? 0 : Math.min(word.length, 50) / 100));
  }
  return best;
}

/** Grounds that may carry an application, best first: those met; where none is, the first that is open. */
function candidates(grounds: readonly GroundAssessment[]): readonly GroundKind[] {
  const met = grounds.filter((g) => g.verdict === "met").map((g) => g.kind);
  if (met.length > 0) return [...new Set(met)];
  return grounds
    .filter((g) => g.verdict === "unknown")
    .map((g) => g.kind)
    .slice(0, 1);
}

/** The option to pick and why, or a question. `grounds` are ranked, best first (B7). */
export function matchReason(
  options: readonly Option[],
  reasons: Pack["reasons"],
  grounds: readonly GroundAssessment[],
): ReasonMatch {
  if (options.length === 0) return { kind: "none", why: message("reason.no_options") };
  const kinds = candidates(grounds);
  const first = kinds[0];
  if (first === undefined) return { kind: "none", why: message("reason.no_ground") };
  for (const kind of kinds) {
    // The catch-all serves every ground and therefore says nothing about this one.
    const fitting = reasons.filter((r) => r.kinds.includes(kind) && !r.kinds.includes("other"));
    const hit = closest(options, fitting);
    if (hit) return answer(hit.options, kind, hit.reason, "reason.matched");
  }
  const rest = closest(
    options,
    reasons.filter((r) => r.kinds.includes("other")),
  );
  if (rest) return answer(rest.options, first, rest.reason, "reason.other");
  return {
    kind: "ask",
    options,
    ground: first,
    why: message(
      "reason.no_match",
      { ground: first },
      options.map((o) => ref("reasonOption", o.id)),
    ),
  };
}

function closest(
  options: readonly Option[],
  reasons: Pack["reasons"],
): { readonly options: readonly Option[]; readonly reason: string } | undefined {
  const scored = options.flatMap((option) =>
    reasons.map((r) => ({ option, reason: r.id, score: closeness(option.label, [r.zh, r.en, ...r.synonyms]) })),
  );
  const top = Math.max(0, ...scored.map((s) => s.score));
  const leading = scored.filter((s) => s.score === top);
  const one = leading[0];
  if (top === 0 || one === undefined) return undefined;
  return { options: [...new Set(leading.map((s) => s.option))], reason: one.reason };
}

function answer(options: readonly Option[], ground: GroundKind, reason: string, code: string): ReasonMatch {
  const refs = options.map((o) => ref("reasonOption", o.id));
  const one = options[0];
  if (one !== undefined && options.length === 1)
    return { kind: "match", option: one, ground, why: message(code, { label: one.label, ground, reason }, refs) };
  return {
    kind: "ask",
    options,
    ground,
    why: message("reason.tie", { labels: options.map((o) => o.label), ground }, refs),
  };
}
