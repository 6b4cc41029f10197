/**
 * Who looks at a shared case, whose carets stand where, and who changed what last: what moves several times a second, as signals apart from the rest.
 * Not pure: holds signals.
 *
 * 1. A caret wakes only those who draw carets; the log is not asked because of it (FR5).
 * 2. The last changes are read from the log once, after the screen that asks for them is drawn, and kept up as it grows.
 */
import type { Scheduler } from "@recourse/sync";
import type { DeviceId, HistoryLine } from "@recourse/sync/log";
import { batch, createSignal } from "solid-js";
import { presentLines, samePresent, type CasePresence } from "./case-presence.ts";
import { historyEntry } from "./history-entries.ts";
import { createLastChanges } from "./last-changes.ts";
import type { SharedCase } from "./sharing.ts";

export interface LivePeople extends Pick<SharedCase, "present" | "attends" | "carets" | "lastChange"> {
  /** Names or records may be others now. */
  readonly lookAgain: () => void;
  readonly dispose: () => void;
}

export interface LivePeoplePorts {
  /** The history of the case, the newest last. */
  readonly history: () => readonly HistoryLine[];
  readonly me: DeviceId;
  readonly names: ReadonlyMap<DeviceId, string>;
  readonly presence: Pick<CasePresence, "others" | "attends" | "carets">;
  readonly scheduler: Scheduler;
}

/** Units: ms. */
const DRAWN = 100;

/** Lives until it is disposed of. */
export function createLivePeople({ history, me, names, presence, scheduler }: LivePeoplePorts): LivePeople {
  const presentNow = () => presentLines(presence.others.get(), names);
  const [present, setPresent] = createSignal(presentNow(), { equals: samePresent });
  const [others, setOthers] = createSignal(presence.others.get());
  const [changes, setChanges] = createSignal(0);
  const lastOf = createLastChanges(history);
  let lasts: "unread" | "planned" | "read" = "unread";
  let disposed = false;
  const readLasts = (): void => {
    if (lasts !== "unread") return;
    lasts = "planned";
    scheduler.after(DRAWN, () => {
      if (disposed) return;
      lastOf("", "");
      lasts = "read";
      setChanges((n) => n + 1);
    });
  };
  const stop = presence.others.subscribe((now) =>
    batch(() => {
      setOthers(now);
      setPresent(presentNow());
    }),
  );
  return {
    present,
    attends: presence.attends,
    carets: (field) => {
      others();
      return presence.carets(field, names);
    },
    lastChange: (kind, id) => {
      changes();
      readLasts();
      const line = lasts === "read" ? lastOf(kind, id) : undefined;
      return line === undefined ? undefined : historyEntry({ me, names }, line, line.hash);
    },
    lookAgain: () =>
      batch(() => {
        setPresent(presentNow());
        setChanges((n) => n + 1);
      }),
    dispose: () => {
      disposed = true;
      stop();
    },
  };
}
