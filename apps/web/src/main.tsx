/**
 * The page's entry: clock, ids, stores and features come together here and nowhere else. Effects: all of the page's.
 */
import "./services/zod-config.ts";
import "@recourse/ui/theme.css";
import { isId } from "@recourse/core";
import {
  createRoute,
  createShell,
  createTheme,
  createWorkbench,
  parseLayout,
  WorkbenchShell,
  type Contribution,
} from "@recourse/ui";
import { batch, createEffect, createRoot, createSignal, on, untrack } from "solid-js";
import { render } from "solid-js/web";
import { outline } from "./outline.ts";
import { appContribution, REVEAL } from "./app.contribution.ts";
import { boardContribution } from "./contrib/board/board.contribution.ts";
import { settingsContribution } from "./contrib/settings/settings.contribution.ts";
import { todayContribution } from "./contrib/today/today.contribution.ts";
import { argsOf } from "./live/plain.ts";
import { createAppServices } from "./services/app-services.ts";
import { createClock } from "./services/clock.ts";
import { createComforts, readJson } from "./services/comforts.ts";
import { lateDesk } from "./services/desk.ts";
import { createPlace } from "./services/place.ts";
import type { Services } from "./services/services.ts";
import { takeInviteFragment } from "./services/sharing/invite-address.ts";
import { afterLoading, waitingFor } from "./services/waiting-for.ts";

/** Features whose first screen needs no document. */
const FIRST_VIEWS: ReadonlySet<string> = new Set(["today", "board"]);
/** Units: milliseconds after which documents come even if the first screen is still loading. */
const PATIENCE = 4000;
const first: readonly Contribution<Services>[] = [appContribution, todayContribution, boardContribution];
/** The others come with the documents; their views and commands wait for these. */
const later: readonly (() => Promise<Contribution<Services>>)[] = [
  async () => (await import("./contrib/case/case.contribution.tsx")).caseContribution,
  async () => (await import("./contrib/board/board-acts.contribution.tsx")).boardActsContribution,
  async () => (await import("./contrib/discreet/discreet.contribution.ts")).discreetContribution,
  async () => (await import("./contrib/letters/letters.contribution.ts")).lettersContribution,
  async () => (await import("./contrib/doors/doors.contribution.ts")).doorsContribution,
  async () => (await import("./contrib/replies/replies.contribution.ts")).repliesContribution,
  async () => (await import("./contrib/notes/notes.contribution.ts")).notesContribution,
  async () => (await import("./contrib/inbox/inbox.contribution.ts")).inboxContribution,
  async () => (await import("./contrib/rules/rules.contribution.ts")).rulesContribution,
  async () => (await import("./contrib/share/share.contribution.ts")).shareContribution,
];

/** Units: milliseconds the first screen has to itself before the documents begin to load. */
const FIRST_LOOK = 400;

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};
const mac = /Mac|iP(?:hone|ad)/.test(navigator.userAgent);
// Before anything else runs: the secret of an invite does not stay in the address.
const fragment = takeInviteFragment(window);
const host = document.querySelector<HTMLElement>("#app");
if (host === null) throw new Error("the page has no #app");

