/** A shared case as a file: share, backup, recovery. Effects: randomness, derivation of keys; files are made and handed back. */
import { err, ok, type Result } from "@recourse/core";
import type { DeviceKeys, LogSession, SeedStore } from "@recourse/sync/log";
import type { CaseFiles, FileTrouble, SavedFile } from "./casebox-files.ts";

export interface CaseFilesPorts {
  readonly session: LogSession;
  readonly device: DeviceKeys;
  readonly recoverySeed: SeedStore;
  readonly title: () => string;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** The seed has left this device. */
  readonly onKept: () => void;
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): SavedFile => ({
  name: `${name}.casebox`,
  blob: new Blob([bytes], { type: "application/octet-stream" }),
});

/** Loads the format with the first file. */
export function createCaseFiles(ports: CaseFilesPorts): CaseFiles {
  const { session, device, recoverySeed, title, random, now } = ports;
  const format = () => import("@recourse/sync/casebox");
  const nameOf = (what: string): string => `recourse-${what}-${session.log.caseId.slice(0, 8)}`;
  const weak = (kind: string): FileTrouble =>
    kind === "passphrase_short" ? { kind: "passphrase_weak" } : { kind: "iterations" };
  return {
    share: async () => {
      await session.flush();
      const { writeShare } = await format();
      return fileOf(await writeShare(session.log), nameOf("share"));
    },
    backup: async (passphrase) => {
      await session.flush();
      const { LEAST_ITERATIONS, pbkdf2, writeBackup } = await format();
      const made = await writeBackup(
        { random, now, derive: pbkdf2 },
        { log: session.log, keyring: session.keyring, device: device.id, title: title() },
        { passphrase, iterations: LEAST_ITERATIONS },
      );
      return made.ok ? ok(fileOf(made.value, nameOf("backup"))) : err(weak(made.error.kind));
    },
    recovery: async (passphrase): Promise<Result<SavedFile, FileTrouble>> => {
      const seed = await recoverySeed.read();
      if (!seed.ok) return err({ kind: "store", code: seed.error.kind });
      if (seed.value === undefined) return err({ kind: "not_here" });
      const { LEAST_ITERATIONS, pbkdf2, writeRecovery } = await format();
      const made = await writeRecovery(
        { random, now, derive: pbkdf2 },
        { caseId: session.log.caseId, seed: seed.value, title: title() },
        { passphrase, iterations: LEAST_ITERATIONS },
      );
      return made.ok ? ok(fileOf(made.value, nameOf("recovery"))) : err(weak(made.error.kind));
    },
    recoveryKept: async () => {
      await recoverySeed.drop();
      ports.onKept();
    },
    propose: async () => (await format()).proposePassphrase(random),
  };
}
