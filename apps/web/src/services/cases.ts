/**
 * Cases of this device as documents: opening, creating, archives, deleting. Effects: the engine's store and the vault. Loaded with the engine.
 *
 * 1. A new case is durable before it is in the list: a crash in between leaves a case that is found again.
 * 2. Deleting takes the document first and originals last, and only those that nothing else names.
 */
import { err, isId, ok, packName, type Case, type Id, type Instant } from "@recourse/core";
import type { BlobStore } from "@recourse/vault";
import type { CaseListEntry } from "./case-list.ts";
import type { Engine } from "./engine.ts";
import type { OpenCases } from "./open-cases.ts";
import type { RowShelf } from "./row-shelf.ts";
import type { Cases } from "./services.ts";
import type { WaitingFile } from "./taken-file.ts";

/** The part of `Cases` that needs documents. */
export type CaseDocuments = Pick<Cases, "live" | "trouble" | "create" | "openArchive" | "archive" | "remove">;

export interface CasesPorts {
  readonly engine: Engine;
  readonly open: OpenCases;
  readonly shelf: RowShelf;
  readonly list: () => readonly CaseListEntry[];
  readonly mint: () => Id;
  readonly vault: () => BlobStore;
  readonly inbox: () => readonly WaitingFile[];
  readonly now: () => Instant;
  /** The sealed log of a case that is open and shared. */
  readonly logFile: (caseId: Id) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly hide: (caseIds: ReadonlySet<string>) => void;
}

/** Errors of its answers are those of the store and of the archive; nothing throws. */
export function createCases(ports: CasesPorts): CaseDocuments {
  const { engine, open, shelf, mint } = ports;
  const removing = new Set<string>();
  return {
    // A case that is being deleted is not opened again by a view that still shows it.
    live: (caseId) => (caseId !== undefined && isId(caseId) && !removing.has(caseId) ? open.live(caseId) : undefined),
    trouble: (caseId) => (caseId !== undefined && isId(caseId) ? open.trouble(caseId) : undefined),
    create: async (data) => {
      const caseId = mint();
      const opened = await open.get(caseId);
      if (opened === undefined) return err({ kind: "store", reason: open.trouble(caseId)?.kind ?? "unavailable" });
      const made = opened.live.run("case.create", data);
      if (!made.ok) {
        await open.close(caseId);
        return made;
      }
      if (!(await made.value.saved)) {
        // It is tried again; should that work later, the case is found at the next start.
        return err({ kind: "store", reason: opened.session.saveState.get().failed?.kind ?? "io" });
      }
      const info = opened.session.case().live.case[caseId];
      if (info !== undefined) await engine.listCase({ id: caseId, title: info.title, category: info.category });
      return ok(caseId);
    },
    openArchive: async (file) => {
      const { store, isListed, listCase } = engine;
      const { takeArchive } = await import("./archives.ts");
      const taken = await takeArchive({ file, vault: ports.vault(), store, isHere: isListed });
      if (!taken.ok) return taken;
      const { caseId } = taken.value;
      const info = (await open.get(caseId))?.session.case().live.case[caseId];
      if (info === undefined) return err({ kind: "archive", reason: "no_case" });
      await listCase({ id: caseId, title: info.title, category: info.category });
      return ok(caseId);
    },
    archive: async (caseId) => {
      const of = await open.get(caseId);
      if (of === undefined) return err({ kind: "archive", reason: open.trouble(caseId)?.kind ?? "unavailable" });
      const { makeArchive } = await import("./archives.ts");
      const title = of.session.case().live.case[caseId]?.title ?? "";
      const packs = [packName(engine.pack)];
      const log = await ports.logFile(caseId);
      return makeArchive({ session: of.session, title, packs, vault: ports.vault(), now: ports.now(), log });
    },
    remove: async (caseId) => {
      removing.add(caseId);
      ports.hide(new Set(removing));
      const opened = await open.get(caseId);
      const of = opened?.session.case();
      await open.close(caseId);
      const erased = await engine.erase(caseId);
      if (erased.ok) shelf.drop(caseId);
      removing.delete(caseId);
      ports.hide(new Set(removing));
      // Originals go last, and only when no record names them any more.
      if (!erased.ok || of === undefined) return erased.ok;
      const read = async (other: Id): Promise<Case | undefined> => (await open.get(other))?.session.case();
      const others = (): readonly Id[] => ports.list().flatMap((entry) => (entry.id === caseId ? [] : [entry.id]));
      const { forgetOriginals } = await import("./forgetting.ts");
      await forgetOriginals(of, { vault: ports.vault(), inbox: ports.inbox, others, read });
      return true;
    },
  };
}
