/**
 * The small forms of a case, one list of fields per kind of record. Pure.
 *
 * 1. A form asks for what a person knows; ids, stamps and links are added when it is sent.
 */
import { find, info, type Case, type ElementId, type Kind, type Pack } from "@recourse/core";
import type { FieldSpec } from "./field.ts";

const yesNo = ["yes", "no", "unknown"] as const;
const media = ["chat", "phone", "email", "form", "letter", "visit", "other"] as const;
const providers = ["alipay", "wechat", "bank", "store", "other"] as const;

const choice = (name: string, set: string, values: readonly string[], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type: "choice",
  set,
  values,
  ...more,
});
const field = (name: string, type: FieldSpec["type"], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type,
  ...more,
});
const must = { required: true } as const;
const exhibit = (material?: string): FieldSpec =>
  field("exhibit", "exhibit", material === undefined ? {} : { material });

export interface FormSpec {
  readonly kind: Kind;
  readonly fields: readonly FieldSpec[];
  /** Elements an exhibit named here is evidence for: a link says so (E2). */
  readonly proves?: { readonly code: string; readonly elements: readonly ElementId[] };
}

/** Counters a category counts by, the pack's first. */
const counters = (of: Case, pack: Pack): readonly string[] => {
  const own = pack.categories.find((c) => c.id === info(of)?.category)?.counters ?? [];
  return [...new Set([...own, "other"])];
};

type Make = (of: Case, pack: Pack) => FormSpec;

const specs: Readonly<Record<string, Make>> = {
  order: () => ({
    kind: "order",
    fields: [
      field("number", "text", { hint: "screen.hint.order.number" }),
      field("item", "text", must),
      field("paidFen", "money", must),
      field("orderedAt", "moment", must),
      field("url", "text"),
      exhibit("订单截图"),
    ],
  }),
  payment: () => ({
    kind: "payment",
    fields: [
      field("amountFen", "money", must),
      field("paidAt", "moment", must),
      choice("provider", "provider", providers, must),
      field("payee", "text", must),
      field("transaction", "text", { hint: "screen.hint.payment.transaction" }),
      choice("payeeKind", "payeeKind", ["merchant", "person", "unknown"]),
    ],
  }),
  refund: () => ({
    kind: "refund",
    fields: [
      field("amountFen", "money", must),
      field("at", "when"),
      choice("provider", "provider", providers, must),
      choice("route", "route", ["original", "balance", "other", "unknown"], must),
      field("transaction", "text"),
    ],
  }),
  undertaking: (of, pack) => ({
    kind: "undertaking",
    fields: [
      field("quote", "long", { ...must, hint: "screen.hint.undertaking.quote" }),
      choice("counter", "counter", counters(of, pack), must),
      field("quantity", "number"),
      field("startWithinHours", "number"),
      field("finishWithinHours", "number"),
      field("retentionHours", "number"),
      exhibit("服务承诺"),
      choice("shownAtOrder", "answer", yesNo, { ...must, hint: "screen.hint.undertaking.shownAtOrder" }),
    ],
    proves: { code: "proves.promise", elements: ["order_exists"] },
  }),
  usage: () => ({
    kind: "usage",
    fields: [
      field("unitsTotal", "number"),
      field("unitsUsed", "number"),
      field("giftUnits", "number"),
      field("giftUsed", "number"),
      field("valueFen", "money", { hint: "screen.hint.usage.valueFen" }),
      choice("claimChoice", "claimChoice", ["after_value", "full"]),
      exhibit(),
    ],
  }),
  communication: () => ({
    kind: "communication",
    fields: [
      field("at", "moment", must),
      choice("direction", "direction", ["theirs", "mine"], must),
      choice("medium", "medium", media, must),
      field("sender", "text", { ...must, hint: "screen.hint.communication.sender" }),
      field("text", "long", { ...must, masked: true }),
      exhibit("沟通记录"),
      choice("recordingAnnounced", "answer", yesNo),
    ],
    proves: { code: "proves.chat", elements: ["responsibility"] },
  }),
  attempt: () => ({
    kind: "attempt",
    fields: [
      field("at", "moment", must),
      choice("medium", "medium", media, must),
      field("reached", "flag", must),
      choice("ownNetworkWorked", "answer", yesNo, must),
      exhibit("无法访问"),
    ],
    proves: { code: "proves.attempt", elements: ["responsibility", "breach"] },
  }),
  incident: () => ({
    kind: "incident",
    fields: [
      choice("what", "incident", ["order_failed", "site_down", "other"], must),
      field("at", "when", must),
      field("text", "long", { hint: "screen.hint.incident.text", masked: true }),
      exhibit("系统提示"),
    ],
    proves: { code: "proves.failure", elements: ["responsibility", "breach"] },
  }),
  explanation: () => ({
    kind: "explanation",
    fields: [
      choice("asked", "answer", yesNo, { ...must, hint: "screen.hint.explanation.asked" }),
      choice("given", "answer", yesNo, must),
      field("at", "when"),
      field("text", "long", { masked: true }),
      exhibit("沟通记录"),
    ],
  }),
  reading: (of, pack) => ({
    kind: "reading",
    fields: [
      choice("counter", "counter", counters(of, pack), must),
      field("at", "moment", { ...must, hint: "screen.hint.reading.at" }),
      field("value", "number", must),
      field("account", "text"),
      { ...exhibit("后台数据"), required: true },
    ],
    proves: { code: "proves.series", elements: ["breach"] },
  }),
  filing: () => ({
    kind: "filing",
    fields: [
      field("authority", "text", { hint: "screen.hint.filing.authority" }),
      choice("filer", "filer", ["claimant", "guardian", "helper"]),
      choice("authorization", "authorization", ["original", "copy", "none"], {
        hint: "screen.hint.filing.authorization",
      }),
      choice("venue", "venue", ["operator", "platform"], { hint: "screen.hint.filing.venue" }),
      field("contact", "text", { hint: "screen.hint.filing.contact" }),
      field("reference", "text"),
      field("draft", "draft", { hint: "screen.hint.filing.draft" }),
      exhibit(),
    ],
  }),
  override: () => ({
    kind: "override",
    fields: [
      field("value", "money", { ...must, hint: "screen.hint.override.value" }),
      field("source", "text", { ...must, hint: "screen.hint.override.source" }),
    ],
  }),
  sample: () => ({ kind: "sample", fields: [field("rule", "long", { ...must, hint: "screen.hint.sample.rule" })] }),
  exhibit: (_of, pack) => ({
    kind: "exhibit",
    fields: [
      choice(
        "materialType",
        "material",
        pack.materialTypes.map((t) => t.id),
        must,
      ),
      field("capturedAt", "when", { hint: "screen.hint.exhibit.capturedAt" }),
      field("text", "long", { hint: "screen.hint.exhibit.text" }),
    ],
  }),
  case: (of, pack) => {
    const hides = pack.categories.find((c) => c.id === info(of)?.category)?.hides ?? [];
    return {
      kind: "case",
      fields: [
        field("title", "text", must),
        choice(
          "category",
          "category",
          pack.categories.map((c) => c.id),
          must,
        ),
        choice("purpose", "purpose", ["life", "business", "unknown"], must),
        choice("paidTo", "paidTo", ["merchant", "person", "store", "wallet", "unknown"], must),
        field("payerAge", "number", { hint: "screen.hint.case.payerAge" }),
        ...(hides.includes("situation")
          ? []
          : [choice("situation", "situation", ["own", "business", "worked", "unknown"])]),
        ...(hides.includes("gaveAccount") ? [] : [choice("gaveAccount", "answer", yesNo)]),
      ],
    };
  },
};

