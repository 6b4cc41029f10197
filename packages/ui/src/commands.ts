/**
 * Running commands by id. Not pure: runs what contributions brought.
 *
 * 1. `exec` never throws for what a person or a stored key can cause (unknown id, not enabled, wrong argument); it says
 *    so in its result. A command that throws is a bug and rejects.
 * 2. The argument is checked by the command's schema before `run` sees it.
 */
import type { Accessor } from "solid-js";
import type { Command, Contribution, Outcome } from "./contribution.ts";
import type { ContextKeys } from "./context.ts";

/** What became of a call. Errors: `unknown` id, not `enabled` here, `argument` refused by the schema. */
export type ExecResult =
  | { readonly ok: true; readonly outcome: Outcome | undefined }
  | { readonly ok: false; readonly error: "unknown" | "disabled" | "argument"; readonly command: string };

/** Runs commands. */
export interface Executor {
  exec(id: string, arg?: unknown): Promise<ExecResult>;
  /** True when the command is known, makes sense here and is enabled. Tracks what it reads. */
  canRun(id: string): boolean;
}

/** Collects commands by id. Throws on a doubled id: two features would answer to one name. */
export function commandsById<S>(contributions: readonly Contribution<S>[]): ReadonlyMap<string, Command<unknown, S>> {
  const map = new Map<string, Command<unknown, S>>();
  for (const contribution of contributions)
    for (const entry of contribution.commands ?? []) {
      if (map.has(entry.id)) throw new Error(`command ${entry.id} is contributed twice`);
      map.set(entry.id, entry);
    }
  return map;
}

/** Makes the executor over a live map of commands. `done` hears every success, e.g. to remember recent use. */
export function createExecutor<S>(
  commands: Accessor<ReadonlyMap<string, Command<unknown, S>>>,
  context: ContextKeys,
  services: S,
  done: (id: string, outcome: Outcome | undefined) => void,
): Executor {
  return {
    canRun: (id) => {
      const entry = commands().get(id);
      return entry !== undefined && context.test(entry.when) && context.test(entry.enabled);
    },
    exec: async (id, arg) => {
      const entry = commands().get(id);
      if (entry === undefined) return { ok: false, error: "unknown", command: id };
      if (!context.test(entry.enabled)) return { ok: false, error: "disabled", command: id };
      const checked = entry.schema?.safeParse(arg);
      if (checked !== undefined && !checked.success) return { ok: false, error: "argument", command: id };
      const outcome = (await entry.run(checked === undefined ? arg : checked.data, services)) ?? undefined;
      done(id, outcome);
      return { ok: true, outcome };
    },
  };
}
