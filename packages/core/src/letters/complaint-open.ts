/**
 * Whether 12315 would take the matter as it stands: the one thing letters ask of channels. Pure (X4, X10).
 */
import type { ChannelAssessment } from "../channels/channel-assessment.ts";
import { channelIn } from "../channels/channels.ts";
import { factsOf, preparedFiling, type ChannelInput } from "../channels/facts.ts";

/** 12315, by its id in the pack. */
const COMPLAINT = "samr_complaint";

/** From an assessment's channels. Undefined where the pack has no such channel. */
export const complaintOpenIn = (channels: readonly ChannelAssessment[]): boolean | undefined =>
  channels.find((c) => c.id === COMPLAINT)?.allowed;

/** The same without judging the other channels. */
export function complaintOpenOf(input: ChannelInput): boolean | undefined {
  const rule = input.pack.channels.items.find((c) => c.id === COMPLAINT);
  if (!rule) return undefined;
  const facts = factsOf(input);
  return channelIn(facts, rule, preparedFiling(facts, COMPLAINT)).allowed;
}
