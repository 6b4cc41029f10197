/** What is in force, and what a clash does. */
import { describe, expect, test } from "vitest";
import { zeros } from "./bytes.ts";
import { createCaseIndex } from "./case-index.ts";
import { HELPER, OUT, VIEWER } from "./entry.ts";
import {
  admit,
  createWorld,
  cloned,
  edit,
  everything,
  found,
  invite,
  lower,
  person,
  put,
  standingsOf,
  stateOf,
  sync,
  take,
} from "./people.fixture.ts";
import { deviceId, epochId, logCaseId, logId, recordHash, sessionId, type RecordHash } from "./log-ids.ts";
import type { SignedRecord } from "./signed-record.ts";
import { createStandings } from "./standing.ts";

describe("in force", () => {
  test("[RE1] what a helper wrote before he was lowered stays, what he wrote beside it is masked", async () => {
    const world = createWorld({ seed: 11 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const before = await edit(world, bob, put("o1/title", "before"));
    await sync(bob, alice);
    await lower(world, alice, bob, VIEWER);
    const beside = await edit(world, bob, put("o1/title", "beside"));
    await take(alice, beside);
    expect(standingsOf(alice, [...before, ...beside])).toEqual(["in_force", "masked"]);
    expect(stateOf(alice.view.doc())).toContain("before");
  });

  test("[RE1] lowered to helper, an owner device's edits go on, its entries do not", async () => {
    const world = createWorld({ seed: 12 });
    const { alice } = await found(world);
    const phone = await invite(world, alice, "alice's tablet", 3);
    await lower(world, alice, phone, HELPER);
    await sync(alice, phone);
    const edited = await edit(world, phone, put("o1/title", "still"));
    const keys = await world.device();
    const admission = await phone.author.entry({
      op: "admit",
      keys,
      level: HELPER,
      rank: 0,
      invite: undefined,
      boxes: [],
    });
    if (!admission.ok) throw new Error("not written");
    await take(alice, [...edited, ...admission.value]);
    expect(standingsOf(alice, [...edited, ...admission.value])).toEqual(["in_force", "masked"]);
    expect(alice.log.standings().membership.members.has(keys.id)).toBe(false);
  });

  test("[RE1] what stands only on an admit that does not count is masked; what stands on one that counts is not", async () => {
    const world = createWorld({ seed: 16 });
    const { alice } = await found(world);
    const tablet = await invite(world, alice, "a stolen tablet", 3);
    await lower(world, alice, tablet, OUT);
    // The thief takes eve in, beside the cut; alice takes her in too, later.
    const eve = await invite(world, tablet, "eve", HELPER);
    const early = await edit(world, eve, put("o1/title", "early"));
    await sync(eve, alice);
    expect(standingsOf(alice, early)).toEqual(["masked"]);
    await admit(world, alice, eve.keys, HELPER);
    expect(standingsOf(alice, early)).toEqual(["masked"]);
    await sync(alice, eve);
    const late = await edit(world, eve, put("o1/note", "late"));
    await take(alice, late);
    expect(standingsOf(alice, [...early, ...late])).toEqual(["masked", "in_force"]);
  });

  test("[CO4] the heads are those records in force that no other in force stands on", async () => {
    const world = createWorld({ seed: 13 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const [a] = await edit(world, alice, put("o1/title", "a"));
    const [b] = await edit(world, bob, put("o1/title", "b"));
    await sync(bob, alice);
    const heads = (): readonly string[] => alice.log.standings().heads.map(({ hash }) => hash);
    expect(heads().toSorted()).toEqual([a?.hash, b?.hash].toSorted());
    const [c] = await edit(world, alice, put("o1/title", "c"));
    expect(heads()).toEqual([c?.hash]);
    expect(c?.head.deps).toEqual([a?.hash, b?.hash]);
  });
});

describe("clash", () => {
  test("[AC4, I3] a cloned profile: of two records with one number the smaller hash stays, whoever sees which first", async () => {
    const world = createWorld({ seed: 14 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const common = await edit(world, bob, put("o1/title", "common"));
    const twin = await cloned(world, bob);
    const one = await edit(world, bob, put("o1/title", "one"));
    const other = await edit(world, twin, put("o1/title", "other"));
    const after = await edit(world, bob, put("o1/note", "after one"));
    const [first, second] = [one, other].map(([record]) => record?.hash ?? "");
    const kept = (first ?? "") < (second ?? "") ? "one" : "other";
    const seen = [];
    for (const order of [
      [...one, ...after, ...other],
      [...other, ...one, ...after],
    ]) {
      const reader = await person(world, "reader", alice.keys, alice.log.caseId);
      await take(reader, [...everything(alice), ...common]);
      for (const each of order) await take(reader, [each]);
      seen.push(stateOf(reader.view.doc()));
      expect(standingsOf(reader, common)).toEqual(["in_force"]);
      expect(standingsOf(reader, [...one, ...after, ...other])).toEqual(
        kept === "one" ? ["in_force", "in_force", "set_aside"] : ["set_aside", "set_aside", "in_force"],
      );
      expect(reader.log.standings().alarms.map(({ kind, device }) => [kind, device])).toEqual([["fork", bob.keys.id]]);
    }
    expect(seen[0]).toBe(seen[1]);
    expect(seen[0]).toContain(kept);
  });

  test("[AC4, S4] a removed helper's later twin of an old record wins over nothing, however small its hash", async () => {
    const world = createWorld({ seed: 15 });
    const { alice } = await found(world);
    const mallory = await invite(world, alice, "mallory", HELPER);
    const fresh = mallory.author.head();
    expect(fresh).toBeUndefined();
    const old = await edit(world, mallory, put("o1/title", "old"));
    await sync(mallory, alice);
    const honest = await edit(world, alice, put("o1/note", "built on it"));
    await lower(world, alice, mallory, OUT);
    // He writes his first record again until its hash is the smaller one.
    let twin: readonly SignedRecord[] = old;
    const before = everything(mallory).slice(0, 2);
    for (let n = 0; (twin[0]?.hash ?? "") >= (old[0]?.hash ?? ""); n++) {
      const clone = await person(world, "mallory", mallory.keys, alice.log.caseId, {
        session: mallory.author.log.slice(32),
      });
      await take(clone, before);
      const update = put("o1/title", `grind ${n}`);
      twin = await edit({ ...world, written: [] }, clone, update);
    }
    expect(twin[0]?.head.seq).toBe(1);
    await take(alice, twin);
    expect(standingsOf(alice, [...old, ...honest, ...twin])).toEqual(["in_force", "in_force", "set_aside"]);
    expect(stateOf(alice.view.doc())).toContain("built on it");
  });

  test("[AC4] two logs with one client id: the one in force stays; both in force: the elder admit, else the smaller one", () => {
    const [R, A, B, C] = ["01", "02", "0b", "0c"].map((byte) => deviceId(byte.repeat(16)));
    if (R === undefined || A === undefined || B === undefined || C === undefined) throw new Error("four devices");
    const keys = { edPub: zeros(32), xPub: zeros(32) };
    const rotation = { fullHash: zeros(32), epoch: epochId("00".repeat(16)), boxes: [], old: undefined };
    /** b and c write under one client id; c is admitted after b or beside him. */
    const standing = (cAfterB: boolean, lowered: "b" | "none"): readonly (string | undefined)[] => {
      const index = createCaseIndex();
      const add = (
        n: number,
        type: number,
        device: typeof A,
        seq: number,
        deps: readonly RecordHash[],
        content: Parameters<typeof index.insert>[0]["content"],
        client: number,
      ): RecordHash => {
        const hash = recordHash(n.toString(16).padStart(64, "0"));
        const session = sessionId("00".repeat(8));
        const log = logId(device, session);
        const head = {
          type,
          caseId: logCaseId("00".repeat(16)),
          device,
          session,
          seq,
          epoch: rotation.epoch,
          deps,
          nonce: zeros(12),
          bodyLength: 0,
        };
        const record = { hash, head, log, headBytes: zeros(0), body: zeros(0), signature: zeros(64), bytes: zeros(0) };
        const node = index.graph.draft({ hash, log, seq, deps });
        index.insert({ node, record, content }, { client, start: 0, end: 0, stretches: [] });
        return hash;
      };
      const entry = (n: number, who: typeof A) =>
        ({
          is: "entry",
          names: undefined,
          entry: {
            hash: recordHash(n.toString(16).padStart(64, "0")),
            author: A,
            subjects: [who],
            entry: { op: "admit", keys, level: 2, rank: 0, invite: undefined, boxes: [] },
          },
        }) as const;
      const genesis = {
        hash: recordHash("1".padStart(64, "0")),
        author: A,
        subjects: [R, A],
        entry: { op: "genesis", recovery: keys, first: keys, rotation },
      } as const;
      const g = add(1, 3, A, 1, [], { is: "entry", entry: genesis, names: undefined }, 1);
      // The later admit has the smaller hash, so that only the rule of the elder decides for b.
      const b = add(9, 3, A, 2, [g], entry(9, B), 1);
      const c = add(
        5,
        3,
        cAfterB ? A : R,
        cAfterB ? 3 : 1,
        [cAfterB ? b : g],
        { ...entry(5, C), entry: { ...entry(5, C).entry, author: cAfterB ? A : R } },
        cAfterB ? 1 : 2,
      );
      const update = { is: "update", at: 0, update: Uint8Array.of(0, 0), client: 77 } as const;
      const fromB = add(20, 1, B, 1, [b], update, 77);
      const fromC = add(21, 1, C, 1, [c], update, 77);
      if (lowered === "b") {
        const hash = recordHash("30".padStart(64, "0"));
        add(
          0x30,
          3,
          A,
          cAfterB ? 4 : 3,
          [cAfterB ? c : b],
          {
            is: "entry",
            names: undefined,
            entry: { hash, author: A, subjects: [], entry: { op: "lower", device: B, to: 1, rotation: undefined } },
          },
          1,
        );
      }
      const { of } = createStandings(index)();
      return [of(fromB), of(fromC)];
    };
    expect(standing(true, "none")).toEqual(["in_force", "set_aside"]);
    expect(standing(false, "none")).toEqual(["set_aside", "in_force"]);
    expect(standing(true, "b")).toEqual(["set_aside", "in_force"]);
  });
});
