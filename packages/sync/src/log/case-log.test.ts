/** What comes in is judged by the rules, in any order. */
import { describe, expect, test } from "vitest";
import { HELPER, VIEWER } from "./entry.ts";
import {
  admit,
  createWorld,
  edit,
  everything,
  flipped,
  found,
  invite,
  person,
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
