/**
 * Putting the services together. Effects: through the adapters it is given; the engine is loaded on first need.
 *
 * 1. Nothing here waits for the engine before the first screen: rows come from the index, words and appearance from what was kept.
 */
import { err, type Id, type Pack } from "@recourse/core";
import { createIndexedDbBoardIndex, openLocalDatabase } from "@recourse/sync";
import { createEffect, createSignal, on, untrack } from "solid-js";
import { version } from "../../package.json" with { type: "json" };
import { createBlobs } from "./blobs.ts";
import { createCases, openThrough, type EngineReady } from "./cases.ts";
import type { Clock } from "./clock.ts";
import type { Comforts } from "./comforts.ts";
import type { Desk } from "./desk.ts";
import { createDeviceStorage } from "./device-storage.ts";
import { createDossier } from "./dossier.ts";
import { download } from "./download.ts";
import type { Engine } from "./engine.ts";
import { createInstall } from "./install.ts";
import { createOffline } from "./offline.ts";
import { createOpenCases, type OpenCases } from "./open-cases.ts";
import { createParser } from "./parse-client.ts";
import { createReference } from "./reference.ts";
import { createRowShelf } from "./row-shelf.ts";
import { keepRowsFresh } from "./row-upkeep.ts";
import { createSaveWords } from "./save-word.ts";
import type { Services } from "./services.ts";
import type { TakeProgress, Taking } from "./taking.ts";
import { createSay } from "./words.ts";
import { createWorkspaceLive } from "./workspace-live.ts";

type EngineModule = typeof import("./engine.ts");

interface Loaded {
  readonly module: EngineModule;
  readonly engine: Engine;
  readonly taking: Taking;
}

export interface AppPorts {
  readonly comforts: Comforts;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly mint: () => Id;
  readonly onRun: (caseId: Id, command: string) => void;
}

export interface AppServices {
  readonly services: Services;
  /** Loads documents, law and assessment: the same promise until it fails. */
  readonly engine: () => EngineReady;
}

/** Must be called under an owner that lives as long as the page. */
export function createAppServices({ comforts, clock, desk, mint, onRun }: AppPorts): AppServices {
  const database = openLocalDatabase();
  const saves = createSaveWords();
  const workspace = createWorkspaceLive();
  const blobs = createBlobs({ ready: () => engine(), connect: () => need().module.connectVault });
  const [loaded, setLoaded] = createSignal<Loaded | undefined>(undefined);
  const [progress, setProgress] = createSignal<TakeProgress>(undefined);
  const [fullPack, setFullPack] = createSignal<Pack | undefined>(undefined);
  const need = (): Loaded => {
    const there = untrack(loaded);
    if (there === undefined) throw new Error("asked before the documents were loaded");
    return there;
  };

  let ready: EngineReady | undefined;
  const engine = (): EngineReady => {
    ready ??= load().then((result) => {
      if (!result.ok) ready = undefined;
      return result;
    });
    return ready;
  };
  const open: OpenCases = createOpenCases({
    open: openThrough(engine),
    live: (session) =>
      need().module.createCaseLive(session, {
        pack: need().engine.pack,
        render: need().module.letterRenderer,
        now: clock.now,
        by: () => workspace.view().me?.id,
        mint,
        onRow: (row) => shelf.put(row),
        onRun,
      }),
    onSave: (caseId, state) => saves.note(caseId, state),
  });
  const shelf = createRowShelf(createIndexedDbBoardIndex(database), comforts, open.isOpen);

  const load = async (): EngineReady => {
    const module = await import("./engine.ts").catch(() => undefined);
    if (module === undefined) {
      saves.fail();
      return err({ kind: "unavailable", code: "load" });
    }
    // Words come even where nothing can be kept.
    say.complete(module);
    const opened = await module.openEngine({ database, mint, now: clock.now });
    if (!opened.ok) {
      saves.fail();
      return opened;
    }
    const session = opened.value.workspace;
    const taking = module.createTaking({
      vault: blobs.store,
      parser: createParser(),
      open,
      workspace: session,
      by: () => workspace.view().me?.id,
      now: clock.read,
      ownName: () => workspace.view().me?.name ?? "",
      onProgress: setProgress,
    });
    setLoaded({ module, engine: opened.value, taking });
    workspace.follow(session);
    saves.note("workspace", session.saveState.get());
    session.saveState.subscribe((state) => saves.note("workspace", state));
    const { lang } = workspace.view();
    if (lang !== undefined) say.adopt(lang);
    keepRowsFresh({ engine: opened.value, open, shelf, clock, list: () => workspace.view().list });
    return opened;
  };

  const say = createSay(comforts, document, navigator.languages, (lang) => {
    void engine().then((result) => result.ok && result.value.setSettings({ lang }));
  });
  const taken = async (): Promise<Taking> => {
    await engine();
    return need().taking;
  };
  const saved = async (): Promise<void> => {
    const there = untrack(loaded);
    await Promise.all([open.saved(), there?.engine.workspace.saved()]);
  };

  void shelf.read();
  createEffect(on(say.lang, (lang) => (document.title = say.word("screen.app", { lang }))));

  const services: Services = {
    say,
    now: clock.now,
    get pack() {
      return need().engine.pack;
    },
    fullPack: () => {
      const full = fullPack();
      if (full === undefined) void engine().then(() => need().module.loadFullPack().then(setFullPack));
      return full;
    },
    cases: createCases({
      engine,
      open,
      shelf,
      list: () => workspace.view().list,
      mint,
      vault: blobs.store,
      inbox: () => workspace.view().waiting,
      now: clock.now,
    }),
    intake: {
      progress,
      waiting: () => workspace.view().waiting,
      take: async (files, caseId, materialType) => (await taken()).take(files, caseId, materialType),
      sort: async (itemId, caseId, materialType) => (await taken()).sort(itemId, caseId, materialType),
      accept: async (caseId, offer) => (await taken()).accept(caseId, offer),
      dismiss: (itemId, dismissed) => {
        void engine().then((result) => result.ok && result.value.dismiss(itemId, dismissed));
      },
    },
    blobs,
    dossier: createDossier({
      open,
      isHere: (caseId) => workspace.view().list.some((entry) => entry.id === caseId),
      vault: blobs.store,
      pack: async () => {
        await engine();
        return need().engine.pack;
      },
      now: clock.now,
      lang: say.lang,
      mint,
      clipboard: navigator.clipboard,
    }),
    reference: createReference(),
    offline: createOffline({
      container: navigator.serviceWorker,
      saved,
      reload: () => location.reload(),
      after: (ms, work) => void setTimeout(work, ms),
    }),
    install: createInstall(window),
    storage: createDeviceStorage(navigator.storage),
    version,
    me: {
      name: () => workspace.view().me?.name ?? "",
      rename: (name) => {
        void engine().then((result) => result.ok && result.value.rename(name));
      },
    },
    desk,
    saveWord: saves.word,
    saved,
    download,
  };
  return { services, engine };
}
