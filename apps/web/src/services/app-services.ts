/**
 * Putting the services together. Effects: through the adapters it is given; documents are loaded on first need.
 *
 * 1. Nothing here waits for documents before the first screen: rows come from the index, words and appearance from what was kept.
 */
import { err, ok, type Id, type Pack, type Result } from "@recourse/core";
import { openLocalDatabase, type SaveState, type StoreError } from "@recourse/sync";
import { createEffect, createSignal, untrack } from "solid-js";
import { version } from "../../package.json" with { type: "json" };
import { createBlobs } from "./blobs.ts";
import type { Clock } from "./clock.ts";
import type { Comforts } from "./comforts.ts";
import type { Desk } from "./desk.ts";
import { createDeviceStorage } from "./device-storage.ts";
import { createDiscreet } from "./discreet.ts";
import type { DocumentPorts, Documents } from "./documents.ts";
import { download } from "./download.ts";
import type { Engine } from "./engine.ts";
import { createInstall } from "./install.ts";
import { createOffline } from "./offline.ts";
import type { Reminders } from "./reminders.ts";
import { createRowIndex } from "./row-index.ts";
import { createRowShelf } from "./row-shelf.ts";
import { createSnoozes } from "./row-snoozes.ts";
import { createSaveWords } from "./save-word.ts";
import type { Cases, Services } from "./services.ts";
import type { TakeProgress } from "./taking.ts";
import { createSay } from "./words.ts";
import { createWorkspaceLive } from "./workspace-live.ts";

/** The documents and the file they came in. */
interface Loaded extends Documents {
  readonly module: typeof import("./documents.ts");
}

/** Settings open even where no documents can be had. */
const NO_REMINDERS: Reminders = {
  state: () => "unsupported",
  enable: () => Promise.resolve("unsupported"),
  disable: () => undefined,
};

/** The state of what is being typed. */
const UNSAVED: SaveState = { pending: 1, durable: false, savedUpTo: 0 };

export interface AppPorts {
  readonly comforts: Comforts;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly onRun: (caseId: Id, command: string) => void;
  /** What stood behind `#` when the page was opened as an invite. */
  readonly fragment: string | undefined;
}

export interface AppServices {
  readonly services: Services;
  /** Loads documents, law and assessment: the same promise until it fails. */
  readonly documents: () => Promise<Result<Documents, StoreError>>;
  /** Writes a setting that goes along with the documents; nothing where there are none. */
  readonly setting: (to: Parameters<Engine["setSettings"]>[0]) => void;
}

