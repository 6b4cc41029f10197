/**
 * What follows for each channel from a case: may it be gone through, what is missing, what it shuts and tells. Types only (X7–X16, L7).
 *
 * 1. `allowed` = nothing holds the door shut; `ready` = allowed, and every check that must hold does (X9).
 * 2. No prose: Messages are codes and facts; what a provision says stands in the pack.
 */
import type { Id, Ref } from "../identity.ts";
import type { Message } from "../message.ts";
import type { Fen } from "../money.ts";
import type { ChannelRule, CheckCode, CheckWeight, ClosesFrom } from "../pack/channel-rule.ts";
import type { When } from "../time.ts";

/** What to press: a command of core or of the workbench. */
export interface ChannelFix {
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Something that is to be added or answered before a filing. */
export interface ChannelGap {
  /** What it is about: `party.respondent.address`, `filing.authorization`, `case.purpose`. */
  readonly field: string;
  readonly message: Message;
  readonly fix: ChannelFix;
}

/** `missing`: to be added. `blocks`: stands against it. `unknown`: the case does not say. */
export type CheckVerdict = "ok" | "missing" | "blocks" | "unknown";

/** X9: one thing the decider asks, answered from the case. A check may have several rows, one per gap. */
export interface Check {
  readonly code: CheckCode | "guardian";
  readonly weight: CheckWeight;
  readonly verdict: CheckVerdict;
  readonly message: Message;
  readonly field?: string;
  readonly fix?: ChannelFix;
  /** Provision ids; empty is practice. */
  readonly basis: readonly string[];
}

/** Where a way through a channel stands, from events. */
export interface Door {
  readonly channel: string;
  readonly filing: Id | undefined;
  readonly status: "submitted" | "accepted" | "refused" | "withdrawn" | "ended";
  readonly since: When;
  /** The filing, or the event that says so. */
  readonly at: Ref;
  /** Somebody there is still to act, or money was promised there and has not come (X16). */
  readonly open: boolean;
}

export interface ChannelClosing {
  readonly channel: string;
  readonly from: ClosesFrom;
  readonly basis: readonly string[];
  readonly message: Message;
}

/** Units: fen. `amountFen` is undefined where it depends on what the case does not say; `reducedFen` in summary procedure. */
export interface ChannelCost {
  readonly amountFen: Fen | undefined;
  readonly reducedFen: Fen | undefined;
  readonly basis: readonly string[];
}

export interface ChannelAssessment {
  readonly id: string;
  readonly kind: ChannelRule["kind"];
  readonly rank: number;
  /** False where this channel does not come up in a case like this. */
  readonly applies: boolean;
  readonly allowed: boolean;
  readonly ready: boolean;
  /** L7, X16: the one to look at next; at most one channel of a case. */
  readonly recommended: boolean;
  /** Its place in the way that fits this case, from 0 (X16). */
  readonly step: number | undefined;
  /** Provision ids behind `reasons`. */
  readonly blockedBy: readonly string[];
  /** Why it may not be gone through. */
  readonly reasons: readonly Message[];
  readonly missing: readonly ChannelGap[];
  readonly checks: readonly Check[];
  readonly closes: readonly ChannelClosing[];
  readonly warnings: readonly Message[];
  /** What whoever receives it learns. */
  readonly discloses: readonly Message[];
  readonly cost: ChannelCost;
  readonly oneShot: boolean;
  readonly public: boolean;
  readonly reversible: ChannelRule["reversible"];
  readonly confidence: ChannelRule["confidence"];
  /** No provision stands behind it. */
  readonly practice: boolean;
  /** Ways through it so far, oldest first. */
  readonly doors: readonly Door[];
  /** The filing that is being prepared here. */
  readonly filing: Id | undefined;
}
