/**
 * @recourse/sync/log: the signed, sealed record log of a shared case (SPEC.md). Browser adapters touch the platform only when called.
 */
export { createIndexedDbLogStore } from "./indexeddb-log-store.ts";
export { openCasebox, type CaseboxDatabase } from "./casebox-database.ts";
export {
  createMemoryLogRows,
  createMemoryLogStore,
  type BadStored,
  type LogStore,
  type LogStoreError,
  type MemoryLogRows,
} from "./log-store.ts";
export {
  createIndexedDbSeedStore,
  createMemorySeedStore,
  deviceKeys,
  type SeedError,
  type SeedStore,
} from "./seed-store.ts";
export { deviceKeysOf, type DeviceKeys, type PublicKeys } from "./device-keys.ts";
export { browserSessionLock, createMemorySessionLock, type SessionLock } from "./session-lock.ts";
export { createSealer, type Sealer } from "./sealer.ts";
export { openLogSession, type LogSession, type LogSessionPorts } from "./log-session.ts";
export { type SealError, type WriterState } from "./log-writer.ts";
export { createCaseLog, type CaseLog, type Receipt, type Verdict } from "./case-log.ts";
export { createKeyring, type Keyring } from "./keyring.ts";
export { createCaseView, type CaseView } from "./case-view.ts";
export { adoptedValue, quarantineOf, type QuarantinedEdit, type QuarantinedRecord } from "./quarantine.ts";
export {
  historyOf,
  lastChangeOf,
  type CarriedLine,
  type FieldLine,
  type HistoryLine,
  type HistoryOf,
} from "./history.ts";
export { foundCase, type NewCase } from "./genesis.ts";
export { holdingsOf, type Holdings } from "./holdings.ts";
export { admission, lowering, rotating, sharing, type Admission, type MemberPorts } from "./member-changes.ts";
export { namesOf } from "./entry-names.ts";
export { HELPER, OUT, OWNER, VIEWER, type Entry, type EntryNames, type Level } from "./entry.ts";
export { type Member, type Membership } from "./membership.ts";
export { type ClashAlarm, type RecordStanding, type Standings } from "./standing.ts";
export { type RecordReason } from "./rules.ts";
export { NOTE_KINDS, type Note } from "./note.ts";
export { parseRecord, type RecordFault, type RecordHead, type SignedRecord } from "./signed-record.ts";
export {
  deviceId,
  logCaseId,
  logId,
  recordHash,
  sessionId,
  type DeviceId,
  type EpochId,
  type LogCaseId,
  type LogId,
  type RecordHash,
  type SessionId,
} from "./log-ids.ts";
export {
  createIndexedDbCaseRegister,
  createMemoryCaseRegister,
  type CaseRegister,
  type KnownRelay,
  type RegisteredCase,
  type ToConfirm,
} from "./case-register.ts";
export { levelIn, openSharedSession, storeErrorOf, type SharedSession } from "./shared-session.ts";
export { carryOver, type Carried, type CarryError, type CarryPorts } from "./carry-over.ts";
export { decodeLogFile, encodeLogFile, type LogFile } from "./log-file.ts";
export { verifyLog, type LogFinding, type LogReport } from "./log-report.ts";
