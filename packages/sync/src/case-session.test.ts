import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { err, id, type Change, type Id } from "@recourse/core";
import { caseDocName, openCase, type CaseSession } from "./case-session.ts";
import type { SessionPorts } from "./doc-session.ts";
import { createMemoryDevice } from "./memory-device.ts";
import type { StoreError, UpdateStore } from "./update-store.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const caseId = id("00000000000000000000000000000000");
const doc = caseDocName(caseId);
const nth = (n: number): Id => id(String(n).padStart(32, "0"));
const putParty = (n: number, name: string): Change => ({
  op: "put",
  kind: "party",
  id: nth(n),
  value: { role: "payee", name },
});
const setName = (n: number, value: string): Change => ({ op: "set", kind: "party", id: nth(n), field: "name", value });
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

async function open(ports: SessionPorts): Promise<CaseSession> {
  const opened = await openCase(ports, caseId);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
const names = (session: CaseSession): readonly string[] =>
  Object.values(session.case().live.party)
    .map((party) => party.name)
    .toSorted();

describe("saving", () => {
  test("[I6] what is saved is there when the case is opened again; a case nobody wrote to is empty", async () => {
    const device = createMemoryDevice();
    const first = await open(device.tab());
    expect(names(first)).toEqual([]);
    const { saved, skipped } = first.run([putParty(1, "甲"), setName(2, "没有这个人")]);
    expect(skipped).toEqual([setName(2, "没有这个人")]);
    expect(first.saveState.get().durable).toBe(false);
    expect(await saved).toEqual({ ok: true, value: 1 });
    expect(first.saveState.get()).toEqual({ pending: 0, durable: true, savedUpTo: 1 });
    expect(names(await open(device.tab()))).toEqual(["甲"]);
  });

  test("[I10] a full disk shows, editing goes on, and what was written meanwhile is saved once there is room", async () => {
    const device = createMemoryDevice();
    let full = true;
    const tab = device.tab((store) => ({
      ...store,
      append: (...args) => (full ? Promise.resolve(err({ kind: "quota" })) : store.append(...args)),
    }));
    const session = await open(tab);
    expect(await session.run([putParty(1, "甲")]).saved).toEqual({ ok: false, error: { kind: "quota" } });
    expect(session.state.get()).toEqual({ is: "degraded", reason: { kind: "quota" } });
    session.run([putParty(2, "乙")]);
    expect(names(session)).toEqual(["乙", "甲"].toSorted());
    full = false;
    session.retry();
    expect((await session.saved()).ok).toBe(true);
    expect(session.state.get()).toEqual({ is: "ready" });
    expect(names(await open(device.tab()))).toEqual(["乙", "甲"].toSorted());
  });

  test("[R4] the store fails at call k, for every k: nothing is called saved that is not, and after recovery all is", async () => {
    for (let k = 1; k <= 8; k++) {
      for (const reason of [{ kind: "quota" }, { kind: "io", code: "AbortError" }] satisfies readonly StoreError[]) {
        const device = createMemoryDevice();
        const tab = device.tab(failingAt(k, reason));
        const opened = await openCase(tab, caseId);
        // The first two calls are mark and load: without its rows a case does not open, without the mark it is rebuilt.
        if (!opened.ok) {
          expect([k, opened.error]).toEqual([2, reason]);
          continue;
        }
        const session = opened.value;
        for (let n = 1; n <= 5; n++) {
          const { saved } = session.run([putParty(n, `第${n}`)]);
          const result = await saved;
          const stored = names(await open(device.tab()));
          if (result.ok) expect(stored).toContain(`第${n}`);
          if (session.saveState.get().durable) expect(stored).toEqual(names(session));
        }
        tab.scheduler.advance(60_000);
        await session.saved();
        expect(session.saveState.get().durable).toBe(true);
        expect(names(await open(device.tab()))).toEqual(["第1", "第2", "第3", "第4", "第5"]);
      }
    }
  });

  test("[R4] the answer is lost though the row was written: saved again, and there once", async () => {
    const device = createMemoryDevice();
    let lose = true;
    const tab = device.tab((store) => ({
      ...store,
      append: async (...args) => {
        const result = await store.append(...args);
        return lose ? err({ kind: "io", code: "AbortError" }) : result;
      },
    }));
    const session = await open(tab);
    expect(
      (await session.run([putParty(1, "甲"), { op: "put", kind: "note", id: nth(1), value: { text: "一" } }]).saved).ok,
    ).toBe(false);
    lose = false;
    session.retry();
    expect((await session.saved()).ok).toBe(true);
    const again = await open(device.tab());
    expect(names(again)).toEqual(["甲"]);
    expect(again.case().live.note[nth(1)]?.text).toBe("一");
    expect(again.damage.get()).toBeUndefined();
  });

  test("[I10] a case whose rows cannot be had does not open as an empty one", async () => {
    const device = createMemoryDevice();
    await (await open(device.tab())).run([putParty(1, "甲")]).saved;
    const broken = device.tab((store) => ({
      ...store,
      load: () => Promise.resolve(err({ kind: "io", code: "UnknownError" })),
    }));
    expect(await openCase(broken, caseId)).toEqual({ ok: false, error: { kind: "io", code: "UnknownError" } });
  });

  test("[I1] undo and redo of a command are saved like any write", async () => {
    const device = createMemoryDevice();
    const session = await open(device.tab());
    session.run([putParty(1, "甲")]);
    session.run([setName(1, "乙")]);
    session.undo.undo();
    await session.saved();
    expect(names(await open(device.tab()))).toEqual(["甲"]);
  });
});

/** Lets call number `k` to the store fail, and only that one. */
function failingAt(k: number, reason: StoreError): (store: UpdateStore) => UpdateStore {
  let calls = 0;
  const guard = <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    ((...args: A) => (++calls === k ? Promise.resolve(err(reason)) : call(...args))) as (...args: A) => Promise<R>;
  return (store) => ({
    ...store,
    append: guard(store.append),
    load: guard(store.load),
    mark: guard(store.mark),
    setMark: guard(store.setMark),
  });
}

describe("tabs", () => {
  test("[R6] two tabs see each other's edits, and each stores only its own", async () => {
    const device = createMemoryDevice();
    const [left, right] = [await open(device.tab()), await open(device.tab())];
    await left.run([putParty(1, "甲")]).saved;
    await right.run([putParty(2, "乙")]).saved;
    await left.run([setName(2, "丙")]).saved;
    expect(names(left)).toEqual(names(right));
    expect(names(right)).toEqual(["丙", "甲"].toSorted());
    // Three writes, three frames: what a tab heard from the other it did not store again.
    expect(device.rows.rows.get(doc)?.map((row) => row.ends.length)).toEqual([1, 1, 1]);
  });

  test("[R6] a tab that slept reads what it missed when it wakes", async () => {
    const device = createMemoryDevice({ deliver: () => undefined });
    const sleeper = device.tab();
    const [asleep, awake] = [await open(sleeper), await open(device.tab())];
    await awake.run([putParty(1, "甲")]).saved;
    await awake.run([putParty(2, "乙")]).saved;
    expect(names(asleep)).toEqual([]);
    sleeper.wakeUp();
    await settled();
    expect(names(asleep)).toEqual(["乙", "甲"].toSorted());
  });

  test(`[R6] messages lost, doubled and late; tabs that come and go: nothing lost, nothing doubled (seed ${seed})`, async () => {
    const step = fc.oneof(
      fc.record({
        tab: fc.nat(2),
        is: fc.constantFrom("write" as const, "write" as const, "wake" as const, "reopen" as const),
      }),
      fc.record({ message: fc.nat(5), is: fc.constantFrom("deliver" as const, "lose" as const, "repeat" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const held: (() => void)[] = [];
        const device = createMemoryDevice({ deliver: (send) => held.push(send) });
        const tabs = [device.tab(), device.tab(), device.tab()];
        const sessions = await Promise.all(tabs.map(open));
        const written: string[] = [];
        for (const each of steps) {
          if ("message" in each) {
            const [send] =
              each.is === "repeat" ? held.slice(each.message, each.message + 1) : held.splice(each.message, 1);
            if (each.is !== "lose") send?.();
          } else if (each.is === "write") {
            written.push(`第${written.length}`);
            sessions[each.tab]?.run([putParty(written.length, written.at(-1) ?? "")]);
          } else if (each.is === "wake") tabs[each.tab]?.wakeUp();
          else {
            await sessions[each.tab]?.close();
            const fresh = device.tab();
            tabs[each.tab] = fresh;
            sessions[each.tab] = await open(fresh);
          }
          if (written.length % 3 === 0) await settled();
        }
        await Promise.all(sessions.map((session) => session.saved()));
        await Promise.all(sessions.map((session) => session.catchUp()));
        for (const session of [...sessions, await open(device.tab())])
          expect(names(session)).toEqual(written.toSorted());
        expect((device.rows.rows.get(doc) ?? []).reduce((sum, row) => sum + row.ends.length, 0)).toBe(written.length);
      }),
      { seed, numRuns: 60 },
    );
  });
});

/** The same bytes with one name spelt differently: a flipped bit that Yjs applies without a word. */
function misspelt(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const [old, other] = [from, to].map((text) => new TextEncoder().encode(text));
  const at = bytes.findIndex((_, n) => old?.every((byte, k) => bytes[n + k] === byte) ?? false);
  expect(at).toBeGreaterThan(0);
  return bytes.map((byte, n) => other?.[n - at] ?? byte);
}

describe("fast opening", () => {
  async function withManyRows(count: number) {
    const device = createMemoryDevice();
    const tab = device.tab();
    const session = await open(tab);
    for (let n = 1; n <= count; n++) await session.run([putParty(n, `第${n}`)]).saved;
    tab.scheduler.runIdle();
    await settled();
    return { device, session, tab };
  }

  test("[LO3] after 32 rows an idle tab takes a snapshot; opening is the snapshot and the rows after it", async () => {
    const { device, session } = await withManyRows(32);
    const mark = device.rows.marks.get(doc);
    expect(mark?.row).toBe(32);
    await session.run([putParty(33, "第33")]).saved;
    // The rows under the snapshot are taken away to show that they are not needed.
    device.rows.rows.set(doc, device.rows.rows.get(doc)?.slice(32) ?? []);
    const again = await open(device.tab());
    expect(names(again)).toHaveLength(33);
    expect(again.damage.get()).toBeUndefined();
  });

  test("[LO3] 31 rows: no snapshot yet", async () => {
    expect((await withManyRows(31)).device.rows.marks.size).toBe(0);
  });

  test("[LO3] a snapshot that is broken, or gone, costs a rebuild and nothing else", async () => {
    const { device, session } = await withManyRows(32);
    for (const [name, bytes] of device.snapshots) device.snapshots.set(name, misspelt(bytes, "第20", "第80"));
    expect(names(await open(device.tab()))).toEqual(names(session));
    device.snapshots.clear();
    expect(names(await open(device.tab()))).toEqual(names(session));
  });

  test("[LO3] an edit that is not durable is in no snapshot", async () => {
    const device = createMemoryDevice();
    let full = false;
    const tab = device.tab((store) => ({
      ...store,
      append: (...args) => (full ? Promise.resolve(err({ kind: "quota" })) : store.append(...args)),
    }));
    const session = await open(tab);
    for (let n = 1; n <= 32; n++) await session.run([putParty(n, `第${n}`)]).saved;
    full = true;
    await session.run([putParty(33, "没存上")]).saved;
    tab.scheduler.runIdle();
    await settled();
    expect(device.rows.marks.size).toBe(0);
  });

  test("[LO3] an older generation is swept when a newer one is marked", async () => {
    const { device, session, tab } = await withManyRows(32);
    const first = device.rows.marks.get(doc)?.generation;
    for (let n = 33; n <= 64; n++) await session.run([putParty(n, `第${n}`)]).saved;
    tab.scheduler.runIdle();
    await settled();
    expect(device.rows.marks.get(doc)?.row).toBe(64);
    expect(device.rows.marks.get(doc)?.generation).not.toBe(first);
    expect(device.snapshots.size).toBe(1);
  });
});

describe("damage", () => {
  async function threeRows(second: readonly Change[], third: readonly Change[]) {
    const device = createMemoryDevice();
    const session = await open(device.tab());
    await session.run([putParty(1, "甲"), putParty(2, "乙")]).saved;
    await session.run(second).saved;
    await session.run(third).saved;
    const row = device.rows.rows.get(doc)?.[1];
    if (row !== undefined) row.bytes[10] = (row.bytes[10] ?? 0) ^ 0xff;
    return device;
  }

  test("[R5] a torn row is named, and the rows before and after it are read", async () => {
    const device = await threeRows([putParty(3, "丙")], [putParty(4, "丁"), setName(1, "甲公司")]);
    const session = await open(device.tab());
    expect(names(session)).toEqual(["丁", "乙", "甲公司"].toSorted());
    expect(session.damage.get()?.bad.map(({ row, frame, reason }) => [row, frame, reason])).toEqual([
      [2, 0, "checksum"],
    ]);
    expect(session.damage.get()?.gaps).toHaveLength(1);
    // The damaged case can be worked on, and what is written lasts.
    await session.run([putParty(5, "戊")]).saved;
    expect(names(await open(device.tab()))).toEqual(["丁", "乙", "戊", "甲公司"].toSorted());
  });

  test("[R5] a value that hung on the torn row itself is not dropped silently", async () => {
    const device = await threeRows([setName(1, "二")], [setName(1, "三")]);
    const session = await open(device.tab());
    expect(names(session)).toEqual(["乙", "甲"].toSorted());
    expect(session.damage.get()?.unplaced).toEqual(["三"]);
  });

  test("[R5] a frame that Yjs cannot read is left out and named, though its checksum fits", async () => {
    const device = createMemoryDevice();
    const session = await open(device.tab());
    await session.run([putParty(1, "甲")]).saved;
    await device.tab().store.append(doc, [Uint8Array.from([1, 2, 3])], "update");
    await session.catchUp();
    await session.run([putParty(2, "乙")]).saved;
    expect(session.damage.get()?.bad.map(({ row, reason }) => [row, reason])).toEqual([[2, "content"]]);
    const again = await open(device.tab());
    expect(names(again)).toEqual(["乙", "甲"].toSorted());
    expect(again.damage.get()?.bad.map(({ row, reason }) => [row, reason])).toEqual([[2, "content"]]);
  });

  test("[LO3] a damaged document is never cached", async () => {
    const device = await threeRows([putParty(3, "丙")], [putParty(4, "丁")]);
    const tab = device.tab();
    const session = await open(tab);
    for (let n = 10; n < 50; n++) await session.run([putParty(n, `第${n}`)]).saved;
    tab.scheduler.runIdle();
    await settled();
    expect(device.rows.marks.size).toBe(0);
  });
});
