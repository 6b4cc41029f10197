/**
 * Documents: everything that needs the engine, put together once it is loaded. Effects: through the engine and its ports.
 *
 * 1. Whatever is here comes with the engine's file; the first screen needs none of it.
 */
import { ok, packName, type Id, type Lang, type Pack, type Result } from "@recourse/core";
import type { LocalDatabase, StoreError } from "@recourse/sync";
import type { BlobStore } from "@recourse/vault";
import { letterRenderer } from "@recourse/words";
import { createRoot, untrack, type Accessor } from "solid-js";
import { createCaseLive } from "../live/case-live.ts";
import { createCases, type CaseDocuments } from "./cases.ts";
import type { Clock } from "./clock.ts";
import { createDossier, type Dossier } from "./dossier.ts";
import { mint, openEngine, type Engine } from "./engine.ts";
import { createOpenCases, type OpenCases } from "./open-cases.ts";
import { createParser } from "./parse-client.ts";
import { createReference, type Reference } from "./reference.ts";
import { browserNotices, createReminders, type ReminderPorts, type Reminders } from "./reminders.ts";
import { metIn } from "./respondents.ts";
import type { RowShelf } from "./row-shelf.ts";
import { keepRowsFresh } from "./row-upkeep.ts";
import type { SaveWords } from "./save-word.ts";
import { openCasebox } from "./sharing/casebox.ts";
import { browserPlatform } from "./sharing/platform.ts";
import { createSharing, type SharingLive } from "./sharing/sharing-live.ts";
import { createTaking, type TakeProgress, type Taking } from "./taking.ts";
import type { WorkspaceLive } from "./workspace-live.ts";

export { loadFullPack } from "./engine.ts";
export { connectVault } from "@recourse/vault";
export { hasWord, word } from "@recourse/words";

export interface DocumentPorts {
  /** The pack with its long texts, once they are loaded; asking loads them. Letters cite law only with them. */
  readonly fullPack: Accessor<Pack | undefined>;
  readonly database: LocalDatabase;
  readonly clock: Clock;
  readonly lang: Accessor<Lang>;
  readonly saves: SaveWords;
  readonly workspace: WorkspaceLive;
  readonly shelf: RowShelf;
  readonly vault: () => BlobStore;
  readonly onProgress: (progress: TakeProgress) => void;
  readonly onRun: (caseId: Id, command: string) => void;
  /** What reminders need beside rows and clock. */
  readonly reminding: Pick<ReminderPorts, "comforts" | "asleep" | "discreet" | "word" | "open">;
  /** What stood behind `#` when the page was opened as an invite. */
  readonly fragment: string | undefined;
  /** Cases that are being deleted: not shown while it goes on. */
  readonly hide: (caseIds: ReadonlySet<string>) => void;
}

export interface Documents {
  readonly engine: Engine;
  readonly open: OpenCases;
  readonly cases: CaseDocuments;
  readonly taking: Taking;
  readonly dossier: Dossier;
  readonly reference: Reference;
  readonly reminders: Reminders;
  readonly sharing: SharingLive;
}

/** Errors: the workspace cannot be read. */
export async function openDocuments(ports: DocumentPorts): Promise<Result<Documents, StoreError>> {
  const { clock, saves, workspace, shelf, vault } = ports;
  const casebox = openCasebox();
  const opened = await openEngine({
    database: ports.database,
    casebox,
    now: clock.now,
    openShared: (entry, caseId) => sharing.open(entry, caseId),
  });
  if (!opened.ok) return opened;
  const engine = opened.value;
  const by = (): Id | undefined => workspace.view().me?.id;
  /** A case that is over leaves what is to be remembered of the other side; one that is open again takes it back. */
  const remember = async (caseId: Id, isOver: boolean): Promise<void> => {
    const known = workspace.view().respondents.some((each) => each.caseId === caseId);
    if (!isOver && !known) return;
    const there = await open.get(caseId);
    if (there !== undefined)
      engine.keepRespondent(
        caseId,
        untrack(() => metIn(there.live, clock.now())),
      );
  };
  const open = createOpenCases({
    open: engine.open,
    live: (session) =>
      createCaseLive(session, {
        pack: () => ports.fullPack() ?? engine.pack,
        render: letterRenderer,
        now: clock.now,
        by,
        mint,
        onRow: (row) => {
          shelf.put(row);
          engine.relist({ id: row.caseId, title: row.title, category: row.category });
          void remember(row.caseId, row.turn === "none");
        },
        onRun: ports.onRun,
      }),
    onSave: (caseId, state) => saves.note(caseId, state),
  });
  const sharing = createSharing({
    platform: browserPlatform(casebox, engine.session, vault),
    session: engine.session,
    packs: () => [packName(engine.pack)],
    myName: () => workspace.view().me?.name ?? "",
    now: clock.now,
    openCase: open.get,
    isOpen: open.isOpen,
    closeCase: open.close,
    apart: engine.apart,
    listCase: engine.listCase,
    fragment: ports.fragment,
  });
  const list = (): ReturnType<typeof workspace.view>["list"] => workspace.view().list;
  const documents: Documents = {
    engine,
    open,
    cases: createCases({
      engine,
      open,
      shelf,
      list,
      mint,
      vault,
      inbox: () => workspace.view().waiting,
      now: clock.now,
      logFile: sharing.logFile,
      hide: ports.hide,
    }),
    taking: createTaking({
      vault,
      parser: createParser(),
      open,
      workspace: engine.workspace,
      by,
      now: clock.read,
      ownName: () => workspace.view().me?.name ?? "",
      onProgress: ports.onProgress,
    }),
    dossier: createDossier({
      open,
      isHere: engine.isListed,
      vault,
      pack: () => Promise.resolve(engine.pack),
      now: clock.now,
      lang: ports.lang,
      mint,
      clipboard: navigator.clipboard,
    }),
    reference: createReference(),
    sharing,
    reminders: createRoot(() =>
      createReminders({
        ...ports.reminding,
        notices: browserNotices(window),
        now: clock.now,
        book: shelf.book,
        known: shelf.known,
      }),
    ),
  };
  workspace.follow(engine.workspace);
  saves.note("workspace", engine.workspace.saveState.get());
  engine.workspace.saveState.subscribe((state) => saves.note("workspace", state));
  return ok(documents);
}

/** Rows are kept fresh from now on; apart, because whoever shows them has to know the documents first. */
export const beginUpkeep = ({ engine, open, sharing }: Documents, { shelf, clock, workspace }: DocumentPorts): void => {
  keepRowsFresh({ engine, open, shelf, clock, list: () => workspace.view().list });
  void sharing.resume();
};
