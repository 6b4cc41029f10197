/**
 * The four questions on top of a case: still in time, how much, what it costs, who will know. Pure (L10, L1, K9).
 *
 * 1. "Cannot say" is an answer; a promise of success never is (L4).
 * 2. Cost and who will know are those of the door ahead: the filing that is open or prepared, else the platform itself.
 * 3. Orders for engagement have answers of their own: what comes back is open there, and a third party learns of the purchase (L1).
 */
import { all, info, type Case } from "../case/case.ts";
import { feeFor } from "../channels/court-fee.ts";
import { isOpen } from "../course/tracks.ts";
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ChannelRule, Tells } from "../pack/channel-rule.ts";
import type { Pack } from "../pack/pack.ts";
import type { Settlement } from "../settle/settlement.ts";
import { endOf, type Instant } from "../time.ts";
import type { Course, Deadline, Demand, FilingTrack, FourAnswers } from "./assessment.ts";

export interface AnswersInput {
  readonly of: Case;
  readonly pack: Pack;
  readonly course: Pick<Course, "round" | "closedBy" | "entryUnavailable">;
  readonly filings: readonly FilingTrack[];
  readonly deadlines: readonly Deadline[];
  readonly demand: Demand;
  readonly settlement: Settlement;
  readonly now: Instant;
}

/** Four honest lines (L10). */
export function answersOf(x: AnswersInput): FourAnswers {
  const door = doorAhead(x);
  return { inTime: inTime(x), howMuch: howMuch(x), cost: cost(x, door), whoKnows: whoKnows(x, door) };
}

const isEngagement = (of: Case): boolean => info(of)?.category === "engagement";

function inTime(x: AnswersInput): Message {
  if (x.course.closedBy !== undefined) return message("L10.in_time.over", {}, [x.course.closedBy]);
  const orders = all(x.of, "order");
  const mine = x.deadlines.filter((d) => d.owner === "mine" && d.source === "law" && d.counts);
  const sure = mine.filter((d) => !d.provisional);
  const missed = sure.filter((d) => d.passed).at(-1);
  const ahead = sure.find((d) => !d.passed);
  if (missed && ahead)
    return message("L10.in_time.some_passed", { passedOn: missed.due, due: ahead.due }, [missed.event, ahead.event]);
  if (missed) return message("L10.in_time.one_passed", { due: missed.due }, [missed.event]);
  if (ahead) {
    const code = isEngagement(x.of) ? "L10.in_time.engagement_until" : "L10.in_time.until";
    return message(code, { due: ahead.due }, [ahead.event]);
  }
  const maybe = mine.find((d) => !d.passed);
  if (maybe) return message("L10.in_time.provisional", { due: maybe.due }, [maybe.event]);
  const keep = x.deadlines.find((d) => d.owner === "record" && endOf(d.due) >= x.now);
  if (keep) return message("L10.in_time.records_until", { due: keep.due }, [keep.event]);
  return orders.length === 0 ? message("L10.in_time.unknown") : message("L10.in_time.cannot_say");
}

function howMuch({ of, demand, settlement }: AnswersInput): Message {
  const order = all(of, "order")[0];
  if (!order) return message("L10.how_much.unknown");
  const at = [ref("order", order.id, "paidFen")];
  const { claimFen, paidFen, refundedFen, either } = demand;
  if (settlement.basis === "offer" && settlement.expectedFen !== undefined && settlement.offer !== undefined)
    return message(
      "L10.how_much.agreed",
      { expectedFen: settlement.expectedFen, receivedFen: settlement.receivedFen },
      [ref("offer", settlement.offer)],
    );
  if (claimFen === 0) return message("L10.how_much.nothing_left", { refundedFen }, at);
  if (claimFen !== undefined)
    return message(
      isEngagement(of) ? "L10.how_much.engagement" : "L10.how_much.up_to",
      { claimFen, paidFen, refundedFen },
      at,
    );
  if (either)
    return message(
      isEngagement(of) ? "L10.how_much.engagement_either" : "L10.how_much.either",
      { lowFen: either[0], highFen: either[1] },
      at,
    );
  return message("L10.how_much.unknown", {}, at);
}

interface Ahead {
  readonly channel: string;
  readonly rule: ChannelRule | undefined;
  readonly filing: FilingTrack | undefined;
}

/** What is being prepared goes before what is waited for; the newest of each. */
function doorAhead({ pack, course, filings }: AnswersInput): Ahead {
  const filing = filings.findLast((f) => f.status === "preparing") ?? filings.findLast(isOpen);
  const channel = filing?.channel ?? (course.entryUnavailable === undefined ? "platform_form" : "platform_letter");
  return { channel, filing, rule: pack.channels.items.find((c) => c.id === channel) };
}

function cost({ course, demand }: AnswersInput, { channel, rule, filing }: Ahead): Message {
  if (course.closedBy !== undefined) return message("L10.cost.over", {}, [course.closedBy]);
  const basis = (rule?.cost.basis ?? []).map((id) => ref("provision", id));
  if (rule?.cost.scale !== undefined) {
    const claimFen = demand.claimFen ?? demand.either?.[1];
    if (claimFen === undefined) return message("L10.cost.court_unknown", {}, basis);
    return message("L10.cost.court", { ...feeFor(rule.cost.scale, claimFen) }, basis);
  }
  if (channel === "platform_letter") return message("L10.cost.postage");
  if (filing === undefined || rule === undefined) return message("L10.cost.free_first");
  return rule.cost.amountFen === 0
    ? message("L10.cost.free", { channel }, basis)
    : message("L10.cost.ask", { channel }, basis);
}

const official: ReadonlySet<Tells> = new Set(["regulator", "association", "hotline", "police", "mediator"]);
/** Whoever is neither the seller nor paid to keep quiet. */
const outsiders: ReadonlySet<Tells> = new Set([...official, "court", "provider", "store", "marketplace"]);

function whoKnows({ of, filings, pack }: AnswersInput, { channel, rule }: Ahead): Message {
  const tells = rule?.tells ?? ["seller"];
  if (tells.includes("everyone")) return message("L10.who.public", { channel });
  if (isEngagement(of)) {
    const told = filings.find(
      (f) =>
        f.status !== "preparing" &&
        pack.channels.items.some((c) => c.id === f.channel && c.tells.some((t) => outsiders.has(t))),
    );
    return told === undefined
      ? message("L10.who.engagement")
      : message("L10.who.engagement_told", { channel: told.channel }, [ref("filing", told.filing)]);
  }
  if (tells.includes("court")) return message("L10.who.court");
  if (tells.some((t) => official.has(t))) return message("L10.who.authority", { channel });
  if (tells.some((t) => outsiders.has(t))) return message("L10.who.provider", { channel });
  if (tells.every((t) => t === "nobody")) return message("L10.who.nobody");
  return tells.includes("seller") ? message("L10.who.respondent") : message("L10.who.cannot_say");
}
