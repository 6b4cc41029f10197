/** What helps with a `.casebox` file that could not be taken, and doing something with one. Pure but for what is waited for. */
import { err, type Result } from "@recourse/core";
import type { FileTrouble } from "../../services/sharing/casebox-files.ts";

/** Troubles that another passphrase may mend. */
export const isOfPassphrase = ({ kind }: FileTrouble): boolean =>
  kind === "passphrase_needed" || kind === "passphrase_wrong" || kind === "passphrase_weak";

/** Waits for it. A part of the app that could not be loaded is a failure like any other: it can be tried again. */
export const tried = <T>(doing: Promise<Result<T, FileTrouble>>): Promise<Result<T, FileTrouble>> =>
  doing.catch(() => err({ kind: "store", code: "load" }));
