/**
 * Taking: files in. Original first, then recognition, then the case. Effects: vault, parse worker, documents. Loaded with the engine.
 *
 * 1. The original is hashed and kept before anything reads it (E7); whatever is wrong with it later, it is there and in the case.
 * 2. Nothing is lost when no case is named, or the case cannot be had: the file waits in the inbox.
 * 3. One file after the other: a later file sees what an earlier one brought.
 */
import {
  fromMillis,
  ok,
  type DomainError,
  type Id,
  type Instant,
  type Kind,
  type Result,
  type Sha256,
} from "@recourse/core";
import { exhibitId, type Offer } from "@recourse/intake";
import { inboxId, type WorkspaceSession } from "@recourse/sync";
import type { BlobStore, PutReceipt, VaultError } from "@recourse/vault";
import type { OpenCase, OpenCases } from "./open-cases.ts";
import type { AskParser } from "./parse-client.ts";
import type { Done } from "./services.ts";
import type { TakeError, TakenFile } from "./taken-file.ts";

/** What is being stored; undefined when nothing is. */
export type TakeProgress =
  | { readonly name: string; readonly done: number; readonly total: number; readonly left: number }
  | undefined;

export interface TakingPorts {
  readonly vault: () => BlobStore;
  readonly parser: AskParser;
  readonly open: OpenCases;
  readonly workspace: WorkspaceSession;
  readonly by: () => Id | undefined;
  readonly now: () => Instant;
  readonly ownName: () => string;
  readonly onProgress: (progress: TakeProgress) => void;
}

export interface Taking {
  readonly take: (
    files: readonly File[],
    caseId: Id | undefined,
    materialType?: string,
  ) => Promise<readonly TakenFile[]>;
  readonly sort: (itemId: Id, caseId: Id, materialType?: string) => Promise<TakenFile>;
  readonly accept: (caseId: Id, offer: Offer) => Promise<Result<Done, DomainError>>;
}

/** A file as intake sees it: the bytes, and what is known around them. */
interface Original {
  readonly blob: Blob;
  readonly name: string;
  readonly lastModified?: Instant;
}

const UNSORTED = "其他";

const takeError = (error: VaultError): TakeError => {
  if (error.kind === "quota") return error;
  if (error.kind === "io") {
    return error.where === "source"
      ? { kind: "unreadable", reason: error.code }
      : { kind: "store", reason: error.code };
  }
  return { kind: "store", reason: error.kind };
};

/** Records a person counts; exhibits, links and the like come with every file. */
const told: ReadonlySet<Kind> = new Set<Kind>(["order", "payment", "refund", "reading", "communication"]);

const blank = (name: string, size: number, caseId: Id | undefined): TakenFile => ({
  name,
  size,
  sha256: undefined,
  caseId,
  exhibitId: undefined,
  status: "failed",
  recognised: undefined,
  findings: [],
  offers: [],
  suggestions: [],
  conversations: [],
  otherRows: 0,
  made: 0,
  error: undefined,
});

