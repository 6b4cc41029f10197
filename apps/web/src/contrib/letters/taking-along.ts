/** The ways to take a letter along: copied, as text, as a document. Effects: clipboard and downloads, through services. */
import type { MenuEntry } from "@recourse/ui";
import { Copy, FileText, FileType } from "lucide";
import type { Services } from "../../services/services.ts";
import type { LetterLive } from "./letter-live.ts";
import { dossierTrouble } from "./trouble.ts";

/** Entries of the menu. `guard` runs what it is given only when nothing blocks. */
export function takeEntries(letter: LetterLive, services: Services, guard: (run: () => void) => void): readonly MenuEntry[] {
  const { say, desk, dossier, download } = services;
  const { caseId } = letter.live;
  const tell = (text: string): void => {
    desk.toast({ text });
    desk.announce(text);
  };
  const copy = async (): Promise<void> => {
    const made = await dossier.text(caseId, letter.draft);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    tell(say.word((await dossier.copy(made.value.text)) ? "screen.letter.copied" : "screen.letter.copy.failed"));
  };
  const text = async (): Promise<void> => {
    const made = await dossier.text(caseId, letter.draft);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    download(made.value.name, new Blob([made.value.text], { type: "text/plain;charset=utf-8" }));
  };
  const docx = async (): Promise<void> => {
    tell(say.word("screen.letter.making"));
    const made = await dossier.docx(caseId, letter.draft);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    download(made.value.name, made.value.blob);
  };
  return [
    { id: "copy", label: say.word("screen.letter.copy"), icon: Copy, run: () => guard(() => void copy()) },
    { id: "txt", label: say.word("screen.letter.txt"), icon: FileText, run: () => guard(() => void text()) },
    { id: "docx", label: say.word("screen.letter.docx"), icon: FileType, run: () => guard(() => void docx()) },
  ];
}
