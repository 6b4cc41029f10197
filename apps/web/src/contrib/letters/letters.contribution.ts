/** Letters, bundles and archives: views and commands. */
import { command, type Contribution } from "@recourse/ui";
import { FilePenLine, PackageCheck, PackageOpen, PackagePlus } from "lucide";
import * as z from "zod/mini";
import type { Services } from "../../services/services.ts";
import { draftOf } from "./draft-of.ts";
import { runTold } from "./letter-live.ts";

/** From the palette there is no argument: then it is about the case in view. */
const OfCase = z.optional(z.looseObject({ caseId: z.optional(z.string()) }));
/** `target`: a sentence to go to, as a Ref. */
const OfLetter = z.optional(
  z.looseObject({ caseId: z.optional(z.string()), draft: z.optional(z.string()), target: z.optional(z.string()) }),
);
const category = "screen.letter.category";

/** The case named, else the one in view; without either the person is told to open one. */
function caseOf({ desk, say }: Services, caseId: string | undefined): string | undefined {
  const of = caseId ?? desk.activeCase();
  if (of === undefined) desk.toast({ text: say.word("screen.letter.no_case") });
  return of;
}

/** Opens the letter of a case; composes one when there is none. A case that is still opening shows the letter once it is there. */
function openLetter(services: Services, caseId: string, draft: string | undefined): void {
  const live = services.cases.live(caseId);
  if (live === undefined) {
    services.desk.open("letter", caseId, "beside");
    return;
  }
  if (draftOf(live, draft) === undefined && !live.readOnly())
    runTold(services, live, "draft.start", { kind: "application" });
  const found = draftOf(live, draft);
  services.desk.open("letter", found === undefined ? caseId : `${caseId}/${found.id}`, "beside");
}

async function exportCase(services: Services, caseId: string): Promise<void> {
  const { cases, desk, download, say } = services;
  const live = cases.live(caseId);
  if (live === undefined) return;
  const made = await cases.archive(live.caseId);
  if (!made.ok) {
    desk.toast({ text: say.word("screen.bundle.error.failed", { reason: made.error.reason }) });
    return;
  }
  download(made.value.name, made.value.blob);
  desk.toast({ text: say.word("screen.archive.exported", { name: made.value.name }) });
}

export const lettersContribution: Contribution<Services> = {
  id: "letters",
  commands: [
    command<z.infer<typeof OfLetter>, Services>({
      id: "letter.open",
      title: "screen.letter.open",
      category,
      icon: FilePenLine,
      schema: OfLetter,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        if (of === undefined) return;
        const sentence = /^sentence\/([^/#]+)/.exec(wanted?.target ?? "")?.[1];
        openLetter(services, of, wanted?.draft ?? services.cases.live(of)?.record("sentence", sentence)?.draft);
        if (sentence !== undefined) services.desk.setQuery({ at: sentence });
      },
    }),
    command<z.infer<typeof OfCase>, Services>({
      id: "bundle.make",
      title: "screen.bundle.make",
      category,
      icon: PackageOpen,
      schema: OfCase,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        if (of !== undefined) services.desk.open("bundle", of);
      },
    }),
    command<unknown, Services>({
      id: "bundle.verify",
      title: "screen.verify.name",
      category,
      icon: PackageCheck,
      run: (_, { desk }) => desk.open("verify"),
    }),
    command<z.infer<typeof OfCase>, Services>({
      id: "archive.export",
      title: "screen.archive.export",
      category,
      icon: PackageOpen,
      schema: OfCase,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        return of === undefined ? undefined : exportCase(services, of);
      },
    }),
    command<unknown, Services>({
      id: "archive.import",
      title: "screen.archive.import",
      category,
      icon: PackagePlus,
      run: (_, { desk }) => desk.open("archive"),
    }),
  ],
  views: [
    {
      id: "letter",
      title: "screen.letter.name",
      icon: FilePenLine,
      slot: "editor",
      label: (arg, { say, cases }) => {
        const title = cases.rows().find((row) => row.caseId === arg?.split("/")[0])?.title;
        return title === undefined
          ? say.word("screen.letter.name")
          : say.word("screen.letter.tab", { title, state: say.word("screen.letter.name") });
      },
      load: async () => ({ default: (await import("./LetterEditor.tsx")).LetterEditor }),
    },
    {
      id: "bundle",
      title: "screen.bundle.name",
      icon: PackageOpen,
      slot: "editor",
      label: (arg, { say, cases }) => {
        const title = cases.rows().find((row) => row.caseId === arg?.split("/")[0])?.title;
        return title === undefined
          ? say.word("screen.bundle.name")
          : say.word("screen.letter.tab", { title, state: say.word("screen.bundle.name") });
      },
      load: async () => ({ default: (await import("./bundle/BundleView.tsx")).BundleView }),
    },
    {
      id: "verify",
      title: "screen.verify.name",
      icon: PackageCheck,
      slot: "editor",
      load: async () => ({ default: (await import("./bundle/VerifyView.tsx")).VerifyView }),
    },
    {
      id: "archive",
      title: "screen.archive.import",
      icon: PackagePlus,
      slot: "editor",
      load: async () => ({ default: (await import("./archive/ImportView.tsx")).ImportView }),
    },
  ],
};
