/** What comes in is judged by the rules, in any order. */
import { describe, expect, test } from "vitest";
import { encodeBody, recordKeySource } from "./sealed-body.ts";
import { concat, zeros } from "./bytes.ts";
import { createCaseLog } from "./case-log.ts";
import { HELPER, VIEWER } from "./entry.ts";
import { createKeyring } from "./keyring.ts";
import { recordHash, type RecordHash } from "./log-ids.ts";
import { encodeHead, parseRecord, signRecord, type SignedRecord } from "./signed-record.ts";
import {
  admit,
  createWorld,
  edit,
  everything,
  flipped,
  forged,
  found,
  invite,
  person,
  put,
  stateOf,
  sync,
  take,
} from "./people.fixture.ts";

describe("case log", () => {
  test("[AC1] a helper's edit is admissible, a viewer's is not, for everyone and with everything that stands on it", async () => {
    const world = createWorld({ seed: 1 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const vera = await invite(world, alice, "vera", VIEWER);
    await edit(world, bob, (doc) => doc.getMap("order").set("o1/title", "bob"));
    expect((await sync(bob, alice)).verdicts.map(({ is }) => is)).toEqual(["admissible"]);
    await expect(edit(world, vera, (doc) => doc.getMap("order").set("o1/title", "vera"))).rejects.toThrow(/"level"/);
    expect(stateOf(alice.view.doc())).toBe('[["order",[["o1/title","bob"]]]]');
  });

  test("[I1] whoever gets all records backwards ends with the same document", async () => {
    const world = createWorld({ seed: 2, sealed: true });
    const { alice, caseId } = await found(world);
    const keys = await world.device();
    await admit(world, alice, keys, HELPER);
    await edit(world, alice, (doc) => doc.getMap("order").set("o1/title", "one"));
    await edit(world, alice, (doc) => doc.getMap("order").set("o1/title", "two"));
    const bob = await person(world, "bob", keys, caseId);
    const backwards = everything(alice).toReversed();
    const { verdicts, admitted } = await take(bob, backwards);
    expect(verdicts.map(({ is }) => is)).toEqual(backwards.map(() => "admissible"));
    expect(admitted.length).toBe(4);
    expect(stateOf(bob.view.doc())).toBe('[["order",[["o1/title","two"]]]]');
  });

  test("[CO1, R5] every byte of genesis and of an edit flipped: nothing of it is admissible, and each is named", async () => {
    const world = createWorld({ seed: 3, sealed: true });
    const { alice, caseId } = await found(world);
    await edit(world, alice, (doc) => doc.getMap("order").set("o1/title", "one"));
    const all = everything(alice);
    const named = new Map<string, number>();
    for (const record of all)
      for (let at = 0; at < record.bytes.length; at++) {
        const other = await person(world, "other", alice.keys, caseId);
        const before = all.slice(0, all.indexOf(record)).map(({ bytes }) => bytes);
        const { verdicts } = await other.log.receive([...before, flipped(record.bytes, at)]);
        const verdict = verdicts.at(-1);
        const name =
          verdict?.is === "noise"
            ? verdict.why.kind
            : verdict?.is === "inadmissible"
              ? verdict.reason.kind
              : verdict?.is;
        named.set(`${name}`, (named.get(`${name}`) ?? 0) + 1);
      }
    // Flips in lengths are no record, those in the case's name another case, in the device's id nobody's, all others a bad signature.
    expect([...named.keys()].toSorted()).toEqual(
      ["not_a_record", "not_admitted", "other_case", "signature"].toSorted(),
    );
  }, 60_000);
});

/** alice, bob who has written twice, and mallory who has a program of her own. */
async function three(seed: number) {
  const world = createWorld({ seed });
  const { alice, caseId } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const mallory = await invite(world, alice, "mallory", HELPER);
  const first = await edit(world, bob, put("o1/title", "one"));
  const second = await edit(world, bob, put("o1/title", "two"));
  await sync(bob, alice);
  await sync(alice, mallory);
  return { world, alice, bob, mallory, caseId, bobs: [...first, ...second] };
}
const hashAt = (records: readonly SignedRecord[], n: number): RecordHash =>
  records.at(n)?.hash ?? recordHash("0".repeat(64));

describe("what is inadmissible", () => {
  const reasonOf = async (at: Awaited<ReturnType<typeof three>>, record: SignedRecord): Promise<unknown> => {
    const [verdict] = (await at.alice.log.receive([record.bytes])).verdicts;
    return verdict?.is === "inadmissible" ? verdict.reason.kind : verdict?.is;
  };

  test("[CO1] a type that this version does not know", async () => {
    const at = await three(101);
    expect(await reasonOf(at, await forged(at.world, at.mallory, { type: 9 }))).toBe("type");
    expect(await reasonOf(at, await forged(at.world, at.mallory, { type: 1 }))).toBe("admissible");
  });

  test("[AC1] a device nobody among the ancestors admitted", async () => {
    const at = await three(102);
    const stranger = await person(at.world, "stranger", await at.world.device(), at.caseId);
    await sync(at.alice, stranger);
    expect(await reasonOf(at, await forged(at.world, stranger, {}))).toBe("not_admitted");
    // Admitted beside what the record stands on is not admitted either.
    const genesis = hashAt(everything(at.alice), 0);
    expect(await reasonOf(at, await forged(at.world, at.mallory, { deps: [genesis] }))).toBe("not_admitted");
  });

  test("[CO4] deps[0] is the record before, of the same log; the others are sorted, each once, at most 64", async () => {
    const at = await three(103);
    const [own] = await edit(at.world, at.mallory, put("o2/title", "m"));
    if (own === undefined) throw new Error("not written");
    await take(at.alice, [own]);
    const forge = (change: Parameters<typeof forged>[2]) => forged(at.world, at.mallory, change);
    const [a, b] = [hashAt(at.bobs, 0), hashAt(at.bobs, 1)].toSorted();
    if (a === undefined || b === undefined) throw new Error("two hashes");
    expect(await reasonOf(at, await forge({ deps: [own.hash, a, b] }))).toBe("admissible");
    expect(await reasonOf(at, await forge({ deps: [own.hash, b, a] }))).toBe("deps");
    expect(await reasonOf(at, await forge({ deps: [own.hash, a, a] }))).toBe("deps");
    expect(await reasonOf(at, await forge({ deps: [own.hash, own.hash] }))).toBe("deps");
    expect(await reasonOf(at, await forge({ deps: [a, own.hash] }))).toBe("previous");
    expect(await reasonOf(at, await forge({ seq: 3, deps: [own.hash] }))).toBe("seq");
    expect(await reasonOf(at, await forge({ seq: 1, deps: [] }))).toBe("not_admitted");
    const many = Array.from({ length: 65 }, () => own.hash);
    expect(await reasonOf(at, await forge({ deps: many }))).toBe("deps");
  });

  test("[AC1, S2] a body that does not open under its key and head, or is filled with something", async () => {
    const at = await three(104);
    const good = await forged(at.world, at.mallory, {});
    const other = flipped(good.body, 0);
    const sealed = await signRecord(good.head, new Uint8Array(other), at.mallory.keys.sign);
    expect(await reasonOf(at, sealed)).toBe("seal");
    // A body from another record of hers: the head is not its own.
    const moved = await signRecord({ ...good.head, nonce: zeros(12) }, good.body, at.mallory.keys.sign);
    expect(await reasonOf(at, moved)).toBe("seal");
    const key = at.mallory.keyring.get(good.head.epoch);
    if (key === undefined) throw new Error("no key");
    const plain = concat(encodeBody({ at: 0, payload: Uint8Array.of(0, 0) }), zeros(1));
    const head = { ...good.head, bodyLength: plain.length + 16 };
    const body = await at.world.sealer.seal(
      recordKeySource(key, at.caseId, good.log),
      head.nonce,
      encodeHead(head),
      plain,
    );
    expect(await reasonOf(at, await signRecord(head, body, at.mallory.keys.sign))).toBe("seal");
  });

  test("[CO2, ME1] a note that is no note, an entry that is no entry", async () => {
    const at = await three(105);
    expect(await reasonOf(at, await forged(at.world, at.mallory, { type: 2 }, Uint8Array.of(9, 9)))).toBe("note");
    // kind "custody" with a value of one byte instead of 32; a kind nobody knows may have any.
    const note = (kind: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from([kind.length, ...new TextEncoder().encode(kind), 1, 7]);
    expect(await reasonOf(at, await forged(at.world, at.mallory, { type: 2 }, note("custody")))).toBe("note");
    expect(await reasonOf(at, await forged(at.world, at.mallory, { type: 2 }, note("later")))).toBe("admissible");
    const head = {
      ...(await forged(at.world, at.alice, { type: 3 })).head,
      bodyLength: 1,
      epoch: everything(at.alice)[0]?.head.epoch,
    };
    if (head.epoch === undefined) throw new Error("no epoch");
    expect(
      await reasonOf(at, await signRecord({ ...head, epoch: head.epoch }, Uint8Array.of(9), at.alice.keys.sign)),
    ).toBe("entry");
  });

  test("[AC1] with a record everything that stands on it, also when it came first", async () => {
    const at = await three(106);
    const bad = await forged(at.world, at.mallory, {}, Uint8Array.of(9));
    const good = await forged(at.world, at.mallory, { seq: 2, deps: [bad.hash] });
    expect(await reasonOf(at, good)).toBe("waiting");
    const { verdicts } = await at.alice.log.receive([bad.bytes, good.bytes]);
    expect(verdicts.map((verdict) => (verdict.is === "inadmissible" ? verdict.reason.kind : verdict.is))).toEqual([
      "structs",
      "ancestor",
    ]);
    expect([...at.alice.log.inadmissible().keys()].toSorted()).toEqual([bad.hash, good.hash].toSorted());
  });
});

describe("noise and waiting", () => {
  test("[AC2] a record that came with a bad signature first is admissible when it comes with its own", async () => {
    const { alice, bob, world } = await three(111);
    const [record] = await edit(world, bob, put("o1/title", "three"));
    if (record === undefined) throw new Error("not written");
    const bad = flipped(record.bytes, record.bytes.length - 1);
    expect((await take(alice, [])).verdicts).toEqual([]);
    expect((await alice.log.receive([bad])).verdicts).toEqual([
      { is: "noise", hash: record.hash, why: { kind: "signature" } },
    ]);
    expect((await alice.log.receive([record.bytes])).verdicts).toEqual([{ is: "admissible", hash: record.hash }]);
  });

  test("[AC2] a bad copy that waits does not keep the good one out", async () => {
    const { bobs, alice, world, caseId } = await three(112);
    const reader = await person(world, "reader", alice.keys, caseId);
    const last = bobs.at(-1);
    if (last === undefined) throw new Error("not written");
    const bad = flipped(last.bytes, last.bytes.length - 1);
    expect((await reader.log.receive([bad, last.bytes])).verdicts.map(({ is }) => is)).toEqual(["waiting", "waiting"]);
    await reader.log.receive(
      everything(alice)
        .filter(({ hash }) => hash !== last.hash)
        .map(({ bytes }) => bytes),
    );
    expect(reader.log.index.get(last.hash)?.record.signature).toEqual(last.signature);
    expect(reader.log.waiting()).toEqual([]);
  });

  test("[AC2] read back from the own store, the newest signature of a log covers it; when that is bad each is checked", async () => {
    const { bobs, alice, caseId, world } = await three(113);
    const [one, two] = bobs;
    if (one === undefined || two === undefined) throw new Error("not written");
    const others = everything(alice)
      .filter(({ hash }) => hash !== one.hash && hash !== two.hash)
      .map(({ bytes }) => bytes);
    const restored = async (...records: readonly Uint8Array[]) => {
      const reader = await person(world, "reader", alice.keys, caseId);
      return (await reader.log.receive([...others, ...records], true)).verdicts
        .slice(others.length)
        .map(({ is }) => is);
    };
    const spoilt = (record: SignedRecord) => flipped(record.bytes, record.bytes.length - 1);
    const received = async (...records: readonly Uint8Array[]) => {
      const reader = await person(world, "reader", alice.keys, caseId);
      return (await reader.log.receive([...others, ...records])).verdicts.slice(others.length).map(({ is }) => is);
    };
    expect(await restored(spoilt(one), two.bytes)).toEqual(["admissible", "admissible"]);
    expect(await received(spoilt(one), two.bytes)).toEqual(["noise", "waiting"]);
    expect(await restored(one.bytes, spoilt(two))).toEqual(["admissible", "noise"]);
  });

  test("[FR4] what waits is bounded per device; what is too much is refused and can come again", async () => {
    const { alice, mallory, world, caseId } = await three(114);
    const keyring = createKeyring(world.sealer, [alice.keys]);
    const limits = { perDevice: 2, perCase: 3, unchecked: 1 };
    const log = createCaseLog({ caseId, sealer: world.sealer, keyring, limits });
    await log.receive(everything(alice).map(({ bytes }) => bytes));
    const unknown = (n: number) =>
      forged(world, mallory, { seq: 2, deps: [recordHash(n.toString(16).padStart(64, "0"))] });
    const records = [await unknown(1), await unknown(2), await unknown(3)];
    const { verdicts } = await log.receive(records.map(({ bytes }) => bytes));
    expect(verdicts.map(({ is }) => is)).toEqual(["waiting", "waiting", "backpressure"]);
    expect(log.waiting().every(({ checked }) => checked)).toBe(true);
    // Of a device nobody knows yet only one is held, unchecked.
    const stranger = await person(world, "stranger", await world.device(), caseId);
    await sync(alice, stranger);
    const strange = [4, 5].map((n) =>
      forged(world, stranger, { seq: 2, deps: [recordHash(n.toString(16).padStart(64, "0"))] }),
    );
    const second = await log.receive((await Promise.all(strange)).map(({ bytes }) => bytes));
    expect(second.verdicts.map(({ is }) => is)).toEqual(["waiting", "backpressure"]);
  });

  test("[S2] a record of another case is noise, here and there", async () => {
    const one = await three(115);
    const other = await three(116);
    const [record] = one.bobs;
    if (record === undefined) throw new Error("not written");
    const { verdicts } = await other.alice.log.receive([record.bytes]);
    expect(verdicts).toEqual([{ is: "noise", hash: record.hash, why: { kind: "other_case" } }]);
    expect((await parseRecord(record.bytes)).ok).toBe(true);
  });
});
