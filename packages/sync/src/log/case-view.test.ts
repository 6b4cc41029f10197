/** The document as a view: masks, rebuilds, quarantine. */
import { describe, expect, test } from "vitest";
import { HELPER, OUT, VIEWER } from "./entry.ts";
import {
  createWorld,
  edit,
  everything,
  found,
  invite,
  lower,
  newText,
  person,
  put,
  standingsOf,
  stateOf,
  sync,
  take,
  text,
} from "./people.fixture.ts";
import { adoptedValue, quarantineOf } from "./quarantine.ts";

describe("masks", () => {
  test("[RE2] bob, who has not heard of it, writes into what mallory wrote after her removal: his words stay, hers do not", async () => {
    const world = createWorld({ seed: 31 });
    const { alice } = await found(world);
    await edit(world, alice, newText("n1/body", "start"));
    const bob = await invite(world, alice, "bob", HELPER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await sync(alice, bob);
    await lower(world, alice, mallory, OUT);
    await edit(world, mallory, (doc) => text(doc).insert(5, "EVIL"));
    await edit(world, mallory, (doc) => doc.getMap("order").set("o1/title", "EVIL"));
    await edit(world, mallory, (doc) => text(doc).delete(0, 2));
    await sync(mallory, bob);
    expect(text(bob.view.doc()).toString()).toBe("artEVIL");
    await edit(world, bob, (doc) => text(doc).insert(5, "bob"));
    expect(text(bob.view.doc()).toString()).toBe("artEVbobIL");
    await sync(bob, alice);
    expect(text(alice.view.doc()).toString()).toBe("startbob");
    expect(stateOf(alice.view.doc())).not.toContain("EVIL");
    await sync(alice, bob);
    expect(stateOf(bob.view.doc())).toBe(stateOf(alice.view.doc()));
    // He goes on in a new session, on the same document.
    await edit(world, bob, (doc) => text(doc).insert(8, "!"));
    await sync(bob, alice);
    expect(text(alice.view.doc()).toString()).toBe("startbob!");
  });

  test("[RE2] a text mallory made stays for the words of others in it", async () => {
    const world = createWorld({ seed: 32 });
    const { alice } = await found(world);
    const bob = await invite(world, alice, "bob", HELPER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await sync(alice, bob);
    await lower(world, alice, mallory, OUT);
    await edit(world, mallory, newText("n9/body", "EVIL"));
    await sync(mallory, bob);
    await edit(world, bob, (doc) => text(doc, "n9/body").insert(4, " and bob"));
    await sync(bob, alice);
    expect(text(alice.view.doc(), "n9/body").toString()).toBe(" and bob");
  });

  test("[AC5] a mask that becomes needed later rebuilds; a record that needs none does not", async () => {
    const world = createWorld({ seed: 33 });
    const { alice } = await found(world);
    await edit(world, alice, newText("n1/body", "start"));
    const bob = await invite(world, alice, "bob", HELPER);
    const mallory = await invite(world, alice, "mallory", HELPER);
    await sync(alice, bob);
    await lower(world, alice, mallory, OUT);
    await edit(world, mallory, (doc) => text(doc).insert(5, "EVIL"));
    await sync(mallory, bob);
    const [first] = await edit(world, bob, put("o1/title", "beside"));
    const [second] = await edit(world, bob, (doc) => text(doc).insert(7, "bob"));
    const [third] = await edit(world, bob, (doc) => text(doc).insert(8, "!"));
    await take(alice, everything(mallory));
    const rebuilds = [];
    for (const record of [first, second, third]) {
      if (record === undefined) throw new Error("not written");
      await alice.log.receive([record.bytes]);
      rebuilds.push([alice.view.mustRebuild(), alice.view.catchUp().rebuilt]);
    }
    expect(rebuilds).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect(text(alice.view.doc()).toString()).toBe("startb!ob");
  });

  test("[RE3] what is masked can be read, place and value, until a note says it was adopted", async () => {
    const world = createWorld({ seed: 34 });
    const { alice } = await found(world);
    await edit(world, alice, newText("n1/body", "start"));
    const bob = await invite(world, alice, "bob", HELPER);
    await lower(world, alice, bob, VIEWER);
    const [record] = await edit(world, bob, (doc) => {
      text(doc).insert(5, " of it");
      text(doc).delete(0, 2);
      doc.getMap("order").set("o1/title", { is: "late" });
    });
    if (record === undefined) throw new Error("not written");
    await take(alice, [record]);
    const expected = {
      hash: record.hash,
      device: bob.keys.id,
      why: "masked",
      at: 1_760_000_000_000,
      edits: [
        { is: "text", root: "note", key: "n1/body", text: " of it" },
        { is: "value", root: "order", key: "o1/title", value: { is: "late" } },
      ],
      deletes: 2,
      adopted: false,
    };
    expect(quarantineOf(alice.log)).toEqual([expected]);
    await alice.author.note({ kind: "adopted", value: adoptedValue([record.hash]) });
    expect(quarantineOf(alice.log)).toEqual([{ ...expected, adopted: true }]);
  });

  test("[ME4, AC5] a removal that no longer counts gives back what it had masked", async () => {
    const world = createWorld({ seed: 35 });
    const { alice } = await found(world);
    const tablet = await invite(world, alice, "tablet", 3);
    const bob = await invite(world, alice, "bob", HELPER);
    await sync(alice, tablet);
    // The tablet is stolen; the thief removes bob, who writes on.
    const removal = await lower(world, tablet, bob, OUT);
    const edits = await edit(world, bob, put("o1/title", "bob"));
    const cut = await lower(world, alice, tablet, OUT);
    const reader = await person(world, "reader", alice.keys, alice.log.caseId);
    await take(reader, [...everything(alice).slice(0, -1), removal, ...edits]);
    expect(standingsOf(reader, edits)).toEqual(["masked"]);
    expect(stateOf(reader.view.doc())).not.toContain("bob");
    await take(reader, [cut]);
    expect(standingsOf(reader, edits)).toEqual(["in_force"]);
    expect(stateOf(reader.view.doc())).toContain("bob");
  });
});
