/**
 * @recourse/sync: a case as a CRDT on this device: reading, writing, saving, tabs; and the signed, sealed log that makes it shareable (SPEC.md).
 * Browser adapters touch the platform only when called.
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
export { caseDocName, openCase, type CaseSession } from "./case-session.ts";
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
export { createIndexedDbLogStore } from "./log/indexeddb-log-store.ts";
export { openCasebox, type CaseboxDatabase } from "./log/casebox-database.ts";
export {
  createMemoryLogRows,
  createMemoryLogStore,
  type BadStored,
  type LogStore,
  type LogStoreError,
  type MemoryLogRows,
} from "./log/log-store.ts";
export {
  createIndexedDbSeedStore,
  createMemorySeedStore,
  deviceKeys,
  type SeedError,
  type SeedStore,
} from "./log/seed-store.ts";
export { deviceKeysOf, type DeviceKeys, type PublicKeys } from "./log/device-keys.ts";
export { browserSessionLock, createMemorySessionLock, type SessionLock } from "./log/session-lock.ts";
export { createSealer, type Sealer } from "./log/sealer.ts";
export { openLogSession, type LogSession, type LogSessionPorts } from "./log/log-session.ts";
export { type SealError, type WriterState } from "./log/log-writer.ts";
export { createCaseLog, type CaseLog, type Receipt, type Verdict } from "./log/case-log.ts";
export { createKeyring, type Keyring } from "./log/keyring.ts";
export { createCaseView, type CaseView } from "./log/case-view.ts";
export { adoptedValue, quarantineOf, type QuarantinedEdit, type QuarantinedRecord } from "./log/quarantine.ts";
export { foundCase, type NewCase } from "./log/genesis.ts";
export { admission, lowering, rotating, sharing, type Admission, type MemberPorts } from "./log/member-changes.ts";
export { namesOf } from "./log/entry-names.ts";
export { HELPER, OUT, OWNER, VIEWER, type Entry, type EntryNames, type Level } from "./log/entry.ts";
export { type Member, type Membership } from "./log/membership.ts";
export { type ClashAlarm, type RecordStanding, type Standings } from "./log/standing.ts";
export { type RecordReason } from "./log/rules.ts";
export { NOTE_KINDS, type Note } from "./log/note.ts";
export { parseRecord, type RecordFault, type RecordHead, type SignedRecord } from "./log/signed-record.ts";
export {
  deviceId,
  logCaseId,
  recordHash,
  sessionId,
  type DeviceId,
  type EpochId,
  type LogCaseId,
  type LogId,
  type RecordHash,
  type SessionId,
} from "./log/log-ids.ts";
export { carryOver, type Carried, type CarryError, type CarryPorts } from "./log/carry-over.ts";
export { decodeLogFile, encodeLogFile, type LogFile } from "./log/log-file.ts";
export { verifyLog, type LogFinding, type LogReport } from "./log/log-report.ts";
