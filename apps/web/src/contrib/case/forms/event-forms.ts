/** What a person may record by hand, each event with the fields that matter for it (X1). Pure data. */
import type { FieldSpec } from "./field.ts";

const channels = [
  "platform_form",
  "platform_letter",
  "platform_phone",
  "platform_intervention",
  "app_store",
  "payment_dispute",
] as const;
const channel: FieldSpec = { name: "channel", type: "choice", set: "channel", values: channels };
const period: FieldSpec = { name: "periodHours", type: "number", hint: "screen.hint.event.periodHours" };

/** By type; replies, offers, filings, refunds and the end of a case have screens of their own. */
export const eventForms: Readonly<Record<string, readonly FieldSpec[]>> = {
  "application.submitted": [channel, period],
  "demand.sent": [channel, period],
  "demand.delivered": [{ name: "how", type: "text", required: true, hint: "screen.hint.event.how" }],
  "court.sets_period": [{ name: "due", type: "when", required: true }],
  "appraisal.started": [],
  "appraisal.ended": [],
  "infringement.known": [],
  "fraud.known": [],
  "guardian.notified": [],
  "goods.received": [],
  "entry.unavailable": [],
};
