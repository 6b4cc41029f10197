/** A case that is older than its log. */
import { describe, expect, test } from "vitest";
import { emptyCase, id, toCaseFile, type CaseFile } from "@recourse/core";
import { caseFileFromDoc } from "../case-doc.ts";
import { caseTable, createDoc } from "../layout.ts";
import { write, type StoredChange } from "../write.ts";
import { carryOver, type CarryPorts } from "./carry-over.ts";
import { createCaseLog } from "./case-log.ts";
import { createCaseView } from "./case-view.ts";
import { createKeyring } from "./keyring.ts";
import { createMemoryLogRows, createMemoryLogStore, type LogStore } from "./log-store.ts";
import { below, bytesFrom, createWorld, edit, found, stateOf } from "./people.fixture.ts";

const caseId = id("00000000000000000000000000000000");
const recordId = (n: number): ReturnType<typeof id> => id(String(n).padStart(32, "0"));
/** Prose, a removed record, one of a newer app, and more text than one record holds. */
const file: CaseFile = {
  ...toCaseFile(emptyCase(caseId), ["cn@1"]),
  records: {
    hologram: { [recordId(1)]: { deep: [1, { two: "三" }] } },
    note: {
      [recordId(2)]: { text: "你好😀" },
      [recordId(3)]: { text: "x".repeat(200_000) },
    },
  },
  removed: [`note/${recordId(2)}`],
};

async function ports(through: (store: LogStore) => LogStore = (store) => store) {
  const world = createWorld({ seed: 71, sealed: true });
  const [device, recovery] = [await world.device(), await world.device()];
  const rows = createMemoryLogRows();
  const store = through(createMemoryLogStore(rows, true));
  const of: CarryPorts = { device, sealer: world.sealer, random: bytesFrom(world.random), now: () => 1, store };
  return { of, recovery, rows };
}

describe("carry-over", () => {
  test("[CO5, R8] a case file becomes a log that reads as the same file, in records of this device", async () => {
    const { of, recovery, rows } = await ports();
    const carried = await carryOver(of, file, recovery);
    if (!carried.ok) throw new Error(JSON.stringify(carried.error));
    // Genesis, four parts of 64 KiB at most, the note.
    expect(carried.value.records).toBe(6);
    const stored = await of.store.load(carried.value.caseId);
    if (!stored.ok) throw new Error("not stored");
    const log = createCaseLog({
      caseId: carried.value.caseId,
      sealer: of.sealer,
      keyring: createKeyring(of.sealer, [of.device]),
    });
    await log.receive(
      stored.value.records.map(({ bytes }) => bytes),
      true,
    );
    const doc = createCaseView(log, createDoc).doc();
    expect(JSON.stringify(caseFileFromDoc(doc, caseId, file.packs))).toBe(JSON.stringify(file));
    expect([...rows.values()].map((each) => [each.records.size, each.outbox.size, each.heads.size])).toEqual([
      [6, 6, 1],
    ]);
    expect(log.index.all().flatMap(({ content }) => (content.is === "note" ? [content.note.kind] : []))).toEqual([
      "carried",
    ]);
  });

  test("[R8] when it does not read back equal nothing of it stays", async () => {
    const { of, recovery, rows } = await ports((store) => ({
      ...store,
      load: async (caseId_) => {
        const loaded = await store.load(caseId_);
        return loaded.ok ? { ok: true, value: { ...loaded.value, records: loaded.value.records.slice(0, 3) } } : loaded;
      },
    }));
    expect(await carryOver(of, file, recovery)).toEqual({ ok: false, error: { kind: "not_equal" } });
    expect(rows.size).toBe(0);
  });
});

describe("what the app writes", () => {
  test("[AC3] every change the app can make passes the checks of structs, in 40 runs of 30 changes", async () => {
    let written = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const world = createWorld({ seed });
      const { random } = world;
      const { alice } = await found(world);
      for (let n = 0; n < 30; n++)
        await edit(world, alice, (doc) => void write(doc, caseTable, [change(random)], "test"));
      written += alice.log.index.all().length;
      expect(stateOf(createCaseView(alice.log, createDoc).doc()), `seed ${seed}`).toBe(stateOf(alice.view.doc()));
    }
    // Most changes fit: else nothing was tried.
    expect(written).toBeGreaterThan(400);
  });
});

function change(random: () => number): StoredChange {
  const of = { kind: "note", id: recordId(below(random, 3)) };
  const words = ["", "一", "😀", "text ".repeat(5), "half \uD83D"];
  const value = words[below(random, words.length)] ?? "";
  switch (below(random, 7)) {
    case 0:
      return { ...of, op: "put", value: { text: value, extra: { deep: [1, value, null] } } };
    case 1:
      return { ...of, op: "set", field: "text", value };
    case 2:
      return { ...of, op: "set", field: "extra", value: random() < 0.3 ? undefined : [value, { a: 1.5 }] };
    case 3:
      return { ...of, op: "remove" };
    case 4:
      return { ...of, op: "restore" };
    case 5:
      return { ...of, kind: "party", op: "put", value: { role: "payee", name: value } };
    default:
      return { ...of, op: "text", field: "text", at: 0, del: 0, ins: value };
  }
}
