/** How periods are counted, in words. Loaded on demand by load.ts; pure data. */
import data from "../data/period-rules.json" with { type: "json" };
import type { PeriodRules } from "../form.ts";
import { shipped } from "../shipped.ts";

export const periodRules: PeriodRules = shipped<PeriodRules>(data);
