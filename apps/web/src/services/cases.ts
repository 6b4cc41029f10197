/**
 * Cases of this device behind one service: list, rows, open cases, creating and deleting. Effects: the engine, which is loaded when first needed.
 *
 * 1. Whatever needs a document waits for the engine; nothing here loads it before the first screen is drawn.
 * 2. A new case is durable before it is in the list: a crash in between leaves a case that is found again.
 */
import { err, isId, ok, packName, type Case, type Id, type Instant, type Result } from "@recourse/core";
import type { BlobStore } from "@recourse/vault";
import { createSignal } from "solid-js";
import type { BoardRow } from "../live/board-row.ts";
import type { CaseListEntry } from "./case-list.ts";
import type { Engine } from "./engine.ts";
import { forgetOriginals } from "./forgetting.ts";
import { reasonOf, type OpenCases, type OpenCasesPorts } from "./open-cases.ts";
import type { RowShelf } from "./row-shelf.ts";
import type { Cases } from "./services.ts";
import type { WaitingFile } from "./taken-file.ts";

/** The engine, or why there is none. */
export type EngineReady = Promise<Result<Engine, Parameters<typeof reasonOf>[0]>>;

export interface CasesPorts {
  /** Loads it on first call. */
  readonly engine: () => EngineReady;
  readonly open: OpenCases;
  readonly shelf: RowShelf;
  readonly list: () => readonly CaseListEntry[];
  readonly mint: () => Id;
  readonly vault: () => BlobStore;
  readonly inbox: () => readonly WaitingFile[];
  readonly now: () => Instant;
}

/** The document of a case for `OpenCases`: opened once the engine is there. */
export const openThrough =
  (engine: () => EngineReady): OpenCasesPorts["open"] =>
  async (caseId) => {
    const ready = await engine();
    return ready.ok ? ready.value.open(caseId) : ready;
  };

/** Errors of its answers are those of the store and of the archive; nothing throws. */
export function createCases(ports: CasesPorts): Cases {
  const { engine, open, shelf, mint } = ports;
  const [removing, setRemoving] = createSignal<ReadonlySet<string>>(new Set());
  const shown = <T extends { readonly caseId: string }>(rows: readonly T[]): readonly T[] => {
    const gone = removing();
    return gone.size === 0 ? rows : rows.filter((row) => !gone.has(row.caseId));
  };
  return {
    list: () => {
      const gone = removing();
      return gone.size === 0 ? ports.list() : ports.list().filter((entry) => !gone.has(entry.id));
    },
    rows: (): readonly BoardRow[] => shown(shelf.rows()),
    known: shelf.known,
    // A case that is being deleted is not opened again by a view that still shows it.
    live: (caseId) => (caseId !== undefined && isId(caseId) && !removing().has(caseId) ? open.live(caseId) : undefined),
    trouble: (caseId) => (caseId !== undefined && isId(caseId) ? open.trouble(caseId) : undefined),
    create: async (data) => {
      const ready = await engine();
      if (!ready.ok) return err({ kind: "store", reason: reasonOf(ready.error).kind });
      const caseId = mint();
      const opened = await open.get(caseId);
      if (opened === undefined) return err({ kind: "store", reason: open.trouble(caseId)?.kind ?? "unavailable" });
      const made = opened.live.run("case.create", data);
      if (!made.ok) {
        await open.close(caseId);
        return made;
      }
      await made.value.saved;
      const info = opened.session.case().live.case[caseId];
      if (info !== undefined) await ready.value.listCase({ id: caseId, title: info.title, category: info.category });
      return ok(caseId);
    },
    openArchive: async (file) => {
      const ready = await engine();
      if (!ready.ok) return err({ kind: "archive", reason: ready.error.kind });
      const { store, isListed, listCase } = ready.value;
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
      const ready = await engine();
      const of = await open.get(caseId);
      if (!ready.ok || of === undefined)
        return err({ kind: "archive", reason: open.trouble(caseId)?.kind ?? "unavailable" });
      const { makeArchive } = await import("./archives.ts");
      const title = of.session.case().live.case[caseId]?.title ?? "";
      const packs = [packName(ready.value.pack)];
      return makeArchive({ of, title, packs, vault: ports.vault(), now: ports.now() });
    },
    remove: async (caseId) => {
      setRemoving((gone) => new Set([...gone, caseId]));
      const opened = await open.get(caseId);
      const of = opened?.session.case();
      await open.close(caseId);
      const ready = await engine();
      const erased = ready.ok ? await ready.value.erase(caseId) : ready;
      if (erased.ok) shelf.drop(caseId);
      setRemoving((gone) => new Set([...gone].filter((other) => other !== caseId)));
      // Originals go last, and only when no record names them any more.
      if (!erased.ok || of === undefined) return erased.ok;
      const read = async (other: Id): Promise<Case | undefined> => (await open.get(other))?.session.case();
      const others = (): readonly Id[] => ports.list().flatMap((entry) => (entry.id === caseId ? [] : [entry.id]));
      await forgetOriginals(of, { vault: ports.vault(), inbox: ports.inbox, others, read });
      return true;
    },
  };
}
