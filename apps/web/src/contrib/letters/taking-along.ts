/**
 * The ways to take a letter along: copied, as text, as a document; its table and its list of evidence, where the kind has them.
 * Effects: clipboard and downloads, through services.
 */
import { isFormKind, type Id, type LetterKind } from "@recourse/core";
import type { MenuEntry } from "@recourse/ui";
import { Copy, FileText, FileType } from "lucide";
import type { PaperPart } from "../../services/dossier.ts";
import type { Services } from "../../services/services.ts";
import { dossierTrouble } from "./trouble.ts";

/** Which letter: a draft of a case, sent or not. */
export interface LetterPlace {
  readonly caseId: Id;
  readonly draft: Id;
  readonly kind: LetterKind;
}

/** Papers of a kind in the order in which they lie on the table. */
const partsOf = (kind: LetterKind): readonly PaperPart[] =>
  isFormKind(kind) ? ["letter", "form", "evidence"] : ["letter"];

/** Entries of the menu. `guard` runs what it is given only when nothing blocks. */
export function takeEntries(
  { caseId, draft, kind }: LetterPlace,
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
  const text = async (part: PaperPart): Promise<void> => {
    const made = await dossier.text(caseId, draft, part);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    download(made.value.name, new Blob([made.value.text], { type: "text/plain;charset=utf-8" }));
    tell(say.word("screen.letter.downloaded", { name: made.value.name }));
  };
  const docx = async (part: PaperPart): Promise<void> => {
    tell(say.word("screen.letter.making"));
    const made = await dossier.docx(caseId, draft, part);
    if (!made.ok) return tell(dossierTrouble(say, made.error));
    download(made.value.name, made.value.blob);
    tell(say.word("screen.letter.downloaded", { name: made.value.name }));
  };
  const codeOf = (part: PaperPart, format: string): string =>
    part === "letter" ? `screen.letter.${format}` : `screen.paper.${part}.${format}`;
  const files = partsOf(kind).flatMap((part, n): readonly MenuEntry[] => [
    {
      id: `${part}.txt`,
      label: say.word(codeOf(part, "txt")),
      icon: FileText,
      ...(n === 0 ? {} : { separated: true }),
      run: () => guard(() => void text(part)),
    },
    {
      id: `${part}.docx`,
      label: say.word(codeOf(part, "docx")),
      icon: FileType,
      run: () => guard(() => void docx(part)),
    },
  ]);
  return [
    { id: "copy", label: say.word("screen.letter.copy"), icon: Copy, run: () => guard(() => void copy()) },
    ...files,
  ];
}
