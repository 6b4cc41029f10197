/** Where the texts come from. Loaded on demand by load.ts; pure data. */
import data from "../data/provision-sources.json" with { type: "json" };
import type { ProvisionSources } from "../provision-source.ts";
import { shipped } from "../shipped.ts";

export const sources: ProvisionSources = shipped<ProvisionSources>(data);
