/**
 * Engine: documents, law and assessment, loaded after the first screen. Opens the workspace and cases of this device. Effects: the stores, through sync's adapters.
 *
 * 1. The truth is the append-only store; where a browser has none, memory serves and nothing is ever called saved.
 * 2. A case whose list entry was lost to a crash is found again: the store knows its document.
 */
import {
  err,
  id,
  isId,
  ok,
  ref,
  type Category,
  type Id,
  type Instant,
  type Lang,
  type Pack,
  type Result,
} from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import {
  broadcastTabs,
  browserExclusive,
  browserScheduler,
  browserWake,
  caseDocName,
  createIndexedDbUpdateStore,
  createMemoryUpdateStore,
  createYIndexedDbViewCache,
  meOf,
  openWorkspace,
  setSettings,
  type LocalDatabase,
  type Scheduler,
  type SessionPorts,
  type StoreError,
  type TabMessage,
  type UpdateStore,
  type WorkspaceSession,
} from "@recourse/sync";
import type { RegisteredCase } from "@recourse/sync/log";
import { monotonicFactory } from "ulid";
import { openAnyCase, type OpenedCase, type OpenerPorts } from "./case-opener.ts";
import type { MetRespondent } from "./respondent-list.ts";
import { respondentChanges } from "./respondents.ts";
import type { Casebox } from "./sharing/casebox.ts";

const ulid = monotonicFactory();

/** A new id, later than all before it in this tab. */
export const mint = (): Id => id(ulid());

export interface EnginePorts {
  readonly database: LocalDatabase;
  readonly casebox: Casebox;
  readonly now: () => Instant;
  /** Opens a case that has a log. */
  readonly openShared: OpenerPorts["openShared"];
}

export interface Engine {
  readonly pack: Pack;
  readonly workspace: WorkspaceSession;
  readonly store: UpdateStore;
  readonly scheduler: Scheduler;
  /** What documents are opened with. */
  readonly session: SessionPorts;
  readonly me: () => Id | undefined;
  readonly open: (caseId: Id) => Promise<Result<OpenedCase, StoreError>>;
  /** Runs `work` while nobody in this tab opens the case: whoever asks meanwhile waits. */
  readonly apart: <T>(caseId: Id, work: () => Promise<T>) => Promise<T>;
  readonly setSettings: (to: { readonly lang?: Lang; readonly theme?: "system" | "light" | "dark" }) => void;
  readonly rename: (name: string) => void;
  readonly dismiss: (itemId: Id, dismissed: boolean) => void;
  /** Puts cases off until a moment, or wakes them. Resolves with what takes it back; undefined when it could not be kept. */
  readonly snooze: (caseIds: readonly Id[], until: Instant | undefined) => Promise<(() => void) | undefined>;
  /** Remembers the other side of a closed case, or no longer where the case is open again (S3). */
  readonly keepRespondent: (caseId: Id, met: MetRespondent | undefined) => void;
  readonly forgetRespondent: (record: Id, forget: boolean) => void;
  /** Puts a case into the list; resolves when that is durable. */
  readonly listCase: (entry: {
    readonly id: Id;
    readonly title: string;
    readonly category: Category;
  }) => Promise<Result<number, StoreError>>;
  /** Keeps the list in step with what a case says of itself. */
  readonly relist: (entry: { readonly id: Id; readonly title: string; readonly category: string }) => void;
  readonly isListed: (caseId: Id) => boolean;
  readonly erase: (caseId: Id) => Promise<Result<void, StoreError>>;
  /** Cases that have a document and no entry in the list. */
  readonly unlisted: () => Promise<readonly Id[]>;
  /** Rows of other tabs. */
  readonly onOtherTab: (listener: (message: TabMessage) => void) => () => void;
}

/** The pack with its long texts. Errors: rejects when they cannot be loaded, e.g. offline before they were kept. */
export { loadFullPack } from "@recourse/pack-cn";

/** Whether the platform can keep anything at all; asks by reading. */
async function lastingStore(database: LocalDatabase): Promise<UpdateStore> {
  const store = createIndexedDbUpdateStore(database);
  const probe = await store.docs();
  if (probe.ok || probe.error.kind === "needs_update") return store;
  return createMemoryUpdateStore();
}

