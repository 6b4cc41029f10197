/**
 * An open case on a real document, for component tests: what others write comes in as it does from the wire, and the case may become another document
 * (AC5). Not pure: signals, documents in memory.
 */
import { id, instant, type Id } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import {
  caseTable,
  createDoc,
  createManualScheduler,
  createMemoryRows,
  createMemoryTabs,
  createMemoryUpdateStore,
  createMemoryViewCache,
  openCase,
  write,
  type CaseSession,
  type StoredChange,
} from "@recourse/sync";
import { letterRenderer } from "@recourse/words";
import { createRoot, createSignal, type Accessor } from "solid-js";
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { createCaseLive, type OpenLive } from "./case-live.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const NOW = instant("2024-05-05T08:00:00+08:00");

export interface SharedDoc {
  readonly caseId: Id;
  /** Another one after `swap`. */
  readonly live: Accessor<OpenLive>;
  /** Runs a command that has to be accepted; ids that came into being. Errors: throws with the refusal. */
  readonly must: (command: string, data: Readonly<Record<string, unknown>>) => readonly Id[];
  /** Somebody else writes, and it comes in. */
  readonly theirs: (...changes: readonly StoredChange[]) => void;
  /** What somebody else writes is kept back until the answer is called. */
  readonly apart: (...changes: readonly StoredChange[]) => () => void;
  /** The case becomes another document, with all that is in this one and `changes` besides. */
  readonly swap: (...changes: readonly StoredChange[]) => Promise<void>;
  readonly end: () => void;
}

/** A case of its own, with nothing in it. */
export async function openSharedDoc(): Promise<SharedDoc> {
  let minted = 0;
  const mint = (): Id => id(`01M81G67ZJSZCNEJNZ${String((minted += 1)).padStart(8, "0")}`);
  const openSession = async (): Promise<CaseSession> => {
    const opened = await openCase(
      {
        store: createMemoryUpdateStore(createMemoryRows(), true),
        cache: createMemoryViewCache(),
        tabs: createMemoryTabs().join(),
        wake: () => () => undefined,
        scheduler: createManualScheduler(),
        mint,
      },
      CASE,
    );
    if (!opened.ok) throw new Error(opened.error.kind);
    return opened.value;
  };
  const ends: (() => void)[] = [];
  const show = (session: CaseSession): OpenLive =>
    createRoot((dispose) => {
      ends.push(dispose);
      return createCaseLive(session, {
        pack: () => pack,
        render: letterRenderer,
        now: () => NOW,
        by: () => undefined,
        mint,
        onRow: () => undefined,
        onRun: () => undefined,
      });
    });
  let session = await openSession();
  const [live, setLive] = createSignal(show(session));
  const must: SharedDoc["must"] = (command, data) => {
    const done = live().run(command, data);
    if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`);
    return done.value.made;
  };
  /** The other side's document; it has what this one has had when it wrote. */
  const other = createDoc();
  const apart: SharedDoc["apart"] = (...changes) => {
    applyUpdate(other, encodeStateAsUpdate(session.doc));
    write(other, caseTable, changes, undefined);
    return () => applyUpdate(session.doc, encodeStateAsUpdate(other, encodeStateVector(session.doc)));
  };
  must("case.create", { title: "视频会员年卡", category: "membership", lang: "zh-CN" });
  return {
    caseId: CASE,
    live,
    must,
    apart,
    theirs: (...changes) => apart(...changes)(),
    swap: async (...changes) => {
      const next = await openSession();
      // What was written until now is in the other document too.
      applyUpdate(next.doc, encodeStateAsUpdate(session.doc));
      write(next.doc, caseTable, changes, undefined);
      session = next;
      setLive(() => show(next));
    },
    end: () => {
      for (const end of ends) end();
    },
  };
}
