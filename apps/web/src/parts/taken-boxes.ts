/** `.casebox` files among those that come in: taken out, taken in one after the other, each told when it is done (FI2). Effects: reads files, writes shared cases. */
import { err, type Result } from "@recourse/core";
import type { Say, Services } from "../services/services.ts";
import type { FileTrouble, TakenCasebox } from "../services/sharing/casebox-files.ts";
import { isCasebox } from "./casebox-file.ts";
import { broughtLines, namedTroubleText } from "./casebox-words.ts";

/** What became of one. */
export interface TakenBox {
  readonly name: string;
  readonly result: Result<TakenCasebox, FileTrouble>;
}

/** In one line, for those who listen. */
const boxText = (say: Pick<Say, "word" | "has">, { name, result }: TakenBox): string =>
  result.ok
    ? say.word("screen.casebox.of", { name, text: broughtLines(say, result.value).join(" ") })
    : namedTroubleText(say, name, result.error);

/** Answers the files that are none. A later one may stand on what an earlier one brought. */
export async function takeBoxes(
  { say, sharing, desk }: Pick<Services, "say" | "sharing" | "desk">,
  files: readonly File[],
  onTaken: (box: TakenBox) => void,
): Promise<readonly File[]> {
  const are = await Promise.all(files.map(isCasebox));
  for (const [n, file] of files.entries()) {
    if (are[n] !== true) continue;
    // A part of the app that could not be loaded is a failure like any other: it can be tried again.
    const result = await sharing.files.take(file).catch(() => err({ kind: "store", code: "load" } as const));
    const box: TakenBox = { name: file.name, result };
    onTaken(box);
    desk.announce(boxText(say, box));
  }
  return files.filter((_, n) => are[n] !== true);
}
