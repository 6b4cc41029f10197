/**
 * Finding: what the facts say about one condition: met, not met, or unknown. Pure (B3).
 *
 * 1. Unknown says in `because` what is open and in `missing` what would settle it. Absence of evidence is never evidence.
 * 2. `refs` and `exhibits` are those of `because`: a finding rests on what it says, and on nothing else.
 */
import type { Missing, Verdict } from "../assess/assessment.ts";
import { isId, parseRef, type Id, type Ref } from "../identity.ts";
import { message, type Args, type Message } from "../message.ts";
import type { ElementId } from "../schema/parts.ts";

export interface Finding {
  readonly verdict: Verdict;
  readonly because: readonly Message[];
  readonly missing: readonly Missing[];
  readonly refs: readonly Ref[];
  readonly exhibits: readonly Id[];
}

type Said = readonly (Message | undefined)[];

/** Sentences that do not apply are left out. */
export function finding(verdict: Verdict, said: Said, missing: readonly Missing[] = []): Finding {
  const because = said.filter((m): m is Message => m !== undefined);
  const refs = [...new Set(because.flatMap((m) => m.refs))];
  return { verdict, because, missing, refs, exhibits: exhibitsIn(refs) };
}

/** The facts show that the condition holds; `because` says which. */
export const met = (...because: Said): Finding => finding("met", because);
/** The facts show that it does not hold. Nothing shown is `unknown`, never this (B3). */
export const notMet = (...because: Said): Finding => finding("not_met", because);
/** The facts do not settle it: `because` names what is open, `missing` what would settle it. */
export const unknown = (because: Said, ...missing: readonly Missing[]): Finding => finding("unknown", because, missing);

/** Something that would settle an open point; `material` is the pack's material type to get. */
export const missing = (
  code: string,
  args: Args = {},
  material?: string,
  element: ElementId = "breach",
  refs: readonly Ref[] = [],
): Missing => ({
  ...message(code, args, refs),
  element,
  ...(material === undefined ? {} : { material }),
});

function exhibitsIn(refs: readonly Ref[]): readonly Id[] {
  const ids = refs.flatMap((r) => {
    const parts = parseRef(r);
    return parts.ok && parts.value.kind === "exhibit" && isId(parts.value.id) ? [parts.value.id] : [];
  });
  return [...new Set(ids)];
}

const joined = (verdict: Verdict, of: readonly Finding[], withMissing = false): Finding =>
  finding(
    verdict,
    of.flatMap((f) => f.because),
    withMissing ? of.flatMap((f) => f.missing) : [],
  );

/** Every part is needed: one that is not met decides; then one that is unknown. */
export function every(parts: readonly Finding[]): Finding {
  const no = parts.filter((f) => f.verdict === "not_met");
  if (no.length > 0) return joined("not_met", no);
  const open = parts.some((f) => f.verdict === "unknown");
  return joined(open ? "unknown" : "met", parts, open);
}

/** One is enough: one that is met decides; then one that is unknown. Undefined where there is nothing to judge. */
export function some(parts: readonly Finding[]): Finding | undefined {
  if (parts.length === 0) return undefined;
  const yes = parts.filter((f) => f.verdict === "met");
  if (yes.length > 0) return joined("met", yes);
  const open = parts.filter((f) => f.verdict === "unknown");
  return open.length > 0 ? joined("unknown", open, true) : joined("not_met", parts);
}
