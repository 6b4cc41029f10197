/**
 * A copy of a case that lay here unshared before it was joined: whoever took in an archive first and was invited later has one. Effects: the old store.
 *
 * 1. What was written there is in no other copy: it stays until the person has seen it as a file, or gives it up.
 * 2. Whoever founded the log here had the case carried over into it: rows that a killed run left behind are in it already and are no such copy.
 */
import { err, type Id, type Instant, type Result } from "@recourse/core";
import { caseDocName, openCase, type SessionPorts } from "@recourse/sync";
import type { LogSession } from "@recourse/sync/log";
import type { BlobStore } from "@recourse/vault";
import { makeArchive } from "../archives.ts";
import type { MadeFile } from "../dossier.ts";
import type { ArchiveTrouble } from "../services.ts";

export interface EarlierPorts {
  readonly session: SessionPorts;
  readonly vault: BlobStore;
  readonly packs: readonly string[];
  readonly now: Instant;
}

/** As an archive, which can be compared with the case of now. Errors: what cannot be read; it stays as it is. */
export async function earlierFile(ports: EarlierPorts, caseId: Id): Promise<Result<MadeFile, ArchiveTrouble>> {
  const opened = await openCase(ports.session, caseId);
  if (!opened.ok) return err({ kind: "archive", reason: opened.error.kind });
  const session = opened.value;
  const title = session.case().live.case[caseId]?.title ?? "";
  const { packs, vault, now } = ports;
  const made = await makeArchive({ session, title, packs, vault, now, log: undefined });
  await session.close();
  return made;
}

/** Whether there is one beside the log of a session. */
export async function hasEarlier(
  { store }: SessionPorts,
  caseId: Id,
  log: LogSession["log"],
  me: string,
): Promise<boolean> {
  const [genesis] = log.index.all();
  if (genesis?.record.head.device === me) return false;
  const docs = await store.docs();
  return docs.ok && docs.value.includes(caseDocName(caseId));
}
