/**
 * Disclosure: what whoever receives it learns, per channel. Pure (X7, L1, E14, P4).
 *
 * 1. Lists of other people's accounts go into no profile but the court's (E14).
 * 2. Pictures of identity papers only where they are asked for, and watermarked (P4).
 */
import { all } from "../case/case.ts";
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ChannelRule, RedactionProfile, Tells } from "../pack/channel-rule.ts";
import type { ChannelFacts } from "./facts.ts";

export interface ProfileRules {
  /** E14. */
  readonly followerLists: boolean;
  /** P4. */
  readonly idImages: "watermarked" | "never";
}

/** What may go into a bundle of a profile. Source: E14, P4, pipl-10, pipl-28. */
export const profileRules = (profile: RedactionProfile): ProfileRules => ({
  followerLists: profile === "court",
  idImages: profile === "12315" || profile === "court" || profile === "minor" ? "watermarked" : "never",
});

const learns: Readonly<Record<Tells, string>> = {
  seller: "X7.tells.seller",
  store: "X7.tells.store",
  marketplace: "X7.tells.marketplace",
  provider: "X7.tells.provider",
  regulator: "X7.tells.regulator",
  association: "X7.tells.association",
  hotline: "X7.tells.hotline",
  police: "X7.tells.police",
  mediator: "X7.tells.mediator",
  court: "X7.tells.court",
  everyone: "X7.tells.everyone",
  notary: "X7.tells.notary",
  time_service: "X7.tells.time_service",
  adviser: "X7.tells.adviser",
  nobody: "X7.tells.nobody",
  identity: "X7.tells.identity",
};

const BILL = "支付凭证";

/** What is told by going through a channel. */
export function disclosureOf(facts: ChannelFacts, rule: ChannelRule): readonly Message[] {
  const { of, me } = facts;
  const told = rule.tells.map((t) => message(learns[t]));
  const quiet = rule.redactionProfile === "none";
  if (quiet) return told;
  const may = profileRules(rule.redactionProfile);
  const purchase =
    me?.category === "engagement" && rule.policy.engagement.level !== "allow"
      ? [
          message(
            "X7.tells.purchase",
            {},
            rule.policy.engagement.basis.map((id) => ref("provision", id)),
          ),
        ]
      : [];
  const samples = all(of, "sample");
  const lists =
    samples.length === 0
      ? []
      : [
          message(
            may.followerLists ? "E14.list_goes" : "E14.list_stays",
            {},
            samples.map((s) => ref("exhibit", s.exhibit)),
          ),
        ];
  const bills = facts.tables.filter((e) => e.materialType === BILL);
  const rows = bills.reduce((n, e) => n + (e.rowCount ?? 0), 0);
  const others =
    rows > 0
      ? [
          message(
            "X7.tells.bill_rows",
            { n: rows },
            bills.map((e) => ref("exhibit", e.id)),
          ),
        ]
      : [];
  const papers = [message(may.idImages === "watermarked" ? "P4.watermarked" : "P4.never")];
  return [...told, ...purchase, ...others, ...lists, ...papers];
}
