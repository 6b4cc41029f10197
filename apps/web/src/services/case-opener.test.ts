/** Which way a case is opened, and that nobody gives it a log while a tab writes to it. */
import {
  createManualScheduler,
  createMemoryTabs,
  createMemoryUpdateStore,
  createWatched,
  openCase,
  type SessionPorts,
} from "@recourse/sync";
import { logCaseId, type RegisteredCase } from "@recourse/sync/log";
import { err, id, ok } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { localLock, openAnyCase, type OpenerPorts } from "./case-opener.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const LOG = logCaseId("1".repeat(32));
/** What somebody wrote before he joined. */
const COPY = { title: "copy", category: "membership", lang: "zh-CN", purpose: "life", paidTo: "merchant" };

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
const quiet: OpenerPorts["onShared"] = () => () => undefined;
const never: OpenerPorts["openShared"] = () => Promise.reject(new Error("has no log"));

describe("opening a case", () => {
  test("[LO1] one without a log is opened from its rows, and held in common until it is closed", async () => {
    const { locks, held } = memoryLocks();
    const registered = async () => ok(undefined);
    const opened = await openAnyCase(
      { session: session(), registered, openShared: never, onShared: quiet, locks },
      CASE,
    );
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
    expect(await openAnyCase({ session: session(), registered, openShared, onShared: quiet, locks }, CASE)).toEqual({
      ok: false,
      error: { kind: "closed" },
    });
    expect([asked, held()]).toEqual([[`${LOG} ${CASE}`], 0]);
  });

  test("[I10] a register that cannot be read may hide a log: the case stays shut, and says why", async () => {
    const { locks, held } = memoryLocks();
    const registered = async () => err({ kind: "io", code: "EIO" } as const);
    const opened = await openAnyCase(
      { session: session(), registered, openShared: never, onShared: quiet, locks },
      CASE,
    );
    expect([opened, held()]).toEqual([{ ok: false, error: { kind: "io", code: "EIO" } }, 0]);
  });

  test("[R8, JO4] one that is joined while its unshared copy is open becomes the shared one; what was written to the copy stays in its rows", async () => {
    const { locks, held } = memoryLocks();
    const ports = session();
    let entry: RegisteredCase | undefined;
    let tell = (): void => undefined;
    const other = await openCase(session(), CASE);
    if (!other.ok) throw new Error(other.error.kind);
    const closed: string[] = [];
    const opened = await openAnyCase(
      {
        session: ports,
        registered: async () => ok(entry),
        openShared: async () => {
          const close = async () => {
            closed.push("shared");
            return ok(1);
          };
          return ok({ current: createWatched(other.value), close });
        },
        onShared: (_, listener) => {
          tell = listener;
          return () => undefined;
        },
        locks,
      },
      CASE,
    );
    if (!opened.ok) throw new Error(opened.error.kind);
    const { current, close } = opened.value;
    const before = current.get();
    before.write([{ op: "put", kind: "case", id: CASE, value: COPY }]);
    entry = { log: LOG, caseId: CASE };
    tell();
    await close();
    expect([current.get() === other.value, before === other.value, closed]).toEqual([true, false, ["shared"]]);
    for (let n = 0; n < 5; n++) await Promise.resolve();
    expect(held()).toBe(0);
    const again = await openCase(ports, CASE);
    expect(again.ok && again.value.case().live.case[CASE]?.title).toBe("copy");
  });
});
