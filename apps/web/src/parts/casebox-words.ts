/** What a `.casebox` file brought, and what is wrong with one, in words with what helps (FI1, FI2). Pure. */
import type { Say } from "../services/services.ts";
import type { FileTrouble, TakenCasebox } from "../services/sharing/casebox-files.ts";

/** What was being done when it went wrong: some troubles mean something else then. */
export type FileAct = "take" | "restore" | "backup" | "recovery";

/** Why it did not work and what helps. */
export function fileTroubleText(say: Pick<Say, "word" | "has">, { kind }: FileTrouble, act: FileAct): string {
  const codes = [`screen.file.trouble.${act}.${kind}`, `screen.file.trouble.${kind}`];
  return say.word(codes.find((code) => say.has(code)) ?? "screen.file.trouble.other");
}

/** The same of a file that was handed over, with its name. */
export const namedTroubleText = (say: Pick<Say, "word" | "has">, name: string, trouble: FileTrouble): string =>
  say.word("screen.casebox.of", { name, text: fileTroubleText(say, trouble, "take") });

/** What a file brought, in numbers with their meaning. */
export function broughtLines(
  say: Pick<Say, "word">,
  { added, known, waiting, refused }: TakenCasebox,
): readonly string[] {
  if (added === 0 && waiting === 0 && refused === 0) return [say.word("screen.casebox.nothing")];
  return Object.entries({ added, known, waiting, not_taken: refused }).flatMap(([code, n]) =>
    n === 0 ? [] : [say.word(`screen.casebox.${code}`, { n })],
  );
}
