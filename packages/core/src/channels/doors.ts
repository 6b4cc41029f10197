/**
 * Doors: which channels were gone through and where each stands. Pure (X1, X8, X10, X16).
 *
 * 1. A filing is one door, as its track says; what was asked of the other side directly is one door per channel, begun anew by each request.
 * 2. What is only being prepared is no door (X3).
 */
import { find, type Case } from "../case/case.ts";
import type { Deadline, FilingTrack } from "../assess/assessment.ts";
import { closingOf, type CaseEvent, type History } from "../course/history.ts";
import { isOpen } from "../course/tracks.ts";
import { ref } from "../identity.ts";
import type { ClosesFrom } from "../pack/channel-rule.ts";
import type { Door } from "./channel-assessment.ts";

const asking = new Set(["application.submitted", "demand.sent", "termination.sent"]);

/** Every door of a case, those of filings first, each list oldest first. */
export function doorsOf(
  of: Case,
  history: History,
  tracks: readonly FilingTrack[],
  deadlines: readonly Deadline[],
): readonly Door[] {
  const over = closingOf(history) !== undefined;
  return [...tracks.flatMap((t) => filed(of, t)), ...asked(history, deadlines)].map((d) =>
    over ? { ...d, open: false } : d,
  );
}

function filed(of: Case, track: FilingTrack): readonly Door[] {
  const { status, since } = track;
  if (status === "preparing" || since === undefined) return [];
  const record = find(of, "filing", track.filing);
  return [
    {
      channel: track.channel,
      filing: record?.id,
      status,
      since,
      at: record === undefined ? ref("event", track.filing) : ref("filing", record.id),
      open: isOpen(track),
    },
  ];
}

/** A yes keeps the door open until the money is there; silence and vagueness leave it as it was (X5). */
function asked(history: History, deadlines: readonly Deadline[]): readonly Door[] {
  const passed = new Set(deadlines.filter((d) => d.passed && d.owner === "theirs").map((d) => d.event));
  const doors = new Map<string, Door>();
  let last: string | undefined;
  for (const e of history.events) {
    const channel = e.data["channel"];
    if (asking.has(e.type) && typeof channel === "string" && channel !== "") {
      const at = ref("event", e.id);
      doors.delete(channel);
      doors.set(channel, { channel, filing: undefined, status: "submitted", since: e.at, at, open: !passed.has(at) });
      last = channel;
    }
    const door = last === undefined ? undefined : doors.get(last);
    const after = door === undefined ? undefined : answered(door, e);
    if (after !== undefined) doors.set(after.channel, after);
  }
  return [...doors.values()];
}

function answered(door: Door, e: CaseEvent): Door | undefined {
  const turned = (status: Door["status"], open: boolean): Door => ({
    ...door,
    status,
    since: e.at,
    at: ref("event", e.id),
    open,
  });
  if (e.type === "entry.unavailable") return turned("refused", false);
  if (e.type === "refund.received" && door.status === "accepted") return turned("ended", false);
  if (e.type !== "reply.received") return undefined;
  switch (e.data["as"]) {
    case "agreed":
    case "offer":
      return turned("accepted", true);
    case "refused":
    case "danger":
      return turned("refused", false);
    default:
      return undefined;
  }
}

/** Whether a door has come as far as `from`. Ended and withdrawn count as handled (X10, samr-121-16, samr-121-23). */
export function reached(door: Pick<Door, "status">, from: ClosesFrom): boolean {
  switch (door.status) {
    case "refused":
      return false;
    case "submitted":
      return from === "submitted";
    case "accepted":
      return from !== "ended";
    case "withdrawn":
    case "ended":
      return true;
  }
}
