/** What a device says to a relay about evidence; the test plays the relay. */
import { expect, test } from "vitest";
import type { Sha256 } from "@recourse/core";
import { VIEWER } from "../log/entry.ts";
import { recordHash } from "../log/log-ids.ts";
import { invite } from "../log/people.fixture.ts";
import type { BlobFrame } from "../wire/blob-frames.ts";
import type { BlobId } from "./blob-id.ts";
import { evidence, picture, shared, type Holder } from "./evidence.fixture.ts";
import type { Places } from "./places.ts";

const CHUNK = 262_144;

const spokenTo = (of: Holder) => {
  const said: BlobFrame[] = [];
  const talk = of.exchange.attach({
    kind: "relay",
    name: () => "relay",
    send: (frame) => void said.push(frame),
    ready: () => Promise.resolve(),
    may: () => true,
  });
  const have = (id: BlobId, places: Places) => talk.hear({ is: "bhave", blobs: [{ id, places }] });
  const want = (id: BlobId, places: Places) => talk.hear({ is: "bwant", blobs: [{ id, places }] });
  const take = (): readonly string[] =>
    said
      .splice(0)
      .map((frame) =>
        frame.is === "bchunk"
          ? `chunk ${frame.place}`
          : `${frame.is} ${frame.blobs.map(({ places }) => places.map(({ from, to }) => `${from}-${to}`).join("+")).join(" ")}`,
      );
  return { talk, have, want, take, said };
};
const idOf = async (of: Holder, hash: Sha256): Promise<BlobId> => {
  const known = await of.exchange.share(hash);
  if (!known.ok) throw new Error(known.error.kind);
  return known.value;
};

test("[BL2] what the log names and the relay does not hold is offered; two pieces go out before one is acknowledged; in the end it is on the relay", async () => {
  const { alice, drain } = await evidence(21);
  const hash = await shared(alice, picture(1, 3 * CHUNK));
  const id = await idOf(alice, hash);
  const relay = spokenTo(alice);
  await drain();
  expect(relay.take()).toEqual([]);
  relay.talk.begin();
  await drain();
  expect(relay.take()).toEqual(["bhave 0-4"]);
  await relay.want(id, [{ from: 0, to: 4 }]);
  await drain();
  expect(relay.take()).toEqual(["chunk 0", "chunk 1"]);
  await relay.have(id, [{ from: 0, to: 1 }]);
  await drain();
  expect(relay.take()).toEqual(["chunk 2"]);
  expect(alice.exchange.state.get().get(hash)?.onRelay).toBe(false);
  await relay.have(id, [{ from: 1, to: 3 }]);
  await drain();
  expect(relay.take()).toEqual(["chunk 3"]);
  await relay.have(id, [{ from: 3, to: 4 }]);
  await drain();
  expect([relay.take(), alice.exchange.state.get().get(hash)?.onRelay]).toEqual([[], true]);
  // It has lost all of it: offered anew, at once.
  await relay.have(id, []);
  await drain();
  expect([relay.take(), alice.exchange.state.get().get(hash)?.onRelay]).toEqual([["bhave 0-4"], false]);
});

test("[BL2] what the relay holds already when the talk begins is not offered; of a part, only the rest is sent", async () => {
  const { alice, drain } = await evidence(22);
  const whole = await idOf(alice, await shared(alice, picture(1, 500)));
  const part = await idOf(alice, await shared(alice, picture(2, 2 * CHUNK)));
  const relay = spokenTo(alice);
  await relay.have(whole, [{ from: 0, to: 2 }]);
  await relay.have(part, [{ from: 0, to: 2 }]);
  relay.talk.begin();
  await drain();
  expect(relay.take()).toEqual(["bhave 0-3"]);
  await relay.want(part, [{ from: 2, to: 3 }]);
  await drain();
  expect(relay.take()).toEqual(["chunk 2"]);
});

test("[RL3, I10] a quota that is full is shown for that blob, and the next ones go on; a full disk is tried again after a minute", async () => {
  const { alice, drain, pass } = await evidence(23);
  const [one, two] = [await shared(alice, picture(1, 900)), await shared(alice, picture(2, 500))];
  const [first, second] = [await idOf(alice, one), await idOf(alice, two)];
  const relay = spokenTo(alice);
  relay.talk.begin();
  await drain();
  expect(relay.take()).toEqual(["bhave 0-2 0-2"]);
  const record = recordHash("ee".repeat(32));
  // What is no blob is left to others.
  expect(relay.talk.refused("quota", [recordHash(first), record])).toEqual([record]);
  // A piece was under way when the first one, its manifest, was refused.
  expect(relay.talk.refused("missing", [recordHash(first)])).toEqual([]);
  await relay.want(second, [{ from: 0, to: 2 }]);
  await drain();
  expect(relay.take()).toEqual(["chunk 0", "chunk 1"]);
  expect(relay.talk.refused("disk", [recordHash(second)])).toEqual([]);
  await drain();
  const states = alice.exchange.state.get();
  expect([states.get(one)?.notTaken, states.get(two)?.notTaken]).toEqual(["quota", "disk"]);
  await pass(59_000, alice);
  expect(relay.take()).toEqual([]);
  await pass(1000, alice);
  // Only what was refused for want of disk.
  expect(relay.said.splice(0)).toEqual([{ is: "bhave", blobs: [{ id: second, places: [{ from: 0, to: 2 }] }] }]);
});

test("[RL3] an offer nobody answers is said again after twenty seconds, and no sooner", async () => {
  const { alice, pass } = await evidence(24);
  await shared(alice, picture(1, 500));
  const relay = spokenTo(alice);
  relay.talk.begin();
  await pass(19_000, alice);
  expect(relay.take()).toEqual(["bhave 0-2"]);
  await pass(2000, alice);
  expect(relay.take()).toEqual(["bhave 0-2"]);
});

test("[RL2] a viewer brings nothing to the relay, whatever she holds", async () => {
  const { world, alice, holder, join, spread, drain, pass } = await evidence(25);
  const hash = await shared(alice, picture(1, 500));
  const vera = holder(await invite(world, alice.who, "vera", VIEWER));
  await spread(alice, vera);
  join(alice, vera);
  await drain();
  expect(vera.exchange.state.get().get(hash)?.is).toBe("here");
  const relay = spokenTo(vera);
  relay.talk.begin();
  await pass(30_000, vera);
  expect(relay.take()).toEqual([]);
});
