/** A shared case as the app takes it: written and read like any other, another document after a removal, read only for who may only read. */
import { describe, expect, test } from "vitest";
import { id, type Change } from "@recourse/core";
import { createWatched } from "../watched.ts";
import { HELPER, OUT, VIEWER } from "./entry.ts";
import { createMemoryLogStore } from "./log-store.ts";
import { edit, invite, lower, put, take } from "./people.fixture.ts";
import { levelIn, openSharedSession } from "./shared-session.ts";
import { hand, settled, shared } from "./tabs.fixture.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const ORDER = id("01M81G67ZJSZCNEJNY00000002");
const order = (paidFen: number): readonly Change[] => [
  {
    op: "put",
    kind: "order",
    id: ORDER,
    value: {
      number: "1",
      item: "card",
      paidFen,
      orderedAt: "2026-01-01T00:00:00.000Z",
      recordedAt: "2026-01-01T00:00:00.000Z",
    },
  },
];
const open = async (seed: number) => {
  const at = await shared(seed);
  const store = createMemoryLogStore(at.device.rows, true);
  return { ...at, of: openSharedSession(at.bob, store, CASE, at.keys.id) };
};
const title = (of: { readonly current: { readonly get: () => { readonly case: () => unknown } } }): unknown =>
  JSON.stringify(of.current.get().case());

describe("shared session", () => {
  test("[LO1, I6] a command is written into the log, saved when it is pending, and can be undone", async () => {
    const { of, bob, device } = await open(201);
    const session = of.current.get();
    expect(session.role()).toBe("helper");
    const receipt = session.run(order(1200));
    expect(receipt.skipped).toEqual([]);
    expect((await receipt.saved).ok).toBe(true);
    expect([...device.rows.values()].map(({ pending }) => pending.size)).toEqual([1]);
    expect(title(of)).toContain("1200");
    session.undo.undo();
    expect(session.case().live.order[ORDER]).toBeUndefined();
    await bob.flush();
    expect(session.saveState.get()).toMatchObject({ pending: 0, durable: true });
  });

  test("[AC5, RE1] after a removal it is another document and another session; what was written before is in it", async () => {
    const { of, alice, bob, world } = await open(202);
    const before = of.current.get();
    before.run(order(700));
    await bob.flush();
    await take(
      alice,
      bob.log.index.all().map(({ record }) => record),
    );
    const mallory = await invite(world, alice, "mallory", HELPER);
    await edit(world, mallory, put("m1/title", "x"));
    await hand(mallory, bob);
    await lower(world, alice, mallory, OUT);
    await hand(alice, bob);
    await settled();
    const after = of.current.get();
    expect(after).not.toBe(before);
    expect(after.doc).not.toBe(before.doc);
    expect(after.case().live.order[ORDER]).toMatchObject({ paidFen: 700 });
    expect(after.undo.depth.get()).toEqual({ undo: 0, redo: 0 });
    const change = { op: "set", kind: "order", id: ORDER, field: "paidFen", value: 800 } as const;
    expect(after.run([change]).skipped).toEqual([]);
  });

  test("[ME3, S3] who was lowered to viewer writes nothing any more", async () => {
    const { of, alice, bob, keys, world } = await open(203);
    await lower(world, alice, { ...alice, keys }, VIEWER);
    await hand(alice, bob);
    await settled();
    expect(levelIn(bob.log, keys.id)).toBe(VIEWER);
    const session = of.current.get();
    expect(session.role()).toBe("viewer");
    expect(session.run(order(1)).skipped).toHaveLength(1);
    expect(session.case().live.order[ORDER]).toBeUndefined();
  });

  test("[I10] a store that fails is shown as degraded, and editing goes on", async () => {
    const { device, keys } = await shared(204);
    const status = createWatched<ReturnType<ReturnType<typeof createMemoryLogStore>["status"]["get"]>>({ is: "ok" });
    const store = { ...createMemoryLogStore(device.rows, true), status };
    const tab = await device.open((inner) => ({
      ...inner,
      pend: () => Promise.resolve({ ok: false, error: { kind: "io", code: "EIO" } }),
    }));
    const of = openSharedSession(tab, store, CASE, keys.id);
    const session = of.current.get();
    const { saved } = session.run(order(5));
    expect(await saved).toEqual({ ok: false, error: { kind: "io", code: "EIO" } });
    expect(session.state.get()).toEqual({ is: "degraded", reason: { kind: "io", code: "EIO" } });
    expect(session.case().live.order[ORDER]).toMatchObject({ paidFen: 5 });
    expect((await of.close()).ok).toBe(false);
  });
});
