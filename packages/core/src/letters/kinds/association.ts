/**
 * Complaint to a consumer association: what 12315 would be told, to another mediator. Pure data (X7, X10).
 */
import type { TemplateCode } from "../template.ts";
import { complaint12315, complaintTemplates } from "./complaint12315.ts";
import type { KindSpec } from "./kind.ts";

export const association: KindSpec = {
  ...complaint12315,
  kind: "association",
  templates: new Set<TemplateCode>(complaintTemplates),
  channels: ["consumer_association", "peoples_mediation"],
};
