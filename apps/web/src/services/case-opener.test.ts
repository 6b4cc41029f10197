/** Which way a case is opened, and that nobody gives it a log while a tab writes to it. */
import { createMemoryTabs, createMemoryUpdateStore, createManualScheduler, type SessionPorts } from "@recourse/sync";
import { logCaseId } from "@recourse/sync/log";
import { err, id, ok } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { localLock, openAnyCase, type OpenerPorts } from "./case-opener.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const LOG = logCaseId("1".repeat(32));

/** Locks as the Web Locks API gives them, within one process: shared holders, and who may have it alone now. */
function memoryLocks() {
  const holders = new Map<string, number>();
  const request = async (name: string, _how: LockOptions, work: () => Promise<unknown>): Promise<unknown> => {
    holders.set(name, (holders.get(name) ?? 0) + 1);
    const result = await work();
    holders.set(name, (holders.get(name) ?? 0) - 1);
    return result;
  };
  return { locks: { request } as unknown as OpenerPorts["locks"], held: () => holders.get(localLock(CASE)) ?? 0 };
}
const session = (): SessionPorts => ({
  store: createMemoryUpdateStore(undefined, true),
  cache: { load: async () => undefined, save: async () => undefined, sweep: async () => undefined },
  tabs: createMemoryTabs().join(),
  wake: () => () => undefined,
  scheduler: createManualScheduler(),
  mint: () => "1",
});
const never: OpenerPorts["openShared"] = () => Promise.reject(new Error("has no log"));

describe("opening a case", () => {
  test("[LO1] one without a log is opened from its rows, and held in common until it is closed", async () => {
    const { locks, held } = memoryLocks();
    const registered = async () => ok(undefined);
    const opened = await openAnyCase({ session: session(), registered, openShared: never, locks }, CASE);
    if (!opened.ok) throw new Error(opened.error.kind);
    expect([opened.value.current.get().caseId, opened.value.current.get().role(), held()]).toEqual([CASE, "owner", 1]);
    expect((await opened.value.close()).ok).toBe(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(held()).toBe(0);
  });

  test("[LO1] one with a log is opened from it, and holds nobody up", async () => {
    const { locks, held } = memoryLocks();
    const asked: string[] = [];
    const openShared: OpenerPorts["openShared"] = async (entry, caseId) => {
      asked.push(`${entry.log} ${caseId}`);
      return err({ kind: "closed" });
    };
    const registered = async () => ok({ log: LOG, caseId: CASE });
    expect(await openAnyCase({ session: session(), registered, openShared, locks }, CASE)).toEqual({
      ok: false,
      error: { kind: "closed" },
    });
    expect([asked, held()]).toEqual([[`${LOG} ${CASE}`], 0]);
  });

  test("[I10] a register that cannot be read may hide a log: the case stays shut, and says why", async () => {
    const { locks, held } = memoryLocks();
    const registered = async () => err({ kind: "io", code: "EIO" } as const);
    const opened = await openAnyCase({ session: session(), registered, openShared: never, locks }, CASE);
    expect([opened, held()]).toEqual([{ ok: false, error: { kind: "io", code: "EIO" } }, 0]);
  });
});
