/**
 * Reading of values that may be anything, by hand. Pure.
 *
 * Why not schemas here: these few stand in the files of the first screen, which a phone on a slow line waits for.
 */
import type { Args } from "@recourse/core";

/** An object, or a list. */
export type Plain = Readonly<Record<string, unknown>>;

/** Whether there are fields to be looked at. */
export const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null;

const isArg = (value: unknown): value is Args[string] =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  (Array.isArray(value) && value.every((item) => typeof item === "string"));

/** What of an object can stand in a sentence; the rest is left out. */
export function argsOf(value: Plain): Args {
  const fitting: [string, Args[string]][] = [];
  for (const [name, each] of Object.entries(value)) if (isArg(each)) fitting.push([name, each]);
  return Object.fromEntries(fitting);
}
