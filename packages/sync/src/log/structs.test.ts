/** What an update may hold. Attacks are built by hand, because no app of ours writes them. */
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { written, type Bytes } from "./bytes.ts";
import { below, localUpdate, seeded } from "./people.fixture.ts";
import type { Stretch } from "./struct-place.ts";
import { checkStructs, type StructContext } from "./structs.ts";

const ME = 77;
const ALICE = 5;
/** alice has a text of three letters under note/n1/body (clocks 0–3), and a title (clock 4). */
const known: readonly Stretch[] = [
  { clock: 0, length: 1, list: "knote/n1/body", text: true },
  { clock: 1, length: 3, list: `t${ALICE}:0`, text: false },
  { clock: 4, length: 1, list: "knote/n1/title", text: false },
];
const context: StructContext = {
  client: ME,
  start: 0,
  find: (client, clock) =>
    client === ALICE ? known.find((each) => clock >= each.clock && clock < each.clock + each.length) : undefined,
  endOf: (client) => (client === ALICE ? 5 : 0),
};
const faultOf = (update: Bytes, of: StructContext = context): unknown => {
  const checked = checkStructs(update, of);
  return checked.ok ? "ok" : checked.error.kind;
};

type Write = (to: encoding.Encoder) => void;
/** Structs of one client from a clock, then deletes as [client, clock, length]. */
const update = (
  structs: readonly Write[],
  deletes: readonly (readonly number[])[] = [],
  client = ME,
  clock = 0,
): Bytes =>
  written((to) => {
    encoding.writeVarUint(to, structs.length > 0 ? 1 : 0);
    if (structs.length > 0) for (const n of [structs.length, client, clock]) encoding.writeVarUint(to, n);
    for (const struct of structs) struct(to);
    encoding.writeVarUint(to, deletes.length);
    for (const [of = 0, at = 0, length = 0] of deletes)
      for (const n of [of, 1, at, length]) encoding.writeVarUint(to, n);
  });
const [DELETED, BINARY, STRING, EMBED, FORMAT, TYPE, ANY, SUB, RIGHT, ORIGIN] = [1, 3, 4, 5, 6, 7, 8, 32, 64, 128];
/** An item under a key of a root. */
const underKey =
  (ref: number, content: Write, root = "note", key = "n1/title"): Write =>
  (to) => {
    encoding.writeUint8(to, ref | SUB);
    encoding.writeVarUint(to, 1);
    encoding.writeVarString(to, root);
    encoding.writeVarString(to, key);
    content(to);
  };
/** An item to the right of one, or at the left of one, or in a parent. */
const beside =
  (ref: number, content: Write, ids: readonly number[]): Write =>
  (to) => {
    encoding.writeUint8(to, ref);
    for (const n of ids) encoding.writeVarUint(to, n);
    content(to);
  };
const any =
  (...values: readonly unknown[]): Write =>
  (to) => {
    encoding.writeVarUint(to, values.length);
    for (const value of values) encoding.writeAny(to, value as never);
  };
const string =
  (text: string): Write =>
  (to) =>
    encoding.writeVarString(to, text);
const typeOf =
  (ref: number, name?: string): Write =>
  (to) => {
    encoding.writeVarUint(to, ref);
    if (name !== undefined) encoding.writeVarString(to, name);
  };
const length =
  (n: number): Write =>
  (to) =>
    encoding.writeVarUint(to, n);
const gc =
  (n: number): Write =>
  (to) => {
    encoding.writeUint8(to, 0);
    encoding.writeVarUint(to, n);
  };
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const TEXT = 2;

