/**
 * Taking `.casebox` files in: of a case that is here, and restoring one on a new phone. Effects: the stores. Loaded with the first file.
 *
 * Source: FI2, FI3, ME5.
 */
import { err, ok, type Category, type Id, type Result } from "@recourse/core";
import type { StoreError } from "@recourse/sync";
import {
  MOST_FILE,
  openBackup,
  openRecovery,
  pbkdf2,
  readCaseboxOrLog,
  receiveCasebox,
  restoreCase,
  type Casebox,
  type CaseboxError,
  type Received,
} from "@recourse/sync/casebox";
import type { LogCaseId, LogSession, LogStoreError } from "@recourse/sync/log";
import type { FileTrouble, TakenCasebox, TakingFiles } from "./casebox-files.ts";
import { caseIn } from "./join-case.ts";
import { keysOf, openLog, sealer, type SharingPlatform } from "./open-shared.ts";

export interface TakingPorts {
  readonly platform: SharingPlatform;
  /** The open session of a case that is registered here; opens it where it is not open. */
  readonly sessionOf: (log: LogCaseId) => Promise<{ readonly session: LogSession; readonly caseId: Id } | undefined>;
  readonly listCase: (entry: {
    readonly id: Id;
    readonly title: string;
    readonly category: Category;
  }) => Promise<Result<number, StoreError>>;
}

const troubleOf = (error: CaseboxError | LogStoreError): FileTrouble => {
  switch (error.kind) {
    case "not_a_casebox":
    case "damaged":
    case "torn":
    case "too_large":
    case "newer_version":
    case "wrong_kind":
    case "passphrase_wrong":
    case "iterations":
      return { kind: error.kind };
    case "other_case":
      return { kind: "unlisted" };
    default:
      return { kind: "store", code: error.kind };
  }
};

async function read(file: Blob): Promise<Result<Casebox, FileTrouble>> {
  if (file.size > MOST_FILE) return err({ kind: "too_large" });
  const casebox = await readCaseboxOrLog(new Uint8Array(await file.arrayBuffer()));
  return casebox.ok ? casebox : err(troubleOf(casebox.error));
}

const takenOf = (
  caseId: Id,
  title: string,
  { added, known, waiting, refused }: Omit<Received, "damage">,
  isDamaged: boolean,
): TakenCasebox => ({ caseId, title, added, known, waiting, refused: refused.length, isDamaged });

/** Errors of its answers say what is wrong with the file, the passphrase or the case. */
export function createTakingFiles({ platform, sessionOf, listCase }: TakingPorts): TakingFiles {
  const { casebox, random, now } = platform;
  return {
    take: async (file, passphrase) => {
      const box = await read(file);
      if (!box.ok) return box;
      const { kind, caseId: log, damage } = box.value;
      if (kind === "recovery") return err({ kind: "wrong_kind" });
      const of = await sessionOf(log);
      if (of === undefined) return err({ kind: kind === "backup" ? "needs_recovery" : "not_here" });
      if (kind === "backup" && passphrase === undefined) return err({ kind: "passphrase_needed" });
      const secret = kind === "backup" ? await openBackup(pbkdf2, box.value, passphrase ?? "") : undefined;
      if (secret?.ok === false) return err(troubleOf(secret.error));
      const received = await receiveCasebox(of.session, box.value, secret?.value);
      if (!received.ok) return err(troubleOf(received.error));
      return ok(takenOf(of.caseId, caseIn(of.session)?.title ?? "", received.value, damage.length > 0));
    },
    restore: async (backup, recovery, lost) => {
      const [box, key] = [await read(backup.file), await read(recovery.file)];
      if (!box.ok) return box;
      if (!key.ok) return key;
      if (box.value.caseId !== key.value.caseId) return err({ kind: "other_recovery" });
      const secret = await openBackup(pbkdf2, box.value, backup.passphrase);
      if (!secret.ok) return err(troubleOf(secret.error));
      const opened = await openRecovery(pbkdf2, key.value, recovery.passphrase);
      if (!opened.ok) return err(troubleOf(opened.error));
      const device = await keysOf(platform);
      if (!device.ok) return err({ kind: "store", code: device.error.kind });
      const restored = await restoreCase(
        { device: device.value, sealer, random, now, store: casebox.store },
        { caseId: box.value.caseId, records: box.value.records, keys: secret.value.keys },
        opened.value.seed,
        // The device in one's hand is not lost, whatever was ticked.
        lost && secret.value.device !== device.value.id ? secret.value.device : undefined,
      );
      if (!restored.ok) return err(restoreTrouble(restored.error.kind));
      const log = box.value.caseId;
      const isDamaged = box.value.damage.length > 0;
      // Restored before: the case is here already, and takes what was written beside it.
      const there = await sessionOf(log);
      if (there !== undefined) {
        const caught = await there.session.catchUp();
        if (!caught.ok) return err({ kind: "store", code: caught.error.kind });
        return ok(takenOf(there.caseId, caseIn(there.session)?.title ?? "", restored.value, isDamaged));
      }
      const session = await openLog(platform, { log, caseId: undefined });
      if (!session.ok) return err({ kind: "store", code: session.error.kind });
      const info = caseIn(session.value.session);
      await session.value.session.close();
      if (info === undefined) return err({ kind: "damaged" });
      const registered = await casebox.register.put({ log, caseId: info.id });
      if (!registered.ok) return err({ kind: "store", code: registered.error.kind });
      await listCase(info);
      return ok(takenOf(info.id, info.title, restored.value, isDamaged));
    },
  };
}

const restoreTrouble = (kind: string): FileTrouble => {
  switch (kind) {
    case "no_genesis":
    case "other_recovery":
    case "unknown_device":
    case "device_out":
    case "no_key":
      return { kind };
    default:
      return { kind: "store", code: kind };
  }
};
