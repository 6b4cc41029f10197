/**
 * The case: its screen, the side bar with all cases, and the one dialog through which every screen asks for what is missing.
 *
 * 1. `case.ask` takes a core command whose data is not complete and shows its form; one that is complete runs at once.
 */
import { commands as coreCommands, IdSchema, type Id } from "@recourse/core";
import { command, type Contribution } from "@recourse/ui";
import { Folder, FolderPlus } from "lucide";
import { createMemo, lazy, Show, Suspense } from "solid-js";
import { render } from "solid-js/web";
import * as z from "zod/mini";
import { whenOpen } from "../../live/when-open.ts";
import { perform } from "../../parts/perform.ts";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { asking } from "./asking.ts";
import { formOf, pageOf } from "./form-of.ts";
import { offerCases } from "./quick.ts";

const OpenSchema = z.object({ caseId: IdSchema, view: z.optional(z.string()), target: z.optional(z.string()) });
const AskSchema = z.object({
  caseId: IdSchema,
  command: z.string(),
  data: z.optional(z.record(z.string(), z.unknown())),
});
const ExhibitSchema = z.object({ caseId: IdSchema, exhibit: IdSchema });
// What is damaged may have any kind and id.
const ShowSchema = z.object({ caseId: IdSchema, kind: z.string(), id: z.string() });
const ChooseSchema = z.object({ caseId: IdSchema, ref: z.string() });

interface Call {
  readonly caseId: Id;
  readonly command: string;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** Runs a call that needs nothing more of the person: core's commands in the case, all others in the workbench. */
async function runWhole(services: Services, { caseId, command: name, data = {} }: Call): Promise<void> {
  const page = pageOf({ command: name, data });
  if (page !== undefined || !coreCommands.has(name)) {
    services.desk.exec(page?.command ?? name, { caseId, ...(page?.data ?? data) });
    return;
  }
  const live = await whenOpen(services, caseId);
  if (live !== undefined) perform(services, live, name, data);
}

const Dialogs = lazy(async () => ({ default: (await import("./Dialogs.tsx")).Dialogs }));

export const caseContribution: Contribution<Services> = {
  id: "case",
  commands: [
    command<z.infer<typeof OpenSchema>, Services>({
      id: "case.open",
      title: "screen.step.open",
      palette: false,
      schema: OpenSchema,
      run: ({ caseId, view, target }, { desk }) => {
        desk.open("case", caseId);
        desk.setQuery({ view });
        asking.go({ caseId, section: view, target });
      },
    }),
    command<unknown, Services>({
      id: "case.new",
      title: "screen.empty.new",
      icon: FolderPlus,
      run: () => asking.setNew(true),
    }),
    command<Call, Services>({
      id: "case.ask",
      title: "screen.fix",
      palette: false,
      schema: AskSchema,
      run: async (call, services) => {
        const { caseId, command: name, data = {} } = call;
        const asked = { command: name, data };
        if (pageOf(asked) !== undefined || formOf(asked) === undefined) await runWhole(services, call);
        else asking.ask({ caseId, command: name, data });
      },
    }),
    command<z.infer<typeof ExhibitSchema>, Services>({
      id: "exhibit.open",
      title: "screen.case.exhibit_open",
      palette: false,
      schema: ExhibitSchema,
      run: ({ caseId, exhibit }) => asking.ask({ caseId, command: "exhibit.open", data: { exhibit } }),
    }),
    command<z.infer<typeof ShowSchema>, Services>({
      id: "data.show",
      title: "fix.show_raw",
      palette: false,
      schema: ShowSchema,
      run: ({ caseId, ...data }) => asking.ask({ caseId, command: "data.show", data }),
    }),
    command<z.infer<typeof ChooseSchema>, Services>({
      id: "data.choose",
      title: "fix.choose_value",
      palette: false,
      schema: ChooseSchema,
      run: ({ caseId, ...data }) => asking.ask({ caseId, command: "data.choose", data }),
    }),
  ],
  views: [
    {
      id: "cases",
      title: "screen.case.cases",
      icon: Folder,
      slot: "side",
      order: 30,
      load: async () => ({ default: (await import("./CasesSide.tsx")).CasesSide }),
    },
    {
      id: "case",
      title: "screen.case.case",
      icon: Folder,
      slot: "editor",
      label: (arg, { cases, say }) =>
        cases.rows().find((row) => row.caseId === arg)?.title ?? say.word("screen.case.case"),
      load: async () => ({ default: (await import("./CaseView.tsx")).CaseView }),
    },
  ],
  activate: (services) => {
    const host = document.createElement("div");
    document.body.append(host);
    const withdraw = offerCases(services);
    const end = render(() => {
      // Once used it stays: a window that goes away with what it asked could not give the focus back.
      const used = createMemo((before: boolean) => before || asking.asked() !== undefined || asking.isNew(), false);
      return (
        <Served services={services}>
          <Suspense>
            <Show when={used()}>
              <Dialogs />
            </Show>
          </Suspense>
        </Served>
      );
    }, host);
    return () => {
      withdraw();
      end();
      host.remove();
    };
  },
};
