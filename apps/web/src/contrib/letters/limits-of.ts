/** Limits of a channel of the pack, as core counts room (A4). Pure. */
import type { ChannelLimits } from "@recourse/core";
import type { Channel } from "../../services/reference.ts";

/** What nobody verified counts as unverified, however it is worded in the data. */
export function limitsOf({ limits, asOf }: Channel): ChannelLimits {
  const { status, files, bytesPerFile, totalBytes, textChars, formats } = limits;
  const known = status === "verified" || status === "as_told" ? status : "unverified";
  return {
    status: known,
    textChars,
    files,
    bytesPerFile,
    totalBytes,
    formats: formats === null ? null : [...formats],
    asOf,
  };
}
