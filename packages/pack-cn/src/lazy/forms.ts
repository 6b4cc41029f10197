/** Layouts of formal papers. Loaded on demand by load.ts; pure data. */
import data from "../data/forms.json" with { type: "json" };
import type { Forms } from "../form.ts";
import { shipped } from "../shipped.ts";

export const forms: Forms = shipped<Forms>(data);
