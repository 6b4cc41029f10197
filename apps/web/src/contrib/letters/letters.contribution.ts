/** Letters, their rehearsal, bundles and archives: views and commands. */
import { IdSchema, isId, LetterKindSchema, type Id } from "@recourse/core";
import { command, type Contribution } from "@recourse/ui";
import { FilePenLine, MessagesSquare, PackageCheck, PackageOpen, PackagePlus, PenLine } from "lucide";
import * as z from "zod/mini";
import { whenOpen } from "../../live/when-open.ts";
import type { Services } from "../../services/services.ts";
import { letterTitle, tabTitle } from "./letter-tabs.ts";
import { openLetter } from "./opening.ts";
import { hostWriting } from "./Writing.tsx";
import { writing } from "./writing.ts";

/** From the palette there is no argument: then it is about the case in view. */
const caseId = z.optional(z.string());
const OfCase = z.optional(z.looseObject({ caseId }));
/** `target`, `sentence`: a sentence to go to, as a Ref or by its id. `answers`: a reply, an event. */
const OfLetter = z.optional(
  z.looseObject({
    caseId,
    draft: z.optional(z.string()),
    kind: z.optional(LetterKindSchema),
    filing: z.optional(IdSchema),
    answers: z.optional(IdSchema),
    target: z.optional(z.string()),
    sentence: z.optional(z.string()),
    where: z.optional(z.enum(["here", "beside"])),
  }),
);
const OfRehearsal = z.optional(z.looseObject({ caseId, draft: z.optional(z.string()) }));
/** `profile`: of the channel it is for. Of a filing it is that of its channel. */
const OfBundle = z.optional(z.looseObject({ caseId, profile: z.optional(z.string()), filing: z.optional(z.string()) }));
const category = "screen.letter.category";

/** The case named, else the one in view; without either the person is told to open one. */
function caseOf({ desk, say }: Services, named: string | undefined): Id | undefined {
  const of = named ?? desk.activeCase();
  if (of !== undefined && isId(of)) return of;
  desk.toast({ text: say.word("screen.letter.no_case") });
  return undefined;
}

/** A case that is still opening shows the letter once it is there; one that cannot be opened says why in its place. */
async function openWanted(services: Services, wanted: z.infer<typeof OfLetter>): Promise<void> {
  const of = caseOf(services, wanted?.caseId);
  if (of === undefined) return;
  const live = services.cases.live(of) ?? (await whenOpen(services, of));
  if (live === undefined) {
    services.desk.open("letter", of, "beside");
    return;
  }
  const sentence = wanted?.sentence ?? /^sentence\/([^/#]+)/.exec(wanted?.target ?? "")?.[1];
  const { kind, filing, answers, where } = wanted ?? {};
  const draft = wanted?.draft ?? live.record("sentence", sentence)?.draft;
  openLetter(services, live, { draft, kind, filing, answers, where });
  if (sentence !== undefined) services.desk.setQuery({ at: sentence });
}

async function exportCase(services: Services, of: Id): Promise<void> {
  const { cases, desk, download, say } = services;
  const live = cases.live(of);
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
      run: (wanted, services) => openWanted(services, wanted),
    }),
    command<z.infer<typeof OfCase>, Services>({
      id: "letter.write",
      title: "screen.letter.write",
      category,
      icon: PenLine,
      schema: OfCase,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        // From the palette it may be a letter that is in view: the next one takes its place among the tabs.
        if (of !== undefined) writing.choose({ caseId: of, where: wanted?.caseId === undefined ? "here" : "beside" });
      },
    }),
    command<z.infer<typeof OfRehearsal>, Services>({
      id: "letter.rehearse",
      title: "screen.rehearse.do",
      category,
      icon: MessagesSquare,
      schema: OfRehearsal,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        if (of === undefined) return;
        services.desk.open("rehearsal", wanted?.draft === undefined ? of : `${of}/${wanted.draft}`);
      },
    }),
    command<z.infer<typeof OfBundle>, Services>({
      id: "bundle.make",
      title: "screen.bundle.make",
      category,
      icon: PackageOpen,
      schema: OfBundle,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        if (of === undefined) return;
        const { profile, filing } = wanted ?? {};
        const choice = filing === undefined ? [profile] : [profile ?? "", filing];
        services.desk.open("bundle", [of, ...choice.filter((each) => each !== undefined)].join("/"));
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
      label: letterTitle,
      load: async () => ({ default: (await import("./LetterEditor.tsx")).LetterEditor }),
    },
    {
      id: "rehearsal",
      title: "screen.rehearse.title",
      icon: MessagesSquare,
      slot: "editor",
      label: tabTitle("screen.rehearse.title"),
      load: async () => ({ default: (await import("./rehearsal/RehearsalView.tsx")).RehearsalView }),
    },
    {
      id: "bundle",
      title: "screen.bundle.name",
      icon: PackageOpen,
      slot: "editor",
      label: tabTitle("screen.bundle.name"),
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
  activate: hostWriting,
};
