/** The checklist before the next purchase. Loaded on demand by load.ts; pure data. */
import data from "../data/purchase-checklist.json" with { type: "json" };
import type { PurchaseChecklist } from "../purchase.ts";
import { shipped } from "../shipped.ts";

export const purchaseChecklist: PurchaseChecklist = shipped<PurchaseChecklist>(data);
