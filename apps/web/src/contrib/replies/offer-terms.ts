/** The terms of an offer while they are being written down. Pure (X11). */
import type { OfferSaid, RecordOf, When } from "@recourse/core";

/** Units: `amountFen` in fen. */
export interface OfferDraft {
  readonly form: RecordOf<"offer">["form"];
  readonly asks: NonNullable<RecordOf<"offer">["asks"]>;
  readonly amountFen?: number;
  readonly condition?: string;
  readonly expiresAt?: When;
}

/** What the message says of an offer, as the form starts with it. */
export function offerFrom(said: OfferSaid | undefined): OfferDraft {
  if (said === undefined) return { form: "money", asks: "nothing" };
  const { form, asks, amountFen, condition, expiresAt } = said;
  return {
    form,
    asks,
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(condition === undefined ? {} : { condition }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}
