/** A case shared through a real relay: found, join, edit apart and together, look only, go out; and what the relay has seen of it. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HELPER, OUT, VIEWER, type DeviceKeys } from "@recourse/sync/log";
import { foundOn, newDevice, openMember, sameState, until, type Member } from "./member.ts";
import { openRawClient } from "./raw-client.ts";
import { relayPlace, startRelay, type RelayPlace, type RelayProcess } from "./relay-process.ts";

let place: RelayPlace;
let relay: RelayProcess;
let alice: Member;
let bob: Member;
beforeAll(async () => {
  place = await relayPlace();
  relay = await startRelay(place);
});
afterAll(async () => {
  relay.child.kill("SIGKILL");
  await relay.gone;
  await place.remove();
});

const rawClient = (keys: DeviceKeys, of: Member, origin = `http://localhost:${relay.port}`) =>
  openRawClient(relay.port, keys, of.caseId, origin);

test("[I6, I7, FR2] alice founds, bob is taken in; both write together, and apart while there is no way to the relay: one document", async () => {
  alice = await foundOn();
  const keys = await newDevice();
  const atAlice = alice.link(relay.port);
  await alice.put("o1/title", "CANARY-first");
  await until(() => alice.acknowledged.size === 2, "alice's two records on the relay");
  await alice.admit(keys, HELPER);
  bob = await openMember(keys, alice.caseId);
  let atBob = bob.link(relay.port);
  await until(() => bob.state().includes("CANARY-first"), "bob sees it");
  await Promise.all([alice.put("o1/note", "CANARY-a"), bob.put("o2/note", "CANARY-b")]);
  await until(() => alice.state().includes("CANARY-b") && bob.state().includes("CANARY-a"), "both see both");
  atBob.close();
  await bob.put("o1/note", "CANARY-offline-bob");
  await alice.put("o3/note", "CANARY-offline-alice");
  expect(await bob.outbox()).toBe(1);
  atBob = bob.link(relay.port);
  await until(() => sameState(alice, bob) && bob.state().includes("offline-alice"), "one document again");
  await until(() => atAlice.state.get().is === "live" && atBob.state.get().is === "live", "live");
  await until(() => alice.acknowledged.size + bob.acknowledged.size === 7, "all on the relay");
  expect([await alice.outbox(), await bob.outbox()]).toEqual([0, 0]);
  // Seen by: what bob has signed reaches alice through the relay.
  await until(() => atAlice.state.get().seen.has(bob.keys.id), "bob's signed HAVE");
  atAlice.close();
  atBob.close();
}, 30_000);

test("[RL2, S3] a viewer gets everything and can push nothing, not even a good record of another; a helper can; a stranger gets nothing", async () => {
  const vera = await newDevice();
  const atAlice = alice.link(relay.port);
  await alice.admit(vera, VIEWER);
  await until(() => [...alice.acknowledged].length === 6, "the admit on the relay");
  await bob.put("o9/title", "made without a way to the relay");
  const [record] = bob.session.sealed.get();
  if (record === undefined) throw new Error("nothing sealed");
  const looks = await rawClient(vera, alice);
  looks.say({ is: "recs", records: [record.bytes] });
  await until(() => looks.nacks().length > 0, "NACK");
  expect(looks.nacks()).toEqual(["read_only"]);
  looks.say({ is: "want", hashes: [...alice.acknowledged], after: [] });
  await until(() => looks.heard.some(({ is }) => is === "recs"), "records for vera");
  looks.close();
  const helps = await rawClient(bob.keys, alice);
  helps.say({ is: "recs", records: [record.bytes] });
  await until(() => helps.heard.some(({ is }) => is === "ack" || is === "nack"), "ACK");
  // bob stands on records the relay has: nothing is missing.
  expect(helps.nacks()).toEqual([]);
  helps.close();
  const stranger = await rawClient(await newDevice(), alice);
  await until(stranger.isClosed, "closed");
  expect([stranger.nacks(), stranger.heard.map(({ is }) => is)]).toEqual([["not_member"], ["hello", "nack"]]);
  const elsewhere = await rawClient(vera, alice, "https://evil.test");
  await until(elsewhere.isClosed, "closed");
  expect(elsewhere.nacks()).toEqual(["auth"]);
  atAlice.close();
}, 30_000);

test("[RL2, EP5, RE4] who is put out is let go at once, and gets nothing when he comes again", async () => {
  const mallory = await newDevice();
  const atAlice = alice.link(relay.port);
  await alice.admit(mallory, HELPER);
  const before = alice.acknowledged.size;
  await until(() => alice.acknowledged.size > before - 1 && atAlice.state.get().is === "live", "live");
  await until(
    () =>
      alice.session.log.index
        .all()
        .every(({ node }) => node.log.startsWith(bob.keys.id) || alice.acknowledged.has(node.hash)),
    "all of alice's on the relay",
  );
  const inside = await rawClient(mallory, alice);
  await until(() => inside.heard.some(({ is }) => is === "have"), "HAVE");
  await alice.lower(mallory, OUT);
  await until(inside.isClosed, "let go");
  expect(inside.nacks()).toEqual(["not_member"]);
  const again = await rawClient(mallory, alice);
  await until(again.isClosed, "closed");
  expect(again.heard.map(({ is }) => is)).toEqual(["hello", "nack"]);
  atAlice.close();
}, 30_000);

test("[RL3] broken messages, text and too long ones end that connection and nothing else; metrics count and name nobody", async () => {
  for (const message of [new Uint8Array([3, 1, 0]), "text", new Uint8Array(1_048_577)]) {
    const client = await rawClient(alice.keys, alice);
    const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/sync`);
    let closed = false;
    socket.addEventListener("close", () => {
      closed = true;
    });
    socket.addEventListener("open", () => socket.send(message));
    await until(() => closed, "closed");
    client.say({ is: "ping", token: new Uint8Array(8) });
    await until(() => client.heard.some(({ is }) => is === "pong"), "still there for others");
    client.close();
  }
  const foreign = await fetch(`http://127.0.0.1:${relay.port}/metrics`);
  const text = await foreign.text();
  expect(text).toMatch(/^recourse_relay_records_stored_total [1-9]\d*$/m);
  expect(text).toMatch(/^recourse_relay_commits_failed_total 0$/m);
  expect(text).not.toContain(alice.caseId);
});

test("[S1, I9] nothing of what was written, named or used as a key is in the relay's file, its log ahead or its output", async () => {
  const files = await Promise.all([place.file, `${place.file}-wal`].map((file) => readFile(file)));
  const all = Buffer.concat([...files, Buffer.from(relay.printed())]);
  // The search works: the case id, which the relay must know, is found.
  expect(all.includes(Buffer.from(alice.caseId, "hex"))).toBe(true);
  const words = ["CANARY", "offline-alice", "made without"].map((word) => Buffer.from(word));
  const keys = [...alice.session.keyring.all().values()].map((key) => Buffer.from(key));
  expect(keys.length).toBe(2);
  for (const secret of [...words, ...keys]) {
    const forms = [secret, Buffer.from(secret.toString("hex")), Buffer.from(secret.toString("utf8"), "utf16le")];
    // Base64 of a part of a longer text, at each of the three places where it may begin.
    for (const pad of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.alloc(pad), secret]).toString("base64");
      forms.push(Buffer.from(text.slice(pad === 0 ? 0 : 4, -4)));
    }
    for (const form of forms) if (form.length > 4) expect(all.includes(form), secret.toString()).toBe(false);
  }
  expect(relay.printed()).not.toMatch(/127\.0\.0\.1/);
});

test("[RL1, I12] asked to stop, the relay says goodbye, ends with 0, and has everything when it comes again; a lost file is noticed and fed anew", async () => {
  relay.child.kill("SIGTERM");
  const [code] = (await relay.gone) as readonly unknown[];
  expect(code).toBe(0);
  const { port } = relay;
  relay = await startRelay(place, port);
  let atAlice = alice.link(port);
  await until(() => atAlice.state.get().is === "live", "live");
  expect(atAlice.state.get().rolledBack).toBeUndefined();
  atAlice.close();
  relay.child.kill("SIGTERM");
  await relay.gone;
  await place.remove();
  place = await relayPlace();
  relay = await startRelay(place, port);
  // A helper is enough to feed it.
  const atBob = bob.link(port);
  await until(() => atBob.state.get().rolledBack === "new_relay", "noticed");
  await until(() => atBob.state.get().is === "live", "live");
  atAlice = alice.link(port);
  await until(() => atAlice.state.get().rolledBack === "new_relay", "noticed by alice");
  const vera = await openMember(alice.keys, alice.caseId);
  const fresh = vera.link(port);
  await until(() => sameState(vera, alice), "everything is there again");
  for (const link of [atAlice, atBob, fresh]) link.close();
}, 30_000);
