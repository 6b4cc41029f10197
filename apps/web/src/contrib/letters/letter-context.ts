/** What letters of an open case are composed from and judged by, from the passes that ran already. Reads signals. */
import { specOf, type Instant, type LetterContext, type Pack } from "@recourse/core";
import type { CaseLive, Services } from "../../services/services.ts";

/** 12315, the channel of its complaint. */
const [COMPLAINT] = specOf("complaint12315").channels;

/** The facts of the case as its passes have them now. */
export function contextOf(live: CaseLive, now: Instant): LetterContext {
  const complaint = live.channels().find((channel) => channel.id === COMPLAINT);
  return {
    grounds: live.grounds(),
    demand: live.demand(),
    measures: live.measures(),
    now,
    ...(complaint === undefined ? {} : { complaintOpen: complaint.allowed }),
  };
}

/** The pack with its texts as soon as they are there. */
export const packOf = (services: Pick<Services, "fullPack" | "pack">): Pack => services.fullPack() ?? services.pack;
