/**
 * @recourse/sync: a case as a CRDT on this device: reading, writing, saving, tabs. Browser adapters touch the platform only when called.
 * The log that makes a case shareable has its own door, `@recourse/sync/log`, so that nobody loads it who shares nothing.
 */
export { createWatched, type Watchable, type Watched } from "./watched.ts";
export {
  caseTable,
  createDoc,
  textOf,
  type ReadStored,
  type RecordSlices,
  type RecordTable,
  type StoredRecord,
} from "./layout.ts";
export { type Conflict, type LostValue, type Place, type StoredMisfit } from "./record.ts";
export {
  createReader,
  createRecordReader,
  type CaseReading,
  type ReadChange,
  type Reader,
  type Reading,
  type Touched,
} from "./read.ts";
export { write, type StoredChange, type Written } from "./write.ts";
export { caseFileFromDoc, caseFileOf, docFromCaseFile } from "./case-doc.ts";
export {
  applySplice,
  findCaret,
  markCaret,
  rebased,
  spliceBetween,
  wholePairs,
  type Caret,
  type Selection,
  type Splice,
} from "./prose.ts";
export {
  createUndoStack,
  type UndoDepth,
  type Undone,
  type UndoOrigin,
  type UndoPorts,
  type UndoStack,
} from "./undo.ts";
export { type BadRow, type Row, type RowKind } from "./row.ts";
export {
  createMemoryRows,
  createMemoryUpdateStore,
  type Loaded,
  type MemoryRows,
  type StoreError,
  type StoreStatus,
  type UpdateStore,
  type ViewMark,
} from "./update-store.ts";
export { openLocalDatabase, type LocalDatabase } from "./local-database.ts";
export { createIndexedDbUpdateStore, type IndexedDbUpdateStoreOptions } from "./indexeddb-update-store.ts";
export { createMemoryViewCache, createYIndexedDbViewCache, type Snapshot, type ViewCache } from "./view-cache.ts";
export { browserScheduler, createManualScheduler, type ManualScheduler, type Scheduler } from "./scheduler.ts";
export {
  broadcastTabs,
  browserExclusive,
  browserWake,
  createMemoryExclusive,
  createMemoryTabs,
  type Exclusive,
  type TabChannel,
  type TabMessage,
  type Wake,
} from "./tabs.ts";
export { createMemoryDevice, type MemoryDevice, type MemoryDeviceOptions, type MemoryTab } from "./memory-device.ts";
export { type SaveState } from "./saver.ts";
export { type Gap, type Mended } from "./mend.ts";
export { STORED, type Damage } from "./opened-doc.ts";
export {
  openDocSession,
  type DocSession,
  type SessionPorts,
  type SessionState,
  type WriteReceipt,
} from "./doc-session.ts";
export { caseDocName, openCase, type CaseRole, type CaseSession } from "./case-session.ts";
export {
  workspaceKinds,
  workspaceTable,
  type WorkspaceKind,
  type WorkspaceRecord,
  type WorkspaceSlices,
} from "./workspace-kinds.ts";
export {
  inboxId,
  meOf,
  openWorkspace,
  setSettings,
  SETTINGS_ID,
  settingsOf,
  snoozedUntil,
  WORKSPACE_DOC,
  type Workspace,
  type WorkspaceChange,
  type WorkspacePorts,
  type WorkspaceSession,
} from "./workspace.ts";
export { createIndexedDbBoardIndex, createMemoryBoardIndex, type BoardIndex, type BoardRow } from "./board-index.ts";
