/**
 * Assessment: everything that follows from a case, a pack and a moment. Types only.
 *
 * 1. Nothing here is stored; each value is recomputed and compared by value (2-architecture, Identity).
 * 2. No prose: Messages are codes and facts.
 */
import type { Fen } from "../money.ts";
import type { ChannelAssessment } from "../channels/channel-assessment.ts";
import type { Id, Ref } from "../identity.ts";
import type { Message } from "../message.ts";
import type { SafetyCard } from "../safety/card.ts";
import type { ElementId, GroundKind } from "../schema/parts.ts";
import type { OfferView } from "../settle/offer-view.ts";
import type { Settlement } from "../settle/settlement.ts";
import type { CivilDate, Instant, When } from "../time.ts";

export type Verdict = "met" | "not_met" | "unknown";

/** What would settle something that is open: a material type to get, a reading, an answer to a question. */
export interface Missing extends Message {
  readonly element?: ElementId;
  /** Material type of the pack that closes it. */
  readonly material?: string;
}

export interface GroundAssessment {
  /** `clause/<id>`, `promise/<id>/<kind>`, `guide/<kind>` or `law/<kind>`. */
  readonly id: string;
  readonly kind: GroundKind;
  readonly source:
    | { readonly type: "clause" | "promise"; readonly ref: Ref }
    | { readonly type: "guide" }
    | { readonly type: "law"; readonly provisions: readonly string[]; readonly against: readonly string[] };
  readonly verdict: Verdict;
  readonly because: readonly Message[];
  readonly missing: readonly Missing[];
  readonly elements: readonly ElementAssessment[];
  /** B7: why it ranks where it does. */
  readonly rank: Message;
}

export interface ElementAssessment {
  readonly id: ElementId;
  readonly verdict: "none" | "weak" | "ok";
  readonly exhibits: readonly Id[];
  readonly why: readonly Message[];
  readonly missing: readonly Missing[];
}

export interface Fix {
  /** Word code of the button. */
  readonly title: string;
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly preferred?: boolean;
}

export interface Problem {
  /** Rule and case, e.g. `A6.newest`, `W1.w011`, `data.quarantine`. */
  readonly code: string;
  readonly severity: "block" | "warn" | "info";
  readonly target: Ref;
  readonly message: Message;
  readonly fixes: readonly Fix[];
  /** In a sentence: the stretch it is about. Units: UTF-16 code units. */
  readonly span?: { readonly start: number; readonly end: number };
}

/** E5: the one next step, the same on every screen. */
export interface NextStep {
  readonly code: string;
  readonly args: Message["args"];
  readonly refs: readonly Ref[];
  /** What to press: a command of core or of the workbench. */
  readonly action: { readonly command: string; readonly data: Readonly<Record<string, unknown>> };
  readonly element?: ElementId;
  readonly material?: string;
}

/** D1, D3. Units: fen. */
export interface Demand {
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  readonly receivedFen: Fen | undefined;
  /** paid − refunded − received; undefined until the value received is known or chosen. */
  readonly claimFen: Fen | undefined;
  /** D3: both amounts where the value is unknown. */
  readonly either: readonly [Fen, Fen] | undefined;
  readonly lines: readonly Message[];
  readonly refs: readonly Ref[];
}

export type Round = "prepare" | "apply" | "first" | "second" | "third" | "settle";
export type Turn = "mine" | "theirs" | "authority" | "none";

export interface Course {
  readonly round: Round;
  readonly turn: Turn;
  /** When this answer could change without a new event. */
  readonly staleAt: Instant | undefined;
  readonly since: When | undefined;
  readonly retracted: readonly Id[];
  /** A5: the event that says their entry was not open, while nothing was asked through any door since. */
  readonly entryUnavailable: Ref | undefined;
  /** The closing that stands. */
  readonly closedBy: Ref | undefined;
}

export type FilingStatus = "preparing" | "submitted" | "accepted" | "refused" | "withdrawn" | "ended";

/** X4: one door with its own status, number and clock. */
export interface FilingTrack {
  /** The record `filing/<id>`; where events name only a channel, the id of the first of them. */
  readonly filing: Id;
  readonly channel: string;
  readonly status: FilingStatus;
  /** When it came to this status. */
  readonly since: When | undefined;
  readonly turn: Turn;
  readonly reference?: string;
  readonly result?: string;
  readonly ground?: string;
  /** Ids of its deadlines. */
  readonly deadlines: readonly string[];
}

/** A clock that runs or has run out. One whose answer has come is no deadline any more. */
export interface Deadline {
  /** `<rule>/<id of the event or record that first started it>`; it stays when the time starts anew. */
  readonly id: string;
  readonly rule: string;
  readonly event: Ref;
  /** A civil date for day, month and year rules, an instant for hours (K1). */
  readonly due: CivilDate | Instant;
  /** The end where the period is made as long as the text allows, or where another rule on the same matter ends later (K2). */
  readonly latest?: CivilDate | Instant;
  /** The end that nothing moves (K6). */
  readonly longstop?: CivilDate | Instant;
  /** K6: the event from which the time was counted anew. */
  readonly restartedBy?: Ref;
  /** The time stands still now; `due` is the end if it went on tomorrow. */
  readonly paused?: boolean;
  readonly owner: "mine" | "theirs" | "authority" | "record";
  /** Provision ids, `person` for a period I set, or the Ref of a captured clause, a promise or an offer (K7). */
  readonly basis: readonly string[];
  /** K7: whose words the time stands in; decides how it is spoken of. */
  readonly source: "person" | "captured" | "law";
  /** K7: whether its running out may be held against its owner: theirs only where a message or their own words named it; red only where it is ours and this holds. */
  readonly counts: boolean;
  /** K4: word code of what happens when the time is over. */
  readonly consequence: string;
  readonly provisional: boolean;
  /** Later than `due`; of others later than `latest`. */
  readonly passed: boolean;
  /** The filing it belongs to. */
  readonly filing?: Id;
}

/** L1, L3, L6, G5: what to read first. */
export interface Notice {
  readonly code: string;
  readonly args: Message["args"];
}

/** L10. */
export interface FourAnswers {
  readonly inTime: Message;
  readonly howMuch: Message;
  readonly cost: Message;
  readonly whoKnows: Message;
}

export interface Assessment {
  readonly format: 1;
  readonly now: Instant;
  readonly case: Id;
  readonly pack: string;
  readonly grounds: readonly GroundAssessment[];
  /** Those of `grounds[0]`. */
  readonly elements: readonly ElementAssessment[];
  readonly closed: boolean;
  readonly demand: Demand;
  readonly next: NextStep;
  readonly problems: readonly Problem[];
  readonly round: Round;
  readonly turn: Turn;
  readonly course: Course;
  readonly deadlines: readonly Deadline[];
  readonly filings: readonly FilingTrack[];
  /** X11. */
  readonly offers: readonly OfferView[];
  /** S1, S2. */
  readonly settlement: Settlement;
  /** G1, G3–G6, L6: what is read before anything else; those that stop first. */
  readonly safety: readonly SafetyCard[];
  /** X7–X16: every channel of the pack, the way that fits first. */
  readonly channels: readonly ChannelAssessment[];
  readonly notices: readonly Notice[];
  readonly answers: FourAnswers;
  /** Earliest moment at which any part may change without a change of the case. */
  readonly staleAt: Instant | undefined;
}
