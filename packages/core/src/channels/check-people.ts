/**
 * Checks of people: who files and on what paper, who they are, who the other side is, and where it goes. Pure (X7, X9, X13, X15, R1, G5).
 *
 * 1. A helper never files as if it were the person: on paper where papers are taken, else not at all.
 * 2. What is asked of a person is asked of the guardian where the payer was a minor.
 */
import { find } from "../case/case.ts";
import { ref } from "../identity.ts";
import { message } from "../message.ts";
import {
  against,
  asks,
  askFiling,
  askParty,
  holds,
  lacks,
  type Answer,
  type CheckInput,
  type CheckRule,
} from "./check.ts";
import { identified } from "./facts.ts";
import { venueOf } from "./venue.ts";

const provisions = (x: CheckInput) => x.basis.map((id) => ref("provision", id));

/** Who hands it in. Source: X7, X15, samr-121-11, cpl-61. */
export const filer: CheckRule = (x) => {
  const { facts, rule, filing } = x;
  const by = filing?.filer ?? facts.filerRole;
  if (by === "helper") return helperFiles(x);
  const refs = provisions(x);
  if (facts.minor && by !== "guardian" && rule.policy.minor.level === "guardian")
    return [against(message("G5.guardian_files", {}, refs), "filing.filer", askFiling(x, "filer"))];
  if (by === "claimant" && !rule.whoMayFile.claimant)
    return [against(message("X7.guardian_only", {}, refs), "filing.filer", askFiling(x, "filer"))];
  return [holds(message(by === "guardian" ? "X7.filed_by_guardian" : "X7.filed_by_self", {}, refs))];
};

function helperFiles(x: CheckInput): readonly Answer[] {
  const { facts, rule, filing } = x;
  const refs = provisions(x);
  const notThey = (said: ReturnType<typeof message>): readonly Answer[] => [
    against(said, "filing.filer", askFiling(x, "filer")),
  ];
  switch (rule.whoMayFile.helper) {
    case "yes":
      return [holds(message("X7.anyone", {}, refs))];
    case "carry":
    case "accompany":
      return notThey(message("X7.helper_carries", {}, refs));
    case "no":
      return notThey(rule.kind === "court" ? message("X15.friend", {}, refs) : message("X7.helper_no", {}, refs));
    case "papers": {
      const { agent } = facts.parties;
      const paper = (said: ReturnType<typeof message>): Answer =>
        lacks("filing.authorization", said, askFiling(x, "authorization"));
      const rows: readonly Answer[] = [
        ...(filing?.authorization === "copy" ? [paper(message("X7.original_missing", {}, refs))] : []),
        ...(filing?.authorization === "original" || filing?.authorization === "copy"
          ? []
          : [paper(message("X7.authorization_missing", {}, refs))]),
        ...(agent === undefined
          ? [lacks("party.agent", message("X7.agent_missing", {}, refs), askParty(agent, "agent", "name"))]
          : []),
      ];
      return rows.length > 0 ? rows : [holds(message("X7.filed_by_helper", { name: agent?.name ?? "" }, refs))];
    }
  }
}

const digits = (text: string | undefined): string => (text ?? "").replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "");

/** The telephone is the person's own, never the helper's: one number for many complaints is a sign. Source: X7, samr-121-17. */
export const ownPhone: CheckRule = (x) => {
  const { facts, filing } = x;
  const theirs = digits(facts.parties.agent?.contact);
  const given = digits(filing?.contact ?? facts.filer?.contact);
  if (theirs === "" || given === "") return [];
  if (theirs !== given) return [holds(message("X7.own_phone", {}, provisions(x)))];
  const said = message("X7.helper_phone", {}, provisions(x));
  return filing?.contact === undefined
    ? [against(said, `party.${facts.filerRole}.contact`, askParty(facts.filer, facts.filerRole, "contact"))]
    : [against(said, "filing.contact", askFiling(x, "contact"))];
};

/** Name, telephone and address of whoever complains or sues. Source: samr-121-10, cpl-124. */
export const claimantIdentity: CheckRule = (x) => {
  const { filer: who, filerRole: role } = x.facts;
  const refs = provisions(x);
  if (who === undefined) {
    // The guardian check already asks for the guardian.
    if (role === "guardian") return [];
    return [lacks("party.claimant", message("X9.claimant_missing", {}, refs), askParty(undefined, role, "name"))];
  }
  const open = (["contact", "address"] as const).filter((field) => (who[field] ?? "").trim() === "");
  if (open.length === 0) return [holds(message("X9.claimant_known", { name: who.name }, refs))];
  return open.map((field) =>
    lacks(
      `party.${role}.${field}`,
      field === "contact" ? message("X9.claimant_phone", {}, refs) : message("X9.claimant_address", {}, refs),
      askParty(who, role, field),
    ),
  );
};

