/**
 * Fields about people: name, telephone, address, number of the business register. Pure (R1, P4, X7).
 *
 * 1. A telephone is printed only where the contact is one; an e-mail address is not a telephone.
 * 2. The claimant's telephone must be their own: one that the agent has too is pointed out (`samr-121-17`).
 */
import { all, type Case } from "../../case/case.ts";
import { ref } from "../../identity.ts";
import { message } from "../../message.ts";
import { gapOf, nothing, plain, textOr, type FillFacts, type Filled, type Gap, type Party, type Role } from "./fill.ts";

/** Parties a section of that role is about, in the order in which they were added; a shop on a platform stands in for the respondent. */
export function partiesOf(of: Case, role: Role): readonly Party[] {
  const inOrder = (wanted: Party["role"]): readonly Party[] =>
    all(of, "party")
      .filter((p) => p.role === wanted && p.name.trim() !== "")
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = inOrder(role);
  return role === "respondent" && own.length === 0 ? inOrder("seller") : own;
}

/** What to press for a fact about a party: the record that is there, or a new one. */
export function partyGap({ party, role }: Pick<FillFacts, "party" | "role">, what: string, field: string): Gap {
  const who = role ?? "respondent";
  return party === undefined
    ? gapOf("form.missing.party", { role: who, what }, "party.add", { role: who, ask: field })
    : gapOf("form.missing.party", { role: who, what }, "party.edit", { id: party.id, ask: field });
}

const fieldOf = (facts: FillFacts, what: string, field: "name" | "address" | "creditCode"): Filled =>
  textOr(
    facts.party?.[field],
    facts.party === undefined ? [] : [ref("party", facts.party.id, field)],
    partyGap(facts, what, field),
  );

const digits = (text: string | undefined): string => (text ?? "").normalize("NFKC").replace(/\D/g, "");
/** Units: digits. The shortest public numbers have five. */
const SHORTEST_PHONE = 5;

/** The contact as a telephone; undefined for an e-mail address or a name in a messenger. */
export function phoneIn(contact: string | undefined): string | undefined {
  const told = (contact ?? "").normalize("NFKC").trim();
  const number = /(?<![\w.@-])\+?\d[\d\s()-]*\d(?![\w@])/.exec(told)?.[0];
  return number !== undefined && digits(number).length >= SHORTEST_PHONE ? number.trim() : undefined;
}

function phone(facts: FillFacts): Filled {
  const number = phoneIn(facts.party?.contact);
  if (facts.party === undefined || number === undefined) return { value: [], gap: partyGap(facts, "phone", "contact") };
  const value = [plain(number, [ref("party", facts.party.id, "contact")])];
  if (facts.role !== "claimant") return { value };
  const shared = partiesOf(facts.case, "agent").some((p) => digits(phoneIn(p.contact)) === digits(number));
  if (!shared) return { value };
  const gap = gapOf("form.missing.own_phone", {}, "party.edit", { id: facts.party.id, ask: "contact" });
  return { value, gap: { ...gap, message: { ...gap.message, refs: [ref("provision", "samr-121-17")] } } };
}

function kind({ party }: FillFacts): Filled {
  if (party === undefined || (party.kind !== "company" && party.kind !== "person")) return nothing;
  return { value: [message("form.value.partyKind", { kind: party.kind }, [ref("party", party.id, "kind")])] };
}

export const partyFills = {
  "party.name": (f: FillFacts): Filled => fieldOf(f, "name", "name"),
  "party.phone": phone,
  "party.address": (f: FillFacts): Filled => fieldOf(f, "address", "address"),
  "party.credit_code": (f: FillFacts): Filled => fieldOf(f, "credit_code", "creditCode"),
  "party.kind": kind,
  "agent.present": (f: FillFacts): Filled => ({ value: [], chosen: f.party === undefined ? "no" : "yes" }),
} as const;
