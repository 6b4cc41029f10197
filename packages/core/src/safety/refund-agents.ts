/**
 * Fake helpers: what stands on every screen where somebody could be let in, or looked for. Pure (G2).
 */
import { message } from "../message.ts";
import type { SafetyCard } from "./card.ts";

/** The card of a screen: starting a case, inviting a helper, looking for who they are. */
export function fakeHelpers(where: "create" | "invite" | "search"): SafetyCard {
  const own = {
    create: message("G2.no_field"),
    invite: message("G2.what_helpers_see"),
    search: message("G2.found_numbers"),
  } as const;
  return {
    code: "G2.helpers",
    severity: "quiet",
    title: message("G2.helpers"),
    lines: [message("G2.never"), own[where]],
    steps: [],
    blocks: "nothing",
    refs: [],
  };
}