/** R1: without a name nobody can be complained of or sued. */
export const respondentNamed: CheckRule = (x) => {
  const { respondent, platform } = x.facts.parties;
  const refs = provisions(x);
  if (respondent !== undefined)
    return [holds(message("X9.respondent_named", { name: respondent.name }, [...refs, ref("party", respondent.id)]))];
  const fix = askParty(undefined, "respondent", "name");
  return [
    platform === undefined
      ? against(message("R1.nobody", {}, refs), "party.respondent", fix)
      : against(
          message("R1.ask_platform", { name: platform.name }, [...refs, ref("provision", "crpl-44")]),
          "party.respondent",
          fix,
        ),
  ];
};

/** Where they are. On a marketplace its own domicile serves for a complaint (X13). Source: samr-121-10, samr-121-13, cpl-124. */
export const respondentAddress: CheckRule = (x) => {
  const { respondent, platform } = x.facts.parties;
  const refs = provisions(x);
  if (!identified(x.facts)) return [];
  if ((respondent?.address ?? "").trim() !== "")
    return [holds(message("X9.respondent_address", { address: respondent?.address ?? "" }, refs))];
  if (x.rule.kind !== "court" && (platform?.address ?? "").trim() !== "")
    return [holds(message("X13.platform_address", { address: platform?.address ?? "" }, refs))];
  return [
    lacks(
      "party.respondent.address",
      message("X9.respondent_address_missing", {}, refs),
      askParty(respondent, "respondent", "address"),
    ),
  ];
};

/** An e-mail or postal address of theirs. */
export const writtenAddress: CheckRule = (x) => {
  const { respondent } = x.facts.parties;
  const known = [respondent?.address, respondent?.contact].some((text) => (text ?? "").trim() !== "");
  return known
    ? [holds(message("X9.written_address"))]
    : [
        lacks(
          "party.respondent.contact",
          message("X9.written_address_missing"),
          askParty(respondent, "respondent", "contact"),
        ),
      ];
};

/** A telephone number of theirs. */
export const phoneKnown: CheckRule = (x) => {
  const { respondent } = x.facts.parties;
  return digits(respondent?.contact).length >= 5
    ? [holds(message("X9.phone_known"))]
    : [lacks("party.respondent.contact", message("X9.phone_missing"), askParty(respondent, "respondent", "contact"))];
};

/** The shop stands on a marketplace that is named. */
export const onMarketplace: CheckRule = (x) => {
  const { platform } = x.facts.parties;
  return platform === undefined
    ? [asks("party.platform", message("X9.marketplace_unknown"), askParty(undefined, "platform", "name"))]
    : [holds(message("X9.marketplace", { name: platform.name }))];
};

/** Which court or authority it goes to (X13). */
export const venue: CheckRule = (x) => {
  const named = (x.filing?.authority ?? "").trim();
  const refs = provisions(x);
  const { places } = venueOf(x.facts, x.rule);
  const chosen = x.filing?.venue;
  if (chosen !== undefined && places.length > 0 && !places.some((p) => p.venue === chosen && p.open))
    return [lacks("filing.venue", message("X13.venue_closed", { venue: chosen }, refs), askFiling(x, "venue"))];
  return named === ""
    ? [lacks("filing.authority", message("X13.authority_missing", {}, refs), askFiling(x, "authority"))]
    : [holds(message("X13.authority", { authority: named }, refs))];
};

/** Proof of birth and of who is the guardian. */
export const relationShown: CheckRule = (x) =>
  x.facts.materials.has(RELATION)
    ? [holds(message("X9.relation_shown"))]
    : [
        lacks("exhibit.relation", message("X9.relation_missing"), {
          command: "inbox.add",
          data: { material: RELATION },
        }),
      ];
const RELATION = "身份关系";

/** The address of a page of theirs. */
export const webAddress: CheckRule = (x) => {
  const sites = [x.facts.order?.url, ...Object.values(x.facts.parties).map((p) => p.site)];
  if (sites.some((text) => (text ?? "").trim() !== "")) return [holds(message("X9.web_address"))];
  const respondent = find(x.facts.of, "party", x.facts.parties.respondent?.id);
  return [
    lacks("party.respondent.site", message("X9.web_address_missing"), askParty(respondent, "respondent", "site")),
  ];
};
