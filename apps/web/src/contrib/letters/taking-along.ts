/** The ways to take a letter along: copied, as text, as a document. Effects: clipboard and downloads, through services. */
import type { Id } from "@recourse/core";
import type { MenuEntry } from "@recourse/ui";
import { Copy, FileText, FileType } from "lucide";
import type { Services } from "../../services/services.ts";
import { dossierTrouble } from "./trouble.ts";

/** Which letter: a draft of a case, sent or not. */
export interface LetterPlace {
  readonly caseId: Id;
  readonly draft: Id;
}

/** Entries of the menu. `guard` runs what it is given only when nothing blocks. */
export function takeEntries(
  { caseId, draft }: LetterPlace,
  services: Services,
  guard: (run: () => void) => void,
): readonly MenuEntry[] {
  const { say, desk, dossier, download } = services;
  const tell = (text: string): void => {
    desk.toast({ text });
    desk.announce(text);
  };
  const copy = async (): Promise<void> => {
    const made = await dossier.text(caseId, draft);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    tell(say.word((await dossier.copy(made.value.text)) ? "screen.letter.copied" : "screen.letter.copy.failed"));
  };
  const text = async (): Promise<void> => {
    const made = await dossier.text(caseId, draft);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    download(made.value.name, new Blob([made.value.text], { type: "text/plain;charset=utf-8" }));
    tell(say.word("screen.letter.downloaded", { name: made.value.name }));
  };
  const docx = async (): Promise<void> => {
    tell(say.word("screen.letter.making"));
    const made = await dossier.docx(caseId, draft);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    download(made.value.name, made.value.blob);
    tell(say.word("screen.letter.downloaded", { name: made.value.name }));
  };
  return [
    { id: "copy", label: say.word("screen.letter.copy"), icon: Copy, run: () => guard(() => void copy()) },
    { id: "txt", label: say.word("screen.letter.txt"), icon: FileText, run: () => guard(() => void text()) },
    { id: "docx", label: say.word("screen.letter.docx"), icon: FileType, run: () => guard(() => void docx()) },
  ];
}
