/**
 * Cases of this device behind one service: list, rows, open cases, creating and deleting. Effects: the engine, which is loaded when first needed.
 *
 * 1. Whatever needs a document waits for the engine; nothing here loads it before the first screen is drawn.
 * 2. A new case is durable before it is in the list: a crash in between leaves a case that is found again.
 */
import { err, isId, ok, type Id, type Result, type Sha256 } from "@recourse/core";
import type { BlobStore } from "@recourse/vault";
import { createSignal } from "solid-js";
import type { BoardRow } from "../live/board-row.ts";
import type { CaseListEntry } from "./case-list.ts";
import type { Engine } from "./engine.ts";
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
}

/** The document of a case for `OpenCases`: opened once the engine is there. */
export const openThrough =
  (engine: () => EngineReady): OpenCasesPorts["open"] =>
  async (caseId) => {
    const ready = await engine();
    return ready.ok ? ready.value.open(caseId) : ready;
  };

export function createCases(ports: CasesPorts): Cases {
  const { engine, open, shelf, mint } = ports;
  const [removing, setRemoving] = createSignal<ReadonlySet<string>>(new Set());
  const shown = <T extends { readonly caseId: string }>(rows: readonly T[]): readonly T[] => {
    const gone = removing();
    return gone.size === 0 ? rows : rows.filter((row) => !gone.has(row.caseId));
  };
  /** Deletes originals that neither the inbox nor another case uses. */
  const sweepOriginals = async (unused: Set<Sha256>): Promise<void> => {
    for (const file of ports.inbox()) unused.delete(file.sha256);
    for (const { id } of ports.list()) {
      if (unused.size === 0) return;
      const other = (await open.get(id))?.session.case();
      // A case that cannot be read may use any of them.
      if (other === undefined) return;
      for (const exhibit of Object.values(other.live.exhibit)) unused.delete(exhibit.sha256);
      for (const exhibit of Object.values(other.removed.exhibit)) unused.delete(exhibit.sha256);
    }
    for (const sha256 of unused) await ports.vault().remove(sha256);
  };
  return {
    list: () => {
      const gone = removing();
      return gone.size === 0 ? ports.list() : ports.list().filter((entry) => !gone.has(entry.id));
    },
    rows: (): readonly BoardRow[] => shown(shelf.rows()),
    known: shelf.known,
    live: (caseId) => (caseId !== undefined && isId(caseId) ? open.live(caseId) : undefined),
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
    openArchive: async () => err({ kind: "archive", reason: "unavailable" }),
    archive: async () => err({ kind: "archive", reason: "unavailable" }),
    remove: async (caseId) => {
      setRemoving((gone) => new Set([...gone, caseId]));
      const opened = await open.get(caseId);
      const of = opened?.session.case();
      const originals = [...Object.values(of?.live.exhibit ?? {}), ...Object.values(of?.removed.exhibit ?? {})];
      await open.close(caseId);
      const ready = await engine();
      if (ready.ok) await ready.value.erase(caseId);
      shelf.drop(caseId);
      await sweepOriginals(new Set(originals.map((exhibit) => exhibit.sha256)));
    },
  };
}
