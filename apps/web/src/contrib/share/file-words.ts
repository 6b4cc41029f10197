/** What is wrong with a `.casebox` file, in words with what helps; and doing something with one. Pure but for what is waited for. */
import { err, type Result } from "@recourse/core";
import type { Say } from "../../services/services.ts";
import type { FileTrouble } from "../../services/sharing/casebox-files.ts";

/** What was being done when it went wrong: some troubles mean something else then. */
export type FileAct = "take" | "restore" | "backup" | "recovery";

/** Why it did not work and what helps. */
export function fileTroubleText(say: Pick<Say, "word" | "has">, { kind }: FileTrouble, act: FileAct): string {
  const codes = [`screen.file.trouble.${act}.${kind}`, `screen.file.trouble.${kind}`];
  return say.word(codes.find((code) => say.has(code)) ?? "screen.file.trouble.other");
}

/** Troubles that another passphrase may mend. */
export const isOfPassphrase = ({ kind }: FileTrouble): boolean =>
  kind === "passphrase_needed" || kind === "passphrase_wrong" || kind === "passphrase_weak";

/** Waits for it. A part of the app that could not be loaded is a failure like any other: it can be tried again. */
export const tried = <T>(doing: Promise<Result<T, FileTrouble>>): Promise<Result<T, FileTrouble>> =>
  doing.catch(() => err({ kind: "store", code: "load" }));
