/**
 * Where something went, in words. Pure.
 *
 * 1. A place that has no words was named by the person and is shown as they wrote it.
 */
import type { Say } from "../services/services.ts";

/** Has words as soon as the whole table is there: before, nothing can be told from a name of the person's own. */
const ANY = "channel.platform_form";

/** Empty while the words are not there yet. */
export function channelName(say: Pick<Say, "word" | "has">, channel: string): string {
  const code = `channel.${channel}`;
  if (say.has(code)) return say.word(code);
  return say.has(ANY) ? channel : "";
}
