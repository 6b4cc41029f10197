/**
 * Stored records in words: what a kind, a field and a value are called, and why a record could not be read. Pure.
 *
 * 1. What has no words is shown as it is stored and never hidden.
 */
import { ConditionSchema, FenSchema, isKind, kinds, ref, type Fen } from "@recourse/core";
import { momentText } from "@recourse/words";
import { REMOVED } from "../../live/trouble.ts";
import { yuan } from "../../parts/Money.tsx";
import { whenOf } from "../../parts/moment.ts";
import { refLabel, type RefContext } from "../../parts/ref-label.ts";
import type { Say, Trouble } from "../../services/services.ts";
import { conditionText } from "./forms/condition.ts";
import type { FieldSpec } from "./forms/field.ts";
import { specOf } from "./forms/specs.ts";

type Misfit = Trouble["quarantine"][number];

/** Kinds whose forms are not lists of fields, but use the same names for them. */
const ownForms: ReadonlySet<string> = new Set(["party", "clause", "lookup"]);

/** Closed sets of fields that stand in no list of fields. */
const sets: Readonly<Record<string, string>> = {
  "party.role": "role",
  "party.kind": "partyKind",
  "party.foundIn": "place",
  "clause.ground": "ground",
  "clause.shownAtOrder": "answer",
  "link.element": "element",
  "lookup.place": "place",
  "lookup.result": "lookup",
  "answer.value": "answer",
  "offer.form": "offerForm",
  "draft.kind": "letterKind",
  "sentence.part": "letter.part",
};

/** Fields that hold the id of a record of the kind they are called by. */
const pointers: ReadonlySet<string> = new Set(["exhibit", "order", "payment", "clause"]);

/** `订单`; a kind this version does not know is named as it is stored. */
export function kindText(say: Pick<Say, "word" | "has">, kind: string): string {
  const code = `screen.kind.${kind}`;
  return say.has(code) ? say.word(code) : say.word("screen.raw.unknown_kind", { kind });
}

const specFor = ({ live, pack }: RefContext, kind: string, field: string): FieldSpec | undefined =>
  specOf(kind, live.whole(), pack())?.fields.find((spec) => spec.name === field);

/** `付了多少元`; a field without words by its stored name. */
export function fieldText(context: RefContext, kind: string, field: string): string {
  const { say } = context;
  const own = `screen.field.${kind}.${field}`;
  if (say.has(own)) return say.word(own);
  const shared = `screen.field.${field}`;
  const shares = ownForms.has(kind) || specFor(context, kind, field) !== undefined;
  return shares && say.has(shared) ? say.word(shared) : field;
}

/** A stored value as a person reads it; the empty value has words too. */
export function valueText(context: RefContext, kind: string, field: string, value: unknown): string {
  const { say } = context;
  if (field === REMOVED) return say.word(value === true ? "screen.choose.take_out" : "screen.choose.leave");
  if (value === undefined || value === null || value === "") return say.word("screen.choose.empty");
  if (typeof value === "boolean") return say.word(value ? "answer.yes" : "answer.no");
  if (typeof value === "number") {
    const fen = field.endsWith("Fen") ? fenOf(value) : undefined;
    return fen === undefined ? String(value) : yuan(fen);
  }
  const condition = kind === "clause" && field === "condition" ? ConditionSchema.safeParse(value) : undefined;
  if (condition?.success === true) return conditionText(say, condition.data);
  if (typeof value !== "string") return JSON.stringify(value, undefined, 2);
  const set = specFor(context, kind, field)?.set ?? sets[`${kind}.${field}`];
  if (set !== undefined && say.has(`${set}.${value}`)) return say.word(`${set}.${value}`);
  const when = whenOf(value);
  if (when !== undefined) return momentText(when, say.lang());
  return (pointers.has(field) ? refLabel(ref(field, value), context) : undefined) ?? value;
}

function fenOf(value: number): Fen | undefined {
  const read = FenSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

/** Why it cannot be read, in words that need no knowledge of how records are stored. */
export function whyText(context: RefContext, misfit: Misfit, newer: boolean): string {
  const { say } = context;
  const { kind, raw } = misfit;
  // A whole kind that a newer app keeps in another way has nothing to show.
  if (!isKind(kind) || (newer && raw === undefined)) return say.word("screen.raw.why.kind");
  if (misfit.orphan) return say.word("screen.raw.why.waiting");
  const read = kinds[kind].safeParse(raw);
  const fields = [
    ...new Set((read.error?.issues ?? []).flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)]))),
  ];
  if (fields.length === 0) return say.word(read.success ? "screen.raw.why.id" : "screen.raw.why.shape");
  const named = fields.map((field) => fieldText(context, kind, field));
  return say.word(newer ? "screen.raw.why.newer" : "screen.raw.why.fields", { fields: named });
}