describe("structs", () => {
  test("[AC3] a value under a key, a text as its first value, letters in it: fine", () => {
    expect(faultOf(update([underKey(ANY, any("x"))]))).toBe("ok");
    expect(
      faultOf(update([underKey(TYPE, typeOf(TEXT), "note", "n2/body"), beside(STRING, string("abc"), [0, ME, 0])])),
    ).toBe("ok");
    expect(faultOf(update([beside(STRING | ORIGIN, string("abc"), [ALICE, 3])], [[ALICE, 1, 2]]))).toBe("ok");
    expect(faultOf(update([]))).toBe("ok");
  });

  test("[AC3] structs under another client id are refused", () => {
    expect(faultOf(update([underKey(ANY, any("x"))], [], ALICE, 5))).toBe("foreign_client");
  });

  test("[AC3] clocks go on where the log ended: a gap is refused, and so is a second copy", () => {
    expect(faultOf(update([underKey(ANY, any("x"))], [], ME, 1))).toBe("gap");
    expect(faultOf(update([underKey(ANY, any("x"))], [], ME, 1), { ...context, start: 1 })).toBe("ok");
    expect(faultOf(update([underKey(ANY, any("x"))]), { ...context, start: 1 })).toBe("gap");
  });

  test("[AC3] Skip and structs of no length are refused", () => {
    const skip: Write = (to) => [10, 3].forEach((n) => encoding.writeUint8(to, n));
    expect(faultOf(update([skip]))).toBe("skip");
    expect(faultOf(update([gc(0)]))).toBe("empty");
    expect(faultOf(update([gc(1)]))).toBe("ok");
  });

  test("[AC3] a million clocks are the most: a few bytes cannot claim a log's future", () => {
    expect(faultOf(update([gc(1_000_000)]))).toBe("ok");
    expect(faultOf(update([gc(1_000_001)]))).toBe("too_long");
    expect(faultOf(update([underKey(DELETED, length(2 ** 50))]))).toBe("too_long");
  });

  test("[AC3] ids nobody among the ancestors wrote: as origin, right origin, parent or delete", () => {
    expect(faultOf(update([beside(STRING | ORIGIN, string("a"), [ALICE, 5])]))).toBe("unknown_id");
    expect(faultOf(update([beside(STRING | RIGHT, string("a"), [9, 0])]))).toBe("unknown_id");
    expect(faultOf(update([beside(STRING, string("a"), [0, 9, 0])]))).toBe("unknown_id");
    // Its own later struct is not there yet either.
    expect(faultOf(update([beside(STRING | RIGHT, string("a"), [ME, 1]), gc(1)]))).toBe("unknown_id");
    // The victim's future: 14 bytes that would delete whatever alice writes next.
    expect(faultOf(update([], [[ALICE, 4, 2]]))).toBe("unknown_delete");
    expect(faultOf(update([], [[ALICE, 4, 1]]))).toBe("ok");
    expect(faultOf(update([], [[ALICE, 4, 0]]))).toBe("unknown_delete");
  });

  test("[AC3] an item stands in one list: neighbours of two, or a parent that is no text, are refused", () => {
    expect(faultOf(update([beside(STRING | ORIGIN | RIGHT, string("a"), [ALICE, 1, ALICE, 2])]))).toBe("ok");
    expect(faultOf(update([beside(STRING | ORIGIN | RIGHT, string("a"), [ALICE, 1, ALICE, 4])]))).toBe("list");
    expect(faultOf(update([beside(STRING, string("a"), [0, ALICE, 0])]))).toBe("ok");
    expect(faultOf(update([beside(STRING, string("a"), [0, ALICE, 4])]))).toBe("list");
  });

  test("[AC3] what may stand where: values under keys, letters in texts, texts first under a key, nothing else anywhere", () => {
    expect(faultOf(update([underKey(STRING, string("x"))]))).toBe("content");
    expect(faultOf(update([beside(ANY | ORIGIN, any("x"), [ALICE, 2])]))).toBe("content");
    expect(faultOf(update([beside(ANY | ORIGIN, any("x"), [ALICE, 4])]))).toBe("ok");
    expect(faultOf(update([beside(TYPE | ORIGIN, typeOf(TEXT), [ALICE, 4])]))).toBe("content");
    expect(faultOf(update([underKey(TYPE, typeOf(1))]))).toBe("content");
    expect(faultOf(update([underKey(TYPE, typeOf(3, "div"))]))).toBe("content");
    expect(faultOf(update([underKey(TYPE, typeOf(6))]))).toBe("content");
    expect(faultOf(update([underKey(BINARY, (to) => encoding.writeVarUint8Array(to, Uint8Array.of(1)))]))).toBe(
      "content",
    );
    expect(faultOf(update([beside(EMBED | ORIGIN, string('{"a":1}'), [ALICE, 2])]))).toBe("content");
    const format: Write = (to) => ["bold", "true"].forEach((text) => encoding.writeVarString(to, text));
    expect(faultOf(update([beside(FORMAT | ORIGIN, format, [ALICE, 2])]))).toBe("ok");
    expect(faultOf(update([underKey(FORMAT, format)]))).toBe("content");
  });

  test("[AC3] roots and keys: names of the form, none that reaches a prototype", () => {
    for (const root of ["__proto__", "constructor", "prototype", "Note", "", "a-b", "a".repeat(65)])
      expect(faultOf(update([underKey(ANY, any(1), root)])), root).toBe("root");
    expect(faultOf(update([underKey(ANY, any(1), "kindOfANewerApp")]))).toBe("ok");
    for (const key of ["", "__proto__", "n1/__proto__", "constructor/x", "a".repeat(513)])
      expect(faultOf(update([underKey(ANY, any(1), "note", key)])), key).toBe("key");
    expect(faultOf(update([underKey(ANY, any(1), "note", "n1/!title")]))).toBe("ok");
    // A list under a root: no key.
    const inList: Write = (to) => {
      encoding.writeUint8(to, ANY);
      encoding.writeVarUint(to, 1);
      encoding.writeVarString(to, "note");
      any(1)(to);
    };
    expect(faultOf(update([inList]))).toBe("key");
  });

  test("[AC3] values are JSON: no prototypes, no other numbers, not deeper than 16", () => {
    const value = (of: unknown) => faultOf(update([underKey(ANY, any(of))]));
    expect(value({ a: [1, "x", null, undefined, { b: true }] })).toBe("ok");
    expect(value(JSON.parse('{"__proto__":{"role":"owner"}}'))).toBe("value");
    expect(value({ constructor: 1 })).toBe("value");
    expect(value({ a: { prototype: 1 } })).toBe("value");
    expect(value(Number.NaN)).toBe("value");
    expect(value(10n)).toBe("value");
    expect(value(Uint8Array.of(1))).toBe("value");
    expect(value(nested(16))).toBe("ok");
    expect(value(nested(17))).toBe("value");
  });

  test("[S6] what cannot be read is a fault, soon: claims of many structs, nesting without end, nothing at all", () => {
    const claim = (count: number): Bytes =>
      written((to) => [1, count, ME, 0].forEach((n) => encoding.writeVarUint(to, n)));
    for (const count of [1e6, 1e8, 2 ** 40]) expect(faultOf(claim(count))).toBe("decode");
    const deep: Write = (to) => {
      encoding.writeVarUint(to, 1);
      for (let n = 0; n < 100_000; n++) [117, 1].forEach((byte) => encoding.writeUint8(to, byte));
      encoding.writeUint8(to, 126);
    };
    expect(faultOf(update([underKey(ANY, deep)]))).toBe("decode");
    expect(faultOf(new Uint8Array(0))).toBe("decode");
  });

  test("[AC3, I5, S6] 20,000 broken updates: whatever passes applies without error and leaves nothing pending", () => {
    const seed = Number(process.env["SEED"] ?? 1);
    const random = seeded(seed);
    const base = new Y.Doc({ gc: false });
    base.clientID = ALICE;
    const history = [
      (doc: Y.Doc) => void doc.getMap("note").set("n1/body", new Y.Text("abc")),
      (doc: Y.Doc) => void doc.getMap("note").set("n1/title", "t"),
    ].flatMap((work) => localUpdate(base, work) ?? []);
    const mine = new Y.Doc({ gc: false });
    for (const each of history) Y.applyUpdate(mine, each);
    mine.clientID = ME;
    const good = localUpdate(mine, (doc) => {
      const text = doc.getMap("note").get("n1/body");
      if (text instanceof Y.Text) text.insert(2, "hello");
      if (text instanceof Y.Text) text.delete(0, 3);
      doc.getMap("note").set("n1/title", { a: [1, "two"] });
      doc.getMap("note").set("n2/body", new Y.Text("new"));
    });
    if (good === undefined) throw new Error("no update");
    expect(faultOf(good)).toBe("ok");
    let passed = 0;
    for (let n = 0; n < 20_000; n++) {
      const broken = good.slice(0, random() < 0.1 ? below(random, good.length) : good.length);
      for (let times = 1 + below(random, 2); times > 0; times--)
        broken[below(random, broken.length)] = below(random, 256);
      if (faultOf(broken) !== "ok") continue;
      passed++;
      const doc = new Y.Doc({ gc: false });
      for (const each of history) Y.applyUpdate(doc, each);
      Y.applyUpdate(doc, broken);
      expect([doc.store.pendingStructs, doc.store.pendingDs], `seed ${seed}, try ${n}`).toEqual([null, null]);
      expect([...doc.store.clients.keys()].every((client) => client === ME || client === ALICE)).toBe(true);
      doc.getMap("note").toJSON();
    }
    // Some must pass, e.g. another letter: else nothing was tried.
    expect(passed).toBeGreaterThan(100);
  }, 30_000);
});
