/** Verbatim texts of the provisions. Loaded on demand by load.ts; pure data. */
import data from "../data/provision-texts.json" with { type: "json" };
import type { ProvisionTexts } from "../provision-source.ts";
import { shipped } from "../shipped.ts";

export const texts: ProvisionTexts = shipped<ProvisionTexts>(data);