/** Errors: the workspace cannot be read. */
export async function openEngine({
  database,
  casebox,
  now,
  openShared,
}: EnginePorts): Promise<Result<Engine, StoreError>> {
  const scheduler = browserScheduler();
  const tabs = broadcastTabs();
  // Opened while the rest is: whether a case has a log is asked before each opening.
  void casebox.register.all();
  const store = await lastingStore(database);
  const ports: SessionPorts = {
    store,
    cache: createYIndexedDbViewCache(scheduler),
    tabs,
    wake: browserWake(),
    scheduler,
    mint,
  };
  const opened = await openWorkspace({ ...ports, exclusive: browserExclusive(), newId: mint });
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const registered = async (caseId: Id): Promise<Result<RegisteredCase | undefined, StoreError>> => {
    // Where nothing is kept there is no log either.
    if (!store.lasting) return ok(undefined);
    const all = await casebox.register.all();
    if (all.ok) return ok(all.value.find((entry) => entry.caseId === caseId));
    return err(all.error.kind === "taken" ? { kind: "io", code: "taken" } : all.error);
  };
  const apart = new Map<Id, Promise<void>>();
  const onShared: OpenerPorts["onShared"] = (caseId, listener) =>
    casebox.news.subscribe((of) => {
      if (of === caseId) listener();
    });
  const opener: OpenerPorts = { session: ports, registered, openShared, onShared, locks: navigator.locks };
  /** The log first: with its entry gone nobody opens it again. */
  const eraseLog = async (caseId: Id): Promise<void> => {
    const entry = await registered(caseId);
    if (!entry.ok || entry.value === undefined) return;
    const { log } = entry.value;
    await casebox.register.remove(log);
    await casebox.store.erase(log);
    await casebox.recoverySeed(log).drop();
  };
  const listed = (caseId: Id): boolean => Object.hasOwn(workspace.reader.current().live.caseEntry, caseId);
  return ok({
    pack,
    workspace,
    store,
    scheduler,
    me: () => meOf(workspace.reader.current())?.id,
    session: ports,
    open: async (caseId) => {
      await apart.get(caseId);
      return openAnyCase(opener, caseId);
    },
    apart: async (caseId, work) => {
      const working = work();
      const done = working.then(
        () => undefined,
        () => undefined,
      );
      apart.set(caseId, done);
      try {
        return await working;
      } finally {
        if (apart.get(caseId) === done) apart.delete(caseId);
      }
    },
    setSettings: (to) => void workspace.write(setSettings(to)),
    rename: (name) => {
      const me = meOf(workspace.reader.current());
      if (me !== undefined) workspace.write([{ op: "set", kind: "me", id: me.id, field: "name", value: name }]);
    },
    dismiss: (itemId, dismissed) => {
      const value = dismissed ? "dismissed" : "new";
      workspace.write([{ op: "set", kind: "inboxItem", id: itemId, field: "state", value }]);
    },
    snooze: async (caseIds, until) => {
      const refs = new Set<string>(caseIds.map((caseId) => ref("case", caseId)));
      const before = Object.values(workspace.reader.current().live.snooze).filter((each) => refs.has(each.ref));
      const made = until === undefined ? [] : caseIds.map((caseId) => ({ id: mint(), of: ref("case", caseId) }));
      const { saved } = workspace.write([
        // The latest moment counts, so what was set before has to go.
        ...before.map((each) => ({ op: "remove", kind: "snooze", id: each.id }) as const),
        ...made.map(({ id: own, of }) => ({ op: "put", kind: "snooze", id: own, value: { ref: of, until } }) as const),
      ]);
      if (!(await saved).ok) return undefined;
      return () =>
        void workspace.write([
          ...made.map(({ id: own }) => ({ op: "remove", kind: "snooze", id: own }) as const),
          ...before.map((each) => ({ op: "restore", kind: "snooze", id: each.id }) as const),
        ]);
    },
    keepRespondent: (caseId, met) => {
      const changes = respondentChanges(workspace.reader.current(), caseId, met);
      if (changes.length > 0) workspace.write(changes);
    },
    forgetRespondent: (record, forget) => {
      workspace.write([{ op: forget ? "remove" : "restore", kind: "respondentRecord", id: record }]);
    },
    listCase: ({ id: caseId, title, category }) => {
      const value = { title, category, createdAt: now() };
      // A case that was deleted here and comes back has its entry already.
      return workspace.write([
        { op: "put", kind: "caseEntry", id: caseId, value },
        { op: "restore", kind: "caseEntry", id: caseId },
      ]).saved;
    },
    relist: ({ id: caseId, title, category }) => {
      const entry = workspace.reader.current().live.caseEntry[caseId];
      if (entry === undefined) return;
      const of = { kind: "caseEntry", id: caseId } as const;
      if (entry.title !== title) workspace.write([{ op: "set", ...of, field: "title", value: title }]);
      if (entry.category !== category) workspace.write([{ op: "set", ...of, field: "category", value: category }]);
    },
    isListed: listed,
    erase: async (caseId) => {
      const gone = await workspace.write([{ op: "remove", kind: "caseEntry", id: caseId }]).saved;
      if (!gone.ok) return gone;
      await eraseLog(caseId);
      return store.erase(caseDocName(caseId));
    },
    unlisted: async () => {
      const docs = await store.docs();
      if (!docs.ok) return [];
      const logs = store.lasting ? await casebox.register.all() : ok([]);
      const shared = logs.ok ? logs.value.flatMap((entry) => entry.caseId ?? []) : [];
      const local = docs.value.flatMap((doc) => (doc.startsWith("case/") ? [doc.slice(5)] : [])).filter(isId);
      const ids = [...new Set([...local, ...shared])];
      const { removed } = workspace.reader.current();
      return ids.filter((caseId) => !listed(caseId) && !Object.hasOwn(removed.caseEntry, caseId));
    },
    onOtherTab: (listener) => tabs.subscribe(listener),
  });
}
