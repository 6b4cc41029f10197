/**
 * Safety: the cards of a case, loudest first, and what they hold back. Pure (G1, G3–G6, L6).
 *
 * 1. Nothing here is stored; ticks are answers like any other.
 * 2. Cards of a screen without a case are in `refund-agents.ts` (G2).
 */
import { all, info, type Case } from "../case/case.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { message } from "../message.ts";
import type { History } from "../course/history.ts";
import type { Pack } from "../pack/pack.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Instant } from "../time.ts";
import { isDone, stepsOf, type SafetyCard } from "./card.ts";
import { desperateNote, desperateTalk, listenForDistress } from "./distress.ts";
import { dangerHeard, moneyFirst, soundsLikeDanger } from "./money-first.ts";

/** What was heard in texts; worked out apart, because it reads every message. */
export interface Signals {
  /** Messages that sound like danger. */
  readonly danger: readonly Id[];
  readonly distress: boolean;
}

/** The signals of a case as a whole. Danger is heard only once the excuses of the pack are loaded. */
export function signalsOf(of: Case, pack: Pack): Signals {
  const heard = listenForDistress(pack.distress ?? []);
  const desperate = ({ text }: { readonly text: string }): boolean => heard(text);
  return {
    danger: dangerHeard(of, pack.excuses?.items ?? []),
    distress: desperateNote(of, desperate) || desperateTalk(of, desperate),
  };
}

const noSignals: Signals = { danger: [], distress: false };

/** Cards of a case, those that stop first. */
export function safetyOf(
  of: Case,
  history: History,
  pack: Pack,
  now: Instant,
  signals: Signals = signalsOf(of, pack),
): readonly SafetyCard[] {
  const me = info(of);
  if (!me) return [];
  const cards = [
    moneyFirst(of, history, now),
    ...(me.category === "engagement" ? [business(me), worked(of, me)] : []),
    minor(of, me),
    soundsLikeDanger(of, history, signals.danger),
    account(of, me, pack),
    signals.distress ? pause : undefined,
  ].filter((c) => c !== undefined);
  const loud = { stop: 0, warn: 1, quiet: 2 } as const;
  return cards.toSorted((a, b) => loud[a.severity] - loud[b.severity]);
}

/**
 * Why something may not go out; `answers` is the reply event it answers. Codes of cards; none where nothing holds it back.
 * Signals hold nothing back and are not worked out.
 */
export function heldBack(
  of: Case,
  history: History,
  pack: Pack,
  now: Instant,
  answers?: Id,
): readonly SafetyCard["code"][] {
  const reply: Ref | undefined = answers === undefined ? undefined : ref("event", answers);
  return safetyOf(of, history, pack, now, noSignals)
    .filter((c) => c.blocks === "sending" || (c.blocks === "letters" && reply !== undefined && c.refs.includes(reply)))
    .map((c) => c.code);
}

type Me = RecordOf<"case">;
const field = (me: Me, name: string): Ref => ref("case", me.id, name);

function business(me: Me): SafetyCard | undefined {
  if (me.situation !== "business") return undefined;
  const refs = [field(me, "situation")];
  return {
    code: "L6.business",
    severity: "stop",
    title: message("L6.business", {}, refs),
    lines: [message("L6.business_why")],
    steps: [],
    blocks: "sending",
    refs,
  };
}

/** Whoever did tasks for them is a victim of another kind: no refund letter, but the payment provider and the police. */
function worked(of: Case, me: Me): SafetyCard | undefined {
  if (me.situation !== "worked") return undefined;
  const refs = [field(me, "situation")];
  return {
    code: "G4.worked",
    severity: "stop",
    title: message("G4.worked", {}, refs),
    lines: [message("G4.no_refund_path"), message("G4.more_tasks")],
    steps: stepsOf(of, "G4", ["stop", "keep", "provider", "police"]),
    blocks: "sending",
    refs,
  };
}

function minor(of: Case, me: Me): SafetyCard | undefined {
  if (me.payerAge === undefined || me.payerAge >= 18) return undefined;
  if (all(of, "party").some((p) => p.role === "guardian" && p.name.trim() !== "")) return undefined;
  const refs = [field(me, "payerAge")];
  return {
    code: "G5.minor",
    severity: "stop",
    title: message("G5.minor", { age: me.payerAge }, refs),
    lines: [message("G5.no_public")],
    steps: [],
    blocks: "sending",
    refs,
  };
}

/** Asked only where the category may have it; gone once every step is ticked. */
function account(of: Case, me: Me, pack: Pack): SafetyCard | undefined {
  const hides = pack.categories.find((c) => c.id === me.category)?.hides ?? [];
  if (me.gaveAccount !== "yes" || hides.includes("gaveAccount")) return undefined;
  const steps = stepsOf(of, "G3", ["export", "password", "devices", "unbind"]);
  if (isDone(steps)) return undefined;
  const refs = [field(me, "gaveAccount")];
  return {
    code: "G3.account",
    severity: "warn",
    title: message("G3.account", { n: steps.filter((s) => !s.done).length }, refs),
    lines: [message("G3.export_first")],
    steps,
    blocks: "nothing",
    refs,
  };
}

/** Names nothing and points at nothing (G6). */
const pause: SafetyCard = {
  code: "G6.pause",
  severity: "quiet",
  title: message("G6.pause"),
  lines: [message("G6.nothing_today"), message("G6.somebody"), message("G6.help")],
  steps: [],
  blocks: "nothing",
  refs: [],
};
