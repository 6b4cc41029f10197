/**
 * Messages: what core has to say, as a code and facts. `words` turns them into sentences in zh-CN and en. Pure.
 */
import * as z from "zod/mini";
import type { Ref } from "./identity.ts";

/** Facts only: amounts in fen under names ending in `Fen`, instants under names ending in `At`, ratios 0–1 under names ending in `Ratio`. */
export type Args = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export const ArgsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

export interface Message {
  readonly code: string;
  readonly args: Args;
  /** What the message rests on; the reader can open each. */
  readonly refs: readonly Ref[];
}

export const message = (code: string, args: Args = {}, refs: readonly Ref[] = []): Message => ({ code, args, refs });