/** Its work goes through the ports; see the invariants above. */
export function createTaking(ports: TakingPorts): Taking {
  const { open, workspace, now } = ports;

  const toInbox = async (original: Original, sha256: Sha256, error?: TakeError): Promise<TakenFile> => {
    const itemId = inboxId(sha256);
    const { name, blob } = original;
    const item = { sha256, name, size: blob.size, mediaType: blob.type, addedAt: now(), state: "new" as const };
    // The same file comes in once; what was dismissed before is new again.
    await workspace.write([
      { op: "put", kind: "inboxItem", id: itemId, value: item },
      { op: "set", kind: "inboxItem", id: itemId, field: "state", value: "new" },
    ]).saved;
    return { ...blank(name, blob.size, undefined), sha256, status: "waiting", error };
  };

  /** The original alone, when it could not be read: kept, named, and to be sorted by hand. */
  const asIs = async (
    original: Original,
    sha256: Sha256,
    to: OpenCase,
    materialType: string | undefined,
  ): Promise<TakenFile> => {
    const { name, blob } = original;
    const exhibit = await exhibitId(to.live.caseId, sha256);
    const made = to.live.run("exhibit.add", {
      id: exhibit,
      sha256,
      size: blob.size,
      name,
      mediaType: blob.type === "" ? "application/octet-stream" : blob.type,
      materialType: materialType ?? UNSORTED,
      importedAt: now(),
      importedVia: "file",
      strength: 1,
    });
    if (made.ok) await made.value.saved;
    const error: TakeError = { kind: "unreadable", reason: "content" };
    return { ...blank(name, blob.size, to.live.caseId), sha256, exhibitId: exhibit, status: "new", error };
  };

  const intoCase = async (
    original: Original,
    sha256: Sha256,
    to: OpenCase,
    materialType?: string,
  ): Promise<TakenFile> => {
    const { name, blob, lastModified } = original;
    const own = ports.ownName();
    const answer = await ports.parser({
      op: "take",
      case: to.session.case(),
      now: now(),
      by: ports.by(),
      file: { blob, name, sha256, lastModified, via: "file", materialType },
      ownNames: own === "" ? [] : [own],
    });
    if (answer.op !== "taken") return asIs(original, sha256, to, materialType);
    const { taken } = answer;
    const written = to.live.takeIn(taken.changes);
    if (!written.ok) {
      const error: TakeError = { kind: "refused", reason: written.error.kind };
      return { ...(await toInbox(original, sha256)), error };
    }
    await written.value.saved;
    return {
      ...blank(name, blob.size, to.live.caseId),
      sha256,
      exhibitId: taken.exhibit.id,
      status: taken.exhibit.status,
      recognised: taken.recognised,
      findings: taken.findings,
      offers: taken.offers,
      suggestions: taken.suggestions,
      conversations: taken.conversations,
      otherRows: taken.otherRows,
      made: taken.changes.filter((change) => change.op === "put" && told.has(change.kind)).length,
    };
  };

  const keep = (file: File, left: number): Promise<Result<PutReceipt, VaultError>> =>
    ports
      .vault()
      .put(
        { bytes: file, size: file.size },
        { onProgress: ({ done }) => ports.onProgress({ name: file.name, done, total: file.size, left }) },
      );

  return {
    take: async (files, caseId, materialType) => {
      const taken: TakenFile[] = [];
      for (const [at, file] of files.entries()) {
        ports.onProgress({ name: file.name, done: 0, total: file.size, left: files.length - at - 1 });
        const kept = await keep(file, files.length - at - 1);
        if (!kept.ok) {
          taken.push({ ...blank(file.name, file.size, caseId), error: takeError(kept.error) });
          continue;
        }
        const { sha256 } = kept.value;
        const original = { blob: file, name: file.name, lastModified: fromMillis(file.lastModified) };
        const to = caseId === undefined ? undefined : await open.get(caseId);
        taken.push(
          to === undefined ? await toInbox(original, sha256) : await intoCase(original, sha256, to, materialType),
        );
      }
      ports.onProgress(undefined);
      return taken;
    },
    sort: async (itemId, caseId, materialType) => {
      const item = workspace.reader.current().live.inboxItem[itemId];
      const failed = blank(item?.name ?? "", item?.size ?? 0, caseId);
      if (item === undefined) return { ...failed, error: { kind: "store", reason: "missing" } };
      const bytes = await ports.vault().get(item.sha256);
      if (!bytes.ok) return { ...failed, error: takeError(bytes.error) };
      const to = await open.get(caseId);
      if (to === undefined) return { ...failed, sha256: item.sha256, status: "waiting" };
      const taken = await intoCase({ blob: bytes.value, name: item.name }, item.sha256, to, materialType);
      if (taken.caseId === undefined) return taken;
      await workspace.write([
        { op: "set", kind: "inboxItem", id: itemId, field: "state", value: "filed" },
        { op: "set", kind: "inboxItem", id: itemId, field: "caseId", value: caseId },
      ]).saved;
      return taken;
    },
    accept: async (caseId, offer) => {
      const to = await open.get(caseId);
      const nothing: Done = { saved: Promise.resolve(false), made: [] };
      if (to === undefined) return ok(nothing);
      const answer = await ports.parser({ op: "accept", case: to.session.case(), now: now(), by: ports.by(), offer });
      return answer.op === "accepted" ? to.live.takeIn(answer.changes) : ok(nothing);
    },
  };
}
