/**
 * What a kind of letter is: which sentences it composes, for whom, by which doors it goes and what its sending says. Types only (X4, X7, A7, L9).
 *
 * 1. A kind is a table: the sentences themselves are shared, so that a fact reads the same in every letter.
 */
import type { GroundAssessment } from "../../assess/assessment.ts";
import type { Case } from "../../case/case.ts";
import type { Pack } from "../../pack/pack.ts";
import type { LetterKind, LetterPart } from "../../schema/course.ts";
import type { RecordOf } from "../../schema/kinds.ts";
import type { Instant } from "../../time.ts";
import type { LetterFacts, TemplateCode } from "../template.ts";

/** How the letter calls the other side: 贵方, 被投诉人, 商家, 被告. Members of `letter.phrase.them`. */
export type Addressee = "you" | "complained" | "merchant" | "defendant";

/** What a party is in a paper. Members of `letter.phrase.side`. */
export type Side =
  | "complainant"
  | "complained"
  | "plaintiff"
  | "defendant"
  | "guardian"
  | "principal"
  | "agent"
  | "merchant";

/** Who reads it, which decides what may be enclosed (E14, P4) and what has to be masked (P1, L9). */
export type Audience = "platform" | "authority" | "court" | "public";

/** The event that says it was sent; `none` for a paper that only goes along with others. Source: X1. */
export type SentAs =
  | "application.submitted"
  | "demand.sent"
  | "termination.sent"
  | "filing.submitted"
  | "suit.filed"
  | "none";

/** Why a case does not get this kind. Members of `letter.barred`. */
export type Barred =
  | "engagement_public"
  | "minor_public"
  | "engagement_termination"
  | "no_termination_ground"
  | "business_complaint";

type Role = RecordOf<"party">["role"];

export interface LawRule {
  /** Provisions of met grounds: never, only where no captured clause carries the letter (B5), or always. */
  readonly grounds: "never" | "fallback" | "always";
  /** How many of them the letter names by itself. */
  readonly most: number;
  /** Provisions the kind itself rests on, in the order in which they are quoted. */
  readonly own: (facts: LetterFacts) => readonly string[];
}

export interface KindSpec {
  readonly kind: LetterKind;
  /** In reading order. */
  readonly parts: readonly LetterPart[];
  /** Parts without which it is not ready (A2). */
  readonly needs: readonly LetterPart[];
  /** Parts headed by `letter.part.<kind>.<part>`; the others by `letter.part.<part>`. */
  readonly headed: readonly LetterPart[];
  readonly templates: ReadonlySet<TemplateCode>;
  /** Of those, the ones that are only offered: the reader has them already. */
  readonly offered: ReadonlySet<TemplateCode>;
  /** Those it composes wherever the facts have them, also where other letters would leave them out. */
  readonly always: ReadonlySet<TemplateCode>;
  /** Read before the others of their part. */
  readonly first: ReadonlySet<TemplateCode>;
  readonly to: Addressee;
  readonly audience: Audience;
  /** Channels of the pack it suits, the usual one first. */
  readonly channels: readonly string[];
  readonly sentAs: SentAs;
  readonly law: LawRule;
  /** K8: the days it gives by itself; a number, or the threshold of the pack. Units: days, or hours for `…Hours`. */
  readonly period: { readonly threshold: "chatFollowUpHours" | "demandDays" } | { readonly days: number };
  /** How many earlier letters it recalls by itself, newest first. */
  readonly recalls: number;
  /** A6 is asked of it. */
  readonly candid: boolean;
  /** Categories of wording that block here and elsewhere only warn (X14, P1). */
  readonly strict: readonly string[];
  /** Parties it names, and what they are in it. */
  readonly sides: readonly { readonly roles: readonly Role[]; readonly side: Side }[];
  /** One party of each set has to be known. */
  readonly whoNeeded: readonly (readonly Role[])[];
  readonly barred: (of: Case, ask: BarredAsk) => Barred | undefined;
}

export interface BarredAsk {
  readonly pack: Pack;
  readonly grounds: readonly GroundAssessment[];
  readonly now: Instant;
}

/** For kinds that every case may write. */
export const neverBarred = (): undefined => undefined;
/** For kinds that rest on no provision of their own. */
export const noLaw: LawRule = { grounds: "never", most: 0, own: () => [] };