/** A limit of one's own needs no source but the person. */
const ownLimit: FormSpec = {
  kind: "override",
  fields: [field("value", "money", { ...must, hint: "screen.hint.override.stop" })],
};

/** Whether a value of the pack is a limit of one's own: below it one is first asked whether to stop (L7). */
export const isOwnLimit = (path: unknown): boolean => path === "defaults.stopBelowFen";

/** The form of a value of the pack that is changed for this case, by its path. */
export const overrideSpec = (path: unknown, usual: FormSpec): FormSpec => (isOwnLimit(path) ? ownLimit : usual);

/** The form of a kind; undefined for kinds that have none or one of their own. */
export const specOf = (kind: string, of: Case, pack: Pack): FormSpec | undefined =>
  Object.hasOwn(specs, kind) ? specs[kind]?.(of, pack) : undefined;

/** Kinds that have a small form. */
export const hasSpec = (kind: string): boolean => Object.hasOwn(specs, kind);

/** What a new record of a kind starts with, as far as it is known. */
export function startOfRecord(kind: string, of: Case): Readonly<Record<string, unknown>> {
  const order = Object.values(of.live.order)[0];
  const payment = Object.values(of.live.payment)[0];
  switch (kind) {
    case "undertaking":
      return { order: order?.id, shownAtOrder: "unknown" };
    case "usage":
      return { order: order?.id };
    case "payment":
      return { order: order?.id, amountFen: order?.paidFen, merchantOrder: order?.number, transaction: "" };
    case "refund":
      return { payment: payment?.id, provider: payment?.provider, route: "original", transaction: "" };
    case "reading":
      return { order: order?.id };
    case "order":
      return { number: "" };
    default:
      return {};
  }
}

/** The record a form edits: the one named, else the only one there is. */
export function recordToEdit(
  kind: Kind,
  id: string | undefined,
  of: Case,
): Readonly<Record<string, unknown>> | undefined {
  if (kind === "case") return find(of, "case", of.caseId);
  if (id !== undefined) return find(of, kind, id);
  const all = Object.values(of.live[kind]);
  return all.length === 1 ? all[0] : undefined;
}