/** Must be called under an owner that lives as long as the page. */
export function createAppServices({ comforts, clock, desk, onRun, fragment }: AppPorts): AppServices {
  const database = openLocalDatabase();
  const saves = createSaveWords();
  const workspace = createWorkspaceLive();
  const [loaded, setLoaded] = createSignal<Loaded | undefined>(undefined);
  const [hidden, setHidden] = createSignal<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = createSignal<TakeProgress>(undefined);
  const [fullPack, setFullPack] = createSignal<Pack | undefined>(undefined);
  const need = (): Loaded => {
    const there = untrack(loaded);
    if (there === undefined) throw new Error("asked before the documents were loaded");
    return there;
  };
  const isOpen = (caseId: Id): boolean => untrack(loaded)?.open.isOpen(caseId) ?? false;
  const shelf = createRowShelf(createRowIndex(database), comforts, isOpen);
  /** Cases that are being deleted, and those set aside to be; each set aside by itself. */
  let removing: ReadonlySet<string> = new Set();
  const aside = new Set<readonly Id[]>();
  const hide = (): void => {
    const gone = new Set([...removing, ...[...aside].flat()]);
    setHidden(gone);
    shelf.hide(gone);
  };
  const blobs = createBlobs({
    ready: () => documents(),
    connect: () => need().module.connectVault,
    arrives: (sha256, unnamed) => untrack(loaded)?.sharing.arrives(sha256, unnamed),
  });
  const say = createSay(comforts, document, navigator.languages, (lang) => setting({ lang }));
  const discreet = createDiscreet({
    comforts,
    changed: (listener) => {
      addEventListener("storage", listener);
      return () => removeEventListener("storage", listener);
    },
  });
  const snoozes = createSnoozes({
    comforts,
    clock,
    kept: () => workspace.view().snoozes,
    write: async (caseIds, until) => {
      const ready = await documents();
      return ready.ok ? ready.value.engine.snooze(caseIds, until) : undefined;
    },
  });

  const load = async (): Promise<Result<Loaded, StoreError>> => {
    const module = await import("./documents.ts").catch(() => undefined);
    if (module === undefined) return err({ kind: "unavailable", code: "load" });
    // Words come even where nothing can be kept.
    say.complete(module);
    const ports: DocumentPorts = {
      database,
      clock,
      lang: say.lang,
      saves,
      workspace,
      shelf,
      vault: blobs.store,
      onProgress: setProgress,
      onRun,
      fragment,
      hide: (caseIds) => {
        removing = caseIds;
        hide();
      },
      fullPack: () => services.fullPack(),
      reminding: {
        comforts,
        asleep: snoozes.asleep,
        discreet: discreet.on,
        word: say.word,
        open: (caseId) => desk.exec("case.open", { caseId }),
      },
    };
    const opened = await module.openDocuments(ports);
    if (!opened.ok) return opened;
    const there: Loaded = { ...opened.value, module };
    setLoaded(there);
    const { lang } = workspace.view();
    if (lang !== undefined) say.adopt(lang);
    module.beginUpkeep(there, ports);
    return ok(there);
  };
  let loading: Promise<Result<Loaded, StoreError>> | undefined;
  const documents = (): Promise<Result<Loaded, StoreError>> => {
    loading ??= load().then((result) => {
      if (result.ok) return result;
      // The next who asks tries again.
      loading = undefined;
      saves.fail();
      return result;
    });
    return loading;
  };
  const withDocuments = (work: (of: Loaded) => void): void => {
    void documents().then((ready) => {
      if (ready.ok) work(ready.value);
    });
  };
  function setting(to: Parameters<Engine["setSettings"]>[0]): void {
    withDocuments(({ engine }) => engine.setSettings(to));
  }
  const saved = async (): Promise<void> => {
    const there = untrack(loaded);
    await Promise.all([there?.open.saved(), there?.engine.workspace.saved()]);
  };

  void shelf.read();
  createEffect(() => {
    document.title = say.word(discreet.on() || discreet.locked() ? "screen.discreet.app" : "screen.app");
  });

  const shown = <T>(list: readonly T[], idOf: (item: T) => string): readonly T[] => {
    const gone = hidden();
    return gone.size === 0 ? list : list.filter((item) => !gone.has(idOf(item)));
  };
  const failed = (error: StoreError) => err({ kind: "archive" as const, reason: error.kind });
  const cases: Cases = {
    list: () => shown(workspace.view().list, (entry) => entry.id),
    rows: shelf.book.all,
    book: shelf.book,
    known: shelf.known,
    live: (caseId) => {
      const there = loaded();
      if (there === undefined && caseId !== undefined) withDocuments(() => undefined);
      return caseId !== undefined && hidden().has(caseId) ? undefined : there?.cases.live(caseId);
    },
    trouble: (caseId) => loaded()?.cases.trouble(caseId),
    create: async (data) => {
      const ready = await documents();
      return ready.ok ? ready.value.cases.create(data) : err({ kind: "store", reason: ready.error.kind });
    },
    openArchive: async (file) => {
      const ready = await documents();
      return ready.ok ? ready.value.cases.openArchive(file) : failed(ready.error);
    },
    archive: async (caseId) => {
      const ready = await documents();
      return ready.ok ? ready.value.cases.archive(caseId) : failed(ready.error);
    },
    remove: async (caseId) => {
      const ready = await documents();
      return ready.ok ? ready.value.cases.remove(caseId) : false;
    },
    setAside: (caseIds) => {
      aside.add(caseIds);
      hide();
      return () => {
        aside.delete(caseIds);
        hide();
      };
    },
  };
  const taking = async (): Promise<Documents["taking"]> => {
    await documents();
    return need().taking;
  };
  const services: Services = {
    say,
    now: clock.now,
    get pack() {
      return need().engine.pack;
    },
    fullPack: () => {
      const full = fullPack();
      if (full === undefined) withDocuments(({ module }) => void module.loadFullPack().then(setFullPack));
      return full;
    },
    cases,
    intake: {
      progress,
      waiting: () => workspace.view().waiting,
      take: async (files, caseId, materialType) => (await taking()).take(files, caseId, materialType),
      sort: async (itemId, caseId, materialType) => (await taking()).sort(itemId, caseId, materialType),
      accept: async (caseId, offer) => (await taking()).accept(caseId, offer),
      dismiss: (itemId, dismissed) => withDocuments(({ engine }) => engine.dismiss(itemId, dismissed)),
    },
    blobs,
    sharing: {
      isPossible: () => loaded()?.sharing.isPossible(),
      of: (caseId) => loaded()?.sharing.of(caseId),
      earlier: {
        of: (caseId) => loaded()?.sharing.earlier.of(caseId) === true,
        file: async (caseId) => {
          const ready = await documents();
          return ready.ok
            ? ready.value.sharing.earlier.file(caseId)
            : err({ kind: "archive", reason: ready.error.kind });
        },
        drop: async (caseId) => {
          const ready = await documents();
          return ready.ok && ready.value.sharing.earlier.drop(caseId);
        },
      },
      begin: async (caseId, onStep) => {
        const ready = await documents();
        return ready.ok ? ready.value.sharing.begin(caseId, onStep) : err({ kind: "store", code: ready.error.kind });
      },
      files: {
        take: async (file, passphrase) => {
          const ready = await documents();
          return ready.ok
            ? ready.value.sharing.files.take(file, passphrase)
            : err({ kind: "store", code: ready.error.kind });
        },
        restore: async (backup, recovery, lost) => {
          const ready = await documents();
          return ready.ok
            ? ready.value.sharing.files.restore(backup, recovery, lost)
            : err({ kind: "store", code: ready.error.kind });
        },
      },
      join: {
        state: () => loaded()?.sharing.join.state() ?? { is: fragment === undefined ? "no_invite" : "ready" },
        ask: (name) => withDocuments(({ sharing }) => sharing.join.ask(name)),
        leave: () => withDocuments(({ sharing }) => sharing.join.leave()),
      },
    },
    get dossier() {
      return need().dossier;
    },
    get reference() {
      return need().reference;
    },
    offline: createOffline({
      container: navigator.serviceWorker,
      saved,
      reload: () => location.reload(),
      after: (ms, work) => void setTimeout(work, ms),
    }),
    install: createInstall(window),
    storage: createDeviceStorage(navigator.storage),
    version,
    snoozes,
    respondents: {
      all: () => workspace.view().respondents,
      forget: (record) => withDocuments(({ engine }) => engine.forgetRespondent(record, true)),
      recall: (record) => withDocuments(({ engine }) => engine.forgetRespondent(record, false)),
    },
    discreet,
    get reminders() {
      return loaded()?.reminders ?? NO_REMINDERS;
    },
    me: {
      name: () => workspace.view().me?.name ?? "",
      rename: (name) => withDocuments(({ engine }) => engine.rename(name)),
    },
    desk,
    saveWord: saves.word,
    typing: (where, now) => saves.note(where, now ? UNSAVED : undefined),
    saved,
    download,
  };
  return { services, documents, setting };
}
