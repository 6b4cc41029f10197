/**
 * Reading the words after a verb. Pure.
 *
 * 1. An unknown or incomplete option is a usage error that names it; nothing is guessed.
 */
import { parseArgs } from "node:util";
import { err, ok, type Result } from "@recourse/core";
import type { UsageError } from "./shell.ts";

export interface Options {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** `strings` take a value, `flags` do not; `words` bounds the number of plain words. */
export function readOptions(
  verb: string,
  args: readonly string[],
  spec: {
    readonly strings?: readonly string[];
    readonly flags?: readonly string[];
    readonly words: readonly [number, number];
  },
): Result<Options, UsageError> {
  const options: Record<string, { type: "string" | "boolean" }> = {};
  for (const s of spec.strings ?? []) options[s] = { type: "string" };
  for (const f of spec.flags ?? []) options[f] = { type: "boolean" };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const [min, max] = spec.words;
    if (positionals.length < min || positionals.length > max)
      return err({ kind: "usage", verb, reason: positionals.length < min ? "too few words" : "too many words" });
    return ok({
      words: positionals,
      text: (name) => {
        const v = values[name];
        return typeof v === "string" ? v : undefined;
      },
      flag: (name) => values[name] === true,
    });
  } catch (e) {
    return err({ kind: "usage", verb, reason: e instanceof Error ? e.message : "options" });
  }
}
