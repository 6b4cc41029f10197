/**
 * The table of kinds of letters. Pure (X4, X7).
 */
import type { Case } from "../../case/case.ts";
import { LetterKindSchema, type LetterKind, type LetterPart } from "../../schema/course.ts";
import { application } from "./application.ts";
import { association } from "./association.ts";
import { attorney } from "./attorney.ts";
import { claim } from "./claim.ts";
import { complaint12315 } from "./complaint12315.ts";
import { demand } from "./demand.ts";
import type { Barred, BarredAsk, KindSpec } from "./kind.ts";
import { paymentDispute } from "./payment-dispute.ts";
import { post } from "./post.ts";
import { reminder1 } from "./reminder1.ts";
import { reminder2 } from "./reminder2.ts";
import { termination } from "./termination.ts";

const table: Readonly<Record<LetterKind, KindSpec>> = {
  application,
  reminder1,
  reminder2,
  demand,
  termination,
  payment_dispute: paymentDispute,
  complaint12315,
  association,
  attorney,
  claim,
  post,
};

/** What a kind composes, and how it is judged and sent. */
export const specOf = (kind: LetterKind): KindSpec => table[kind];

/** Code of the words that head a part of a letter: 订单信息, in a claim 事实与理由. */
export const partHeading = (kind: LetterKind, part: LetterPart): string =>
  table[kind].headed.includes(part) ? `letter.part.${kind}.${part}` : `letter.part.${part}`;

export interface KindOffer {
  readonly kind: LetterKind;
  /** Why this case does not get it; words `letter.barred.<code>`. */
  readonly barred: Barred | undefined;
  /** Channels of the pack it suits, the usual one first. */
  readonly channels: readonly string[];
}

/** Every kind, in the order in which a case comes to it, with the reason where the case does not get it. */
export const letterKinds = (of: Case, ask: BarredAsk): readonly KindOffer[] =>
  LetterKindSchema.options.map((kind) => ({
    kind,
    barred: table[kind].barred(of, ask),
    channels: table[kind].channels,
  }));
