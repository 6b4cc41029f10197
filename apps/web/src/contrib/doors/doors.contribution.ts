/**
 * Doors: where the matter can go next, one filing after the other, and stopping as a choice of equal rank (X7–X16, L7).
 *
 * 1. Nothing is sent from here: the app prepares, the person files and says so.
 */
import { IdSchema, type Id } from "@recourse/core";
import { command, type Contribution } from "@recourse/ui";
import { DoorOpen, Landmark, Scale } from "lucide";
import * as z from "zod/mini";
import { channelName } from "../../parts/channel-name.ts";
import { perform } from "../../parts/perform.ts";
import { tabTitle, titled } from "../../parts/tab-title.ts";
import type { Services } from "../../services/services.ts";
import { nameTab, tabChannel } from "./filing-tabs.ts";

/** From the palette there is no argument: then it is about the case in view. */
const OfCase = z.optional(z.looseObject({ caseId: z.optional(z.string()), channel: z.optional(z.string()) }));
const OfFiling = z.looseObject({ caseId: IdSchema, filing: IdSchema });
const Prepared = z.looseObject({ caseId: IdSchema, channel: z.string() });
const category = "screen.doors.category";

function caseOf({ desk, say }: Services, caseId: string | undefined): string | undefined {
  const of = caseId ?? desk.activeCase();
  if (of === undefined) desk.toast({ text: say.word("screen.letter.no_case") });
  return of;
}

/** Opens the filing that is being prepared in a channel; begins one where there is none. */
function prepare(services: Services, caseId: Id, channel: string): void {
  const live = services.cases.live(caseId);
  if (live === undefined) return;
  const there = live.filings().find((f) => f.channel === channel && f.status === "preparing");
  const filing = there?.filing ?? perform(services, live, "filing.add", { channel })?.made[0];
  if (filing !== undefined) openFiling(services, caseId, filing, channel);
}

/** Shows a filing; its tab is called by its door. */
function openFiling({ desk, cases }: Services, caseId: Id, filing: Id, known?: string): void {
  const channel = known ?? cases.live(caseId)?.record("filing", filing)?.channel;
  if (channel !== undefined) nameTab(filing, channel);
  desk.open("filing", `${caseId}/${filing}`);
}

/** A filing is called by its door. */
function filingTitle(arg: string | undefined, services: Services): string {
  const { cases, say } = services;
  const [caseId, filing] = arg?.split("/") ?? [];
  const row = cases.rows().find((each) => each.caseId === caseId);
  const channel = row?.filings.find((each) => each.id === filing)?.channel ?? tabChannel(filing);
  const name = channel === undefined ? "" : channelName(say, channel);
  return tabTitle(arg, name === "" ? say.word("screen.filing.title") : name, services);
}

export const doorsContribution: Contribution<Services> = {
  id: "doors",
  commands: [
    command<z.infer<typeof OfCase>, Services>({
      id: "doors.open",
      title: "screen.doors.title",
      category,
      icon: DoorOpen,
      schema: OfCase,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        if (of === undefined) return;
        services.desk.open("doors", of);
        if (wanted?.channel !== undefined) services.desk.setQuery({ channel: wanted.channel });
      },
    }),
    command<z.infer<typeof Prepared>, Services>({
      id: "filing.prepare",
      title: "screen.doors.prepare",
      palette: false,
      schema: Prepared,
      run: ({ caseId, channel }, services) => prepare(services, caseId, channel),
    }),
    command<z.infer<typeof OfFiling>, Services>({
      id: "filing.open",
      title: "screen.case.filings.open",
      palette: false,
      schema: OfFiling,
      run: ({ caseId, filing }, services) => openFiling(services, caseId, filing),
    }),
    command<z.infer<typeof OfCase>, Services>({
      id: "stop.weigh",
      title: "screen.stop.title",
      category,
      icon: Scale,
      schema: OfCase,
      run: (wanted, services) => {
        const of = caseOf(services, wanted?.caseId);
        if (of !== undefined) services.desk.open("stop", of);
      },
    }),
  ],
  views: [
    {
      id: "doors",
      title: "screen.doors.title",
      icon: DoorOpen,
      slot: "editor",
      label: titled("screen.doors.title"),
      load: async () => ({ default: (await import("./DoorsView.tsx")).DoorsView }),
    },
    {
      id: "filing",
      title: "screen.filing.title",
      icon: Landmark,
      slot: "editor",
      label: filingTitle,
      load: async () => ({ default: (await import("./FilingView.tsx")).FilingView }),
    },
    {
      id: "stop",
      title: "screen.stop.title",
      icon: Scale,
      slot: "editor",
      label: titled("screen.stop.title"),
      load: async () => ({ default: (await import("./StopView.tsx")).StopView }),
    },
  ],
};
