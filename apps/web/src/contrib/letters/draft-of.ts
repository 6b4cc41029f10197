/** Which letter a screen shows. Reads signals. */
import type { RecordOf } from "@recourse/core";
import type { CaseLive } from "../../services/services.ts";

const newest = (a: RecordOf<"draft">, b: RecordOf<"draft">): number =>
  (a.recordedAt ?? "") < (b.recordedAt ?? "") ? 1 : -1;

/** The one asked for; else the newest that was not sent; else the newest of all. */
export function draftOf(
  live: Pick<CaseLive, "record" | "all">,
  asked: string | undefined,
): RecordOf<"draft"> | undefined {
  const wanted = live.record("draft", asked);
  if (wanted !== undefined) return wanted;
  const sent = new Set<string>(live.all("sentVersion").map((v) => v.draft));
  const drafts = live.all("draft").toSorted(newest);
  return drafts.find((d) => !sent.has(d.id)) ?? drafts[0];
}
