/** The excuses in full. Loaded on demand by load.ts; pure data. */
import data from "../data/excuses.json" with { type: "json" };
import type { Excuses } from "../excuse.ts";
import { shipped } from "../shipped.ts";

export const excuses: Excuses = shipped<Excuses>(data);
