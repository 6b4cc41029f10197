/** The sign of each part of the rules. Pure data. */
import { BookText, Landmark, MapPinned, SearchCheck, type IconNode } from "lucide";
import type { RulesPart } from "./place.ts";

export const partIcons: Readonly<Record<RulesPart, IconNode>> = {
  law: BookText,
  check: SearchCheck,
  channels: Landmark,
  terms: MapPinned,
};
