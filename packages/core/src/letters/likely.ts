/**
 * What makes an excuse likely in a case: named facts the pack refers to. Pure (X6).
 *
 * 1. A name the pack uses and core does not know is never true; a test keeps the two together.
 */
import { all, info } from "../case/case.ts";
import { historyOf } from "../course/history.ts";
import { GroundKindSchema, type Category } from "../schema/parts.ts";
import { addDays, civilOf } from "../time.ts";
import { asksOf, heardSince, repliesOf } from "./correspondence.ts";
import { receivedAnything } from "./measure-sentences.ts";
import { anyGround, type LetterFacts } from "./template.ts";

/** Services that are said to be gone once they are given. */
const virtual: ReadonlySet<Category> = new Set<Category>(["engagement", "membership", "topup", "course", "software"]);
/** After so long they say that the time for complaints is over. Units: days. */
const OLD = 7;

const facts: Readonly<Record<string, (f: LetterFacts) => boolean>> = {
  any: () => true,
  virtual: (f) => virtual.has(info(f.case)?.category ?? "other"),
  counters: (f) => Object.values(f.measures.byUndertaking).some((m) => m.newest !== undefined),
  readings: (f) => all(f.case, "reading").length > 0,
  delivered_part: (f) =>
    Object.values(f.measures.byUndertaking).some((m) => m.start?.first !== undefined) ||
    all(f.case, "usage").some(receivedAnything),
  dropped: (f) => Object.values(f.measures.byUndertaking).some((m) => m.drop !== undefined && m.drop.lost > 0),
  usage: (f) => all(f.case, "usage").some((u) => u.unitsTotal !== undefined || receivedAnything(u)),
  old_order: (f) => all(f.case, "order").some((o) => addDays(civilOf(o.orderedAt), OLD) < civilOf(f.now)),
  clause_captured: (f) => all(f.case, "clause").length > 0,
  paid_to_store: (f) => info(f.case)?.paidTo === "store" || all(f.case, "payment").some((p) => p.provider === "store"),
  paid_to_person: (f) =>
    info(f.case)?.paidTo === "person" || all(f.case, "payment").some((p) => p.payeeKind === "person"),
  wallet: (f) => info(f.case)?.paidTo === "wallet",
  marketplace: (f) => all(f.case, "party").some((p) => p.role === "seller" || p.role === "platform"),
  gave_account: (f) => info(f.case)?.gaveAccount === "yes",
  minor: (f) => (info(f.case)?.payerAge ?? Number.POSITIVE_INFINITY) < 18,
  filed: (f) => historyOf(f.case, f.now).events.some((e) => e.type === "filing.submitted" || e.type === "suit.filed"),
  agreed: (f) => repliesOf(f.case, f.now).some((r) => r.as === "agreed"),
  no_answer: (f) => {
    const last = asksOf(f.case, f.now).at(-1);
    return last !== undefined && !heardSince(f.case, last.event, f.now);
  },
};

/** How much a fact says: those every case has say little. */
const weights: Readonly<Record<string, number>> = { any: 1, virtual: 1, readings: 1 };
const SPECIFIC = 3;

/** `ground:not_started` is true where that ground is met. */
const groundOf = (name: string): string | undefined =>
  name.startsWith("ground:") ? name.slice("ground:".length) : undefined;

/** Whether core can tell a fact of this name. */
export const isLikelyFact = (name: string): boolean => {
  const kind = groundOf(name);
  return kind === undefined ? Object.hasOwn(facts, name) : GroundKindSchema.safeParse(kind).success;
};

/** Whether a named fact is so in this case. */
export function holds(name: string, f: LetterFacts): boolean {
  const kind = GroundKindSchema.safeParse(groundOf(name));
  if (kind.success) return anyGround(f, kind.data, "met");
  return Object.hasOwn(facts, name) && facts[name]?.(f) === true;
}

/** What a fact weighs where it is so. */
export const weightOf = (name: string): number => weights[name] ?? SPECIFIC;
