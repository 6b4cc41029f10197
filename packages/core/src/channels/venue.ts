/**
 * Venue: where a complaint or a claim goes. Pure (X13).
 *
 * 1. A site of their own: their domicile. A shop on a marketplace: its published address or the marketplace's domicile; without a published
 *    address, or where it cannot be reached there, only the latter. Whoever receives first handles it: one filing.
 * 2. A court: the defendant's domicile, or where the contract is performed; a term of theirs may name another.
 * Source: samr-121-13, samr-121-14, cpl-22, cpl-24, cpl-35, spc-cpl-2022-20, spc-cpl-2022-31.
 */
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ChannelRule } from "../pack/channel-rule.ts";
import type { ChannelFacts } from "./facts.ts";

export interface VenuePlace {
  readonly venue: "operator" | "platform" | "buyer";
  /** The address it goes by; undefined where it is not known yet. */
  readonly address: string | undefined;
  /** False where the text does not offer this place in a case like this. */
  readonly open: boolean;
  readonly message: Message;
  readonly basis: readonly string[];
}

export interface Venue {
  readonly places: readonly VenuePlace[];
  /** What to know before choosing. */
  readonly notes: readonly Message[];
}

const known = (text: string | undefined): string | undefined => (text ?? "").trim() || undefined;
const cited = (...ids: readonly string[]) => ids.map((id) => ref("provision", id));

/** Places for a complaint to the regulator or a claim; none for other channels. */
export function venueOf(facts: Pick<ChannelFacts, "parties" | "measures">, rule: Pick<ChannelRule, "kind">): Venue {
  if (rule.kind === "court") return courtVenue(facts);
  if (rule.kind !== "administrative-mediation") return { places: [], notes: [] };
  const { respondent, platform } = facts.parties;
  const address = known(respondent?.address);
  const basis = ["samr-121-13"];
  const notes = [message("X13.first_handles", {}, cited("samr-121-14"))];
  if (platform === undefined)
    return {
      places: [
        { venue: "operator", address, open: true, message: message("X13.operator", {}, cited(...basis)), basis },
      ],
      notes,
    };
  const reachable = address !== undefined && !facts.measures.unreachable.shown;
  return {
    places: [
      {
        venue: "operator",
        address,
        open: reachable,
        message: reachable
          ? message("X13.published", {}, cited(...basis))
          : message("X13.not_published", {}, cited(...basis)),
        basis,
      },
      {
        venue: "platform",
        address: known(platform.address),
        open: true,
        message: message("X13.platform", { name: platform.name }, cited(...basis)),
        basis,
      },
    ],
    notes,
  };
}

function courtVenue({ parties }: Pick<ChannelFacts, "parties">): Venue {
  const mine = parties.claimant ?? parties.guardian;
  return {
    places: [
      {
        venue: "operator",
        address: known(parties.respondent?.address),
        open: true,
        message: message("X13.defendant", {}, cited("cpl-22")),
        basis: ["cpl-22"],
      },
      {
        venue: "buyer",
        address: known(mine?.address),
        open: true,
        message: message("X13.buyer", {}, cited("cpl-24", "spc-cpl-2022-20")),
        basis: ["cpl-24", "spc-cpl-2022-20"],
      },
    ],
    notes: [message("X13.court_term", {}, cited("cpl-35", "spc-cpl-2022-31"))],
  };
}
