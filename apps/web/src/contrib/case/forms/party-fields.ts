/**
 * What is asked of each party. Pure data (R1, P1, P4).
 *
 * 1. Of people on our side only what they are reached by; an identity number is asked of nobody.
 */
import type { RecordOf } from "@recourse/core";
import type { FieldSpec } from "./field.ts";
import type { FormSpec } from "./specs.ts";

type Role = RecordOf<"party">["role"];

/** R1, in the order in which they usually help. Source: ecl-15, icp-12, crpl-22, crpl-44. */
export const places = ["bill", "licence", "icp", "terms", "invoice", "store", "platform"] as const;
const kindsOfParty = ["company", "person", "store", "unknown"] as const;

const theirs: readonly FieldSpec[] = [
  { name: "name", type: "text", required: true, hint: "screen.hint.party.name" },
  { name: "foundIn", type: "choice", set: "place", values: [...places, "told"], required: true },
  { name: "kind", type: "choice", set: "partyKind", values: kindsOfParty },
  { name: "exhibit", type: "exhibit", material: "商家信息" },
  { name: "creditCode", type: "text" },
  { name: "site", type: "text" },
  { name: "contact", type: "text" },
  { name: "address", type: "text" },
];

const ours: readonly FieldSpec[] = [
  { name: "name", type: "text", required: true, hint: "screen.hint.party.own_name" },
  { name: "contact", type: "text", hint: "screen.hint.party.own_contact" },
  { name: "address", type: "text", hint: "screen.hint.party.own_address" },
];
const onOurSide: ReadonlySet<string> = new Set<Role>(["claimant", "guardian", "agent"]);

/** Whether a role is one of our side: the person, the guardian, whoever acts for them. */
export const isOurs = (role: string): boolean => onOurSide.has(role);

/** The form of a role. */
export const partySpec = (role: string): FormSpec =>
  isOurs(role)
    ? { kind: "party", fields: ours }
    : { kind: "party", fields: theirs, proves: { code: "proves.party", elements: ["respondent_identity"] } };
