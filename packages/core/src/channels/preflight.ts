/**
 * Pre-flight: what the decider asks before taking a matter, answered one by one from the case. Pure (X9, X10, G5).
 *
 * 1. Which checks a channel has, how much each weighs and what it rests on is pack data; here is only how each is answered.
 * 2. A guardian before anything, where a minor paid (G5); a helper is looked at in every channel (X7).
 */
import { ref } from "../identity.ts";
import { message } from "../message.ts";
import type { ChannelRule, CheckCode } from "../pack/channel-rule.ts";
import type { ChannelAssessment, ChannelGap, Check } from "./channel-assessment.ts";
import {
  arbitration,
  bothWilling,
  clues,
  complaintOnly,
  contactedFirst,
  entryOpen,
  habit,
  handledBefore,
  limitation,
  oneFiling,
  providerAnswered,
  remit,
  signIn,
  threeYears,
  timeWindow,
  trueMaterial,
} from "./check-course.ts";
import {
  claimAmount,
  dailyLife,
  factsShown,
  masked,
  material,
  minorPayer,
  moneyLeft,
  orderNumber,
  orderShown,
  payeeMerchant,
  paymentFound,
  situationTold,
  smallProcedure,
  storePayee,
  unauthorised,
} from "./check-matter.ts";
import {
  claimantIdentity,
  filer,
  onMarketplace,
  ownPhone,
  phoneKnown,
  relationShown,
  respondentAddress,
  respondentNamed,
  venue,
  webAddress,
  writtenAddress,
} from "./check-people.ts";
import { against, holds, type CheckInput, type CheckRule } from "./check.ts";
import type { ChannelFacts, Filing } from "./facts.ts";

const rules: Readonly<Record<CheckCode, CheckRule>> = {
  arbitration,
  both_willing: bothWilling,
  claim_amount: claimAmount,
  claimant_identity: claimantIdentity,
  clues,
  complaint_only: complaintOnly,
  contacted_first: contactedFirst,
  daily_life: dailyLife,
  entry_open: entryOpen,
  facts_shown: factsShown,
  filer,
  habit,
  handled_before: handledBefore,
  limitation,
  masked,
  material,
  minor_payer: minorPayer,
  money_left: moneyLeft,
  on_marketplace: onMarketplace,
  one_filing: oneFiling,
  order_number: orderNumber,
  order_shown: orderShown,
  own_phone: ownPhone,
  payee_merchant: payeeMerchant,
  payment_found: paymentFound,
  phone_known: phoneKnown,
  provider_answered: providerAnswered,
  relation_shown: relationShown,
  remit,
  respondent_address: respondentAddress,
  respondent_named: respondentNamed,
  sign_in: signIn,
  situation_told: situationTold,
  small_procedure: smallProcedure,
  store_payee: storePayee,
  three_years: threeYears,
  time_window: timeWindow,
  true_material: trueMaterial,
  unauthorised,
  venue,
  web_address: webAddress,
  written_address: writtenAddress,
};

/** G5: a guardian is entered before anything is done. */
function guardianCheck(facts: ChannelFacts, rule: ChannelRule): readonly Check[] {
  if (!facts.minor || rule.policy.minor.level !== "guardian") return [];
  const { guardian } = facts.parties;
  const { basis } = rule.policy.minor;
  const answer =
    guardian === undefined
      ? against(message("G5.guardian", { age: facts.me?.payerAge ?? 0 }), "party.guardian", {
          command: "party.add",
          data: { role: "guardian" },
        })
      : holds(message("G5.guardian_there", { name: guardian.name }, [ref("party", guardian.id)]));
  return [{ code: "guardian", weight: "must", basis, ...answer }];
}

/** Every check of a channel, in the order in which the decider asks. */
export function preflight(facts: ChannelFacts, rule: ChannelRule, filing: Filing | undefined): readonly Check[] {
  const listed = rule.checks.some((c) => c.code === "filer");
  const extra: ChannelRule["checks"] =
    !listed && filing?.filer !== undefined ? [{ code: "filer", weight: "must", basis: [] }] : [];
  const checked = [...extra, ...rule.checks].flatMap(({ code, weight, basis }): readonly Check[] => {
    const x: CheckInput = { facts, rule, basis, filing };
    return rules[code](x).map((answer) => ({ code, weight, basis, ...answer }));
  });
  return [...guardianCheck(facts, rule), ...checked];
}

/** What must hold and does not, and a person can add or answer. */
export const gapsOf = (checks: readonly Check[]): readonly ChannelGap[] =>
  checks.flatMap(({ weight, verdict, field, fix, message: said }) =>
    weight === "must" && (verdict === "missing" || verdict === "unknown") && field !== undefined && fix !== undefined
      ? [{ field, message: said, fix }]
      : [],
  );

/** What must hold and stands against it. */
export const blocksOf = (checks: readonly Check[]): readonly Check[] =>
  checks.filter((c) => c.weight === "must" && c.verdict === "blocks");

/**
 * Names of what holds a filing back: codes of checks, `closed` for a door that another way shut, `policy` for what the kind of case forbids.
 * `green`: every check that must hold has to; else only what stands against it counts (X10).
 */
export function unmetOf(
  judged: Pick<ChannelAssessment, "checks" | "missing" | "reasons" | "applies">,
  green: boolean,
): readonly string[] {
  const open = judged.checks.filter(
    (c) => c.weight === "must" && (c.verdict === "blocks" || (green && c.verdict !== "ok" && c.fix !== undefined)),
  );
  const said = new Set(blocksOf(judged.checks).map((c) => c.message));
  const others = judged.reasons.filter((m) => !said.has(m));
  return [
    ...(judged.applies ? [] : ["not_here"]),
    ...new Set(others.map((m) => (m.code === "X10.shut" ? "closed" : "policy"))),
    ...new Set(open.map((c) => c.code)),
  ];
}