createRoot(() => {
  const comforts = createComforts(() => localStorage);
  const clock = createClock({
    read: () => Date.now(),
    after,
    shown: (listener) => document.addEventListener("visibilitychange", () => !document.hidden && listener()),
  });
  const late = lateDesk();
  const {
    services,
    documents: load,
    setting,
  } = createAppServices({
    comforts,
    clock,
    desk: late.desk,
    fragment,
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
    words: (key, args) => services.say.word(key, argsOf(args ?? {})),
    recent: {
      load: () => listOfText(readJson(comforts.read("recent"))),
      save: (ids) => comforts.keep("recent", JSON.stringify(ids)),
    },
  });
  const theme = createTheme(document.documentElement, {
    load: () => comforts.read("theme") ?? null,
    save: (name) => {
      comforts.keep("theme", name);
      if (name !== "contrast") setting({ theme: name });
    },
  });
  const kept = parseLayout(readJson(comforts.read("layout")));
  const shell = createShell({
    wb,
    theme,
    add: { command: "app.add" },
    ...(kept === undefined ? {} : { layout: kept }),
  });
  const documents = async (): Promise<void> => {
    const ready = await load();
    if (!ready.ok) throw new Error(`documents: ${ready.error.kind}`);
  };
  const [settled, setSettled] = createSignal(false);
  // Words of the later features come with the engine, so both are waited for; without documents their views say so.
  let arriving: Promise<void> | undefined;
  const arrive = (): Promise<void> => {
    arriving ??= Promise.all([
      Promise.all(later.map((bring) => bring())),
      import("./contrib/share/share-status.ts"),
      load(),
    ]).then(([features, { standingInView }]) =>
      batch(() => {
        dropOutline();
        wb.context.bind("sharing", () => standingInView(services));
        for (const feature of features) wb.add(waitingFor(feature, documents));
        setSettled(true);
      }),
    );
    return arriving;
  };
  const knows = (view: string): boolean => wb.view(view)?.slot === "editor";
  const place = createPlace({ layout: shell.layout, binding: createRoute(window), knows, settled });
  late.tie({
    open: (view, arg, where) => shell.layout.open(view, arg, where === undefined ? {} : { where }),
    exec: (name, arg) => {
      if (wb.commands().has(name)) void wb.exec(name, arg);
      else void arrive().then(() => wb.exec(name, arg));
    },
    can: (name) => wb.commands().has(name),
    toast: (toast) => shell.toasts.show(toast),
    announce: (sentence) => shell.announcer.say(sentence),
    activeCase: () => {
      const [caseId = ""] = shell.layout.activeTab()?.arg?.split("/") ?? [];
      return isId(caseId) ? caseId : undefined;
    },
    query: place.query,
    setQuery: place.setQuery,
    provide: (provider) => shell.quick.provide(provider),
  });
  // Documents come after the first screen, so as not to stand in its way; a screen that needs them does not wait.
  const drawn = (): void => void requestAnimationFrame(() => after(FIRST_LOOK, () => void arrive()));
  for (const contribution of first) wb.add(afterLoading(contribution, drawn));
  // Its words come with the documents; where there are none it opens all the same.
  const { views = [] } = waitingFor(settingsContribution, load);
  wb.add({ ...settingsContribution, views });
  const dropOutline = wb.add(
    outline(async (name) => {
      await arrive();
      return wb.view(name);
    }),
  );
  // The side bar goes with the editor it belongs to.
  createEffect(
    on(shell.layout.activeTab, (tab) => {
      if (tab === undefined || shell.phone() || !shell.layout.state().side.open) return;
      const side = wb.views("side").find((view) => view.companion === tab.view);
      if (side !== undefined) shell.layout.showSide(side.id);
    }),
  );
  // Tabs of a case go with the case.
  createEffect(
    on(services.cases.list, (list, before) => {
      const here = new Set<string>(list.map((entry) => entry.id));
      const gone = (before ?? []).filter((entry) => !here.has(entry.id)).map((entry) => entry.id);
      for (const leaf of gone.length === 0 ? [] : shell.layout.leaves())
        for (const tab of leaf.tabs)
          if (gone.some((caseId) => tab.arg?.split("/")[0] === caseId)) shell.layout.close(tab.id, leaf.id);
    }),
  );
  let begun = false;
  createEffect(() => {
    if (begun || place.waiting()) return;
    begun = true;
    if (untrack(shell.layout.activeTab) !== undefined) return;
    const start = untrack(shell.phone) ? "today" : "board";
    shell.layout.open(start);
  });
  createEffect(on(shell.layout.state, (state) => comforts.keep("layout", JSON.stringify(state)), { defer: true }));
  render(() => <WorkbenchShell shell={shell} />, host);
  // Nothing of a covered page is seen, not even while the cover itself is being loaded.
  let covering: Promise<unknown> | undefined;
  createEffect(
    on(services.discreet.locked, (locked) => {
      host.style.setProperty("visibility", locked ? "hidden" : "visible");
      if (locked)
        covering ??= import("./contrib/discreet/LockScreen.tsx").then((module) => module.coverWhileLocked(services));
    }),
  );
  createEffect(() => {
    const view = shell.layout.activeTab()?.view;
    if (place.waiting() || (view !== undefined && !FIRST_VIEWS.has(view))) void arrive();
  });
  after(PATIENCE, () => void arrive());
});

function listOfText(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}
