/**
 * @recourse/sync/casebox: a shared case as a file: share, backup, recovery (SPEC.md, Files), and what a new phone does with one.
 */
export { type CaseboxKind } from "./casebox-head.ts";
export {
  checkPassphrase,
  LEAST_CHARACTERS,
  LEAST_ITERATIONS,
  MOST_ITERATIONS,
  pbkdf2,
  proposePassphrase,
  type DeriveKey,
} from "./passphrase.ts";
export {
  type BackupSecret,
  type Locking,
  type LockingError,
  type RecoverySecret,
  type SecretPorts,
} from "./secret-part.ts";
export {
  logFileOf,
  recordsOf,
  shareOf,
  writeBackup,
  writeRecovery,
  writeShare,
  type BackupOf,
  type RecoveryOf,
} from "./write-casebox.ts";
export {
  caseOfRecords,
  MOST_FILE,
  openBackup,
  openRecovery,
  readCasebox,
  readCaseboxOrLog,
  type Casebox,
  type CaseboxError,
  type Damage,
} from "./read-casebox.ts";
export { receiveCasebox, type Received, type Refusal } from "./receive-casebox.ts";
export { mergeLogs, type MergedLog } from "./merge-logs.ts";
export { openContent, type OpenedContent } from "./open-content.ts";
export { restoreCase, type Restored, type RestoreError, type RestoreFrom, type RestorePorts } from "./restore.ts";
