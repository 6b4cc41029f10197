/**
 * CaseRooms: the rooms that are open. A room is opened when the first comes and gone when the last has left.
 *
 * Source: RL1.
 */
import type { LogCaseId } from "@recourse/sync/protocol";
import { openCaseRoom, type CaseRoom, type RoomPorts } from "./case-room.ts";

export type CaseRooms = {
  readonly open: (caseId: LogCaseId) => Promise<CaseRoom>;
  /** Somebody has left: closes the room when nobody is in it. */
  readonly tidy: (room: CaseRoom) => Promise<void>;
  readonly count: () => number;
};

/** None is open. */
export const createCaseRooms = (ports: Omit<RoomPorts, "caseId">): CaseRooms => {
  const rooms = new Map<LogCaseId, Promise<CaseRoom>>();
  return {
    open: (caseId) => {
      const opened = rooms.get(caseId) ?? openCaseRoom({ ...ports, caseId });
      rooms.set(caseId, opened);
      // A store that could not be read is asked again by whoever comes next.
      opened.catch(() => rooms.delete(caseId));
      return opened;
    },
    tidy: async (room) => {
      await ports.queue.idle();
      if (!room.isBusy()) rooms.delete(room.caseId);
    },
    count: () => rooms.size,
  };
};
