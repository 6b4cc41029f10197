/**
 * The page's entry: clock, ids, stores and features come together here and nowhere else. Effects: all of the page's.
 */
import "./services/zod-config.ts";
import "@recourse/ui/theme.css";
import { ArgsSchema, id, isId, type Args, type Id } from "@recourse/core";
import {
  createRoute,
  createShell,
  createTheme,
  createWorkbench,
  parseLayout,
  WorkbenchShell,
  type Contribution,
} from "@recourse/ui";
import { createEffect, createRoot, on } from "solid-js";
import { render } from "solid-js/web";
import { monotonicFactory } from "ulid";
import { appContribution, REVEAL } from "./app.contribution.ts";
import { boardContribution } from "./contrib/board/board.contribution.ts";
import { settingsContribution } from "./contrib/settings/settings.contribution.ts";
import { todayContribution } from "./contrib/today/today.contribution.ts";
import { createAppServices } from "./services/app-services.ts";
import { createClock } from "./services/clock.ts";
import { createComforts, readJson } from "./services/comforts.ts";
import { lateDesk } from "./services/desk.ts";
import { createPlace } from "./services/place.ts";
import type { Services } from "./services/services.ts";
import { waitingFor } from "./services/waiting-for.ts";

/** Features whose first screen needs no document. */
const first: readonly Contribution<Services>[] = [
  appContribution,
  todayContribution,
  boardContribution,
  settingsContribution,
];
/** The others: their views and commands wait for the documents. */
const found = import.meta.glob<Record<string, Contribution<Services>>>(
  ["./contrib/*/*.contribution.{ts,tsx}", "!./contrib/{today,board,settings}/*"],
  { eager: true },
);
const later = Object.values(found).flatMap((module) => Object.values(module));

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};
const mac = /Mac|iP(?:hone|ad)/.test(navigator.userAgent);
const host = document.querySelector("#app");
if (host === null) throw new Error("the page has no #app");

createRoot(() => {
  const ulid = monotonicFactory();
  const mint = (): Id => id(ulid());
  const comforts = createComforts(() => localStorage);
  const clock = createClock({
    read: () => Date.now(),
    after,
    shown: (listener) => document.addEventListener("visibilitychange", () => !document.hidden && listener()),
  });
  const late = lateDesk();
  const { services, engine } = createAppServices({
    comforts,
    clock,
    desk: late.desk,
    mint,
    onRun: (caseId, name) => {
      if (!name.endsWith(".remove")) return;
      const undo = (): void => void services.cases.live(caseId)?.undo();
      services.desk.toast({
        text: services.say.word("screen.removed"),
        action: { label: services.say.word("screen.undo"), run: undo },
      });
    },
  });
  const wb = createWorkbench<Services>({
    services,
    lang: services.say.lang,
    mac,
    revealCommand: REVEAL,
    words: (key, args) => services.say.word(key, wordArgs(args)),
    recent: {
      load: () => listOfText(readJson(comforts.read("recent"))),
      save: (ids) => comforts.keep("recent", JSON.stringify(ids)),
    },
  });
  const theme = createTheme(document.documentElement, {
    load: () => comforts.read("theme") ?? null,
    save: (name) => {
      comforts.keep("theme", name);
      if (name !== "contrast") void engine().then((ready) => ready.ok && ready.value.setSettings({ theme: name }));
    },
  });
  const kept = parseLayout(readJson(comforts.read("layout")));
  const shell = createShell({
    wb,
    theme,
    add: { command: "app.add" },
    ...(kept === undefined ? {} : { layout: kept }),
  });
  const knows = (view: string): boolean => wb.view(view)?.slot === "editor";
  const place = createPlace({ layout: shell.layout, binding: createRoute(window), knows });
  late.tie({
    open: (view, arg, where) => shell.layout.open(view, arg, where === undefined ? {} : { where }),
    exec: (name, arg) => void wb.exec(name, arg),
    can: (name) => wb.commands().has(name),
    toast: (toast) => shell.toasts.show(toast),
    announce: (sentence) => shell.announcer.say(sentence),
    activeCase: () => {
      const [caseId = ""] = shell.layout.activeTab()?.arg?.split("/") ?? [];
      return isId(caseId) ? caseId : undefined;
    },
    query: place.query,
    setQuery: place.setQuery,
  });
  for (const contribution of first) wb.add(contribution);
  const documents = async (): Promise<void> => {
    const ready = await engine();
    if (!ready.ok) throw new Error(`documents: ${ready.error.kind}`);
  };
  for (const contribution of later) wb.add(waitingFor(contribution, documents));
  if (shell.layout.activeTab() === undefined) shell.layout.open(shell.phone() ? "today" : "board");
  createEffect(
    on(shell.layout.state, (state) => comforts.keep("layout", JSON.stringify(state)), { defer: true }),
  );
  render(() => <WorkbenchShell shell={shell} />, host);
  // After the first screen is drawn.
  requestAnimationFrame(() => after(0, () => void engine()));
});

/** Arguments of the shell's words as the app's words take them. */
function wordArgs(args: Readonly<Record<string, unknown>> = {}): Args {
  const read = ArgsSchema.safeParse(args);
  return read.success ? read.data : {};
}

function listOfText(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
