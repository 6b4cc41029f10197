/** What a member is called. Pure. */
import type { Say } from "../../services/services.ts";
import type { MemberLine } from "../../services/sharing/sharing.ts";

/** Units: digits of a device id that tell two of one name apart. */
const SHORT = 4;

/** As they called themselves; the recovery file and whoever gave no name have words of their own. */
export const nameOf = (say: Pick<Say, "word">, { name, isRecovery }: MemberLine): string => {
  if (isRecovery) return say.word("screen.share.recovery");
  return name === undefined || name.trim() === "" ? say.word("screen.share.unnamed") : name;
};

/** Enough of a device id to tell two of one name apart. */
export const shortDevice = (device: string): string => device.slice(0, SHORT);
