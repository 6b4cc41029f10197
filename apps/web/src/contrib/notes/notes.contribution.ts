/**
 * Notes of a case: what was said on the telephone, what to do next; written alone or by two people at once (FR5).
 */
import { IdSchema, type Id } from "@recourse/core";
import { command, type Contribution } from "@recourse/ui";
import { NotebookPen, SquarePen } from "lucide";
import * as z from "zod/mini";
import { whenOpen } from "../../live/when-open.ts";
import { perform } from "../../parts/perform.ts";
import { titled } from "../../parts/tab-title.ts";
import type { Services } from "../../services/services.ts";
import { noteWishes } from "./notes-place.ts";

const category = "screen.notes.title";
/** From the palette there is no argument: then it is about the case in view. */
const OfCase = z.optional(z.looseObject({ caseId: z.optional(IdSchema), note: z.optional(IdSchema) }));
type OfCase = z.infer<typeof OfCase>;

/** The case named, else the one in view; without either the person is told to open one. */
function caseOf({ desk, say }: Services, wanted: OfCase): Id | undefined {
  const caseId = wanted?.caseId ?? desk.activeCase();
  if (caseId === undefined) desk.toast({ text: say.word("screen.letter.no_case") });
  return caseId;
}

/** The note a new one would be: it has no letter yet. */
async function write(services: Services, caseId: Id): Promise<void> {
  const live = await whenOpen(services, caseId);
  if (live === undefined) return;
  const empty = live.all("note").find(({ text }) => text.trim() === "")?.id;
  const note = empty ?? perform(services, live, "note.add", { text: "" })?.made[0];
  if (note === undefined) return;
  noteWishes.ask({ caseId, note, isNew: true });
  services.desk.open("notes", caseId);
}

export const notesContribution: Contribution<Services> = {
  id: "notes",
  commands: [
    command<OfCase, Services>({
      id: "note.open",
      title: "screen.notes.open",
      category,
      icon: NotebookPen,
      schema: OfCase,
      run: (wanted, services) => {
        const caseId = caseOf(services, wanted);
        if (caseId === undefined) return;
        if (wanted?.note !== undefined) noteWishes.ask({ caseId, note: wanted.note, isNew: false });
        services.desk.open("notes", caseId);
      },
    }),
    command<OfCase, Services>({
      id: "note.write",
      title: "screen.notes.new",
      category,
      icon: SquarePen,
      schema: OfCase,
      run: async (wanted, services) => {
        const caseId = caseOf(services, wanted);
        if (caseId !== undefined) await write(services, caseId);
      },
    }),
  ],
  keys: [
    { key: "alt+n", command: "note.open", when: "!inputFocus" },
    { key: "alt+shift+n", command: "note.write", when: "!inputFocus" },
  ],
  views: [
    {
      id: "notes",
      title: "screen.notes.title",
      icon: NotebookPen,
      slot: "editor",
      label: titled("screen.notes.title"),
      load: async () => ({ default: (await import("./NotesView.tsx")).NotesView }),
    },
  ],
};
