/**
 * Evidence of a case shared through a real relay: brought, cut off, resumed, altered on the disk, dropped; who gets it, and what the relay sees of it.
 * `SEED` chooses other places to flip.
 */
import { readFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sha256 } from "@recourse/core";
import { createNamedBlobs } from "@recourse/sync/blobs";
import { HELPER, OUT, VIEWER } from "@recourse/sync/log";
import { heldIn, piecesIn, withEvidence, type EvidenceMember } from "./evidence-member.ts";
import { foundOn, newDevice, openMember, until } from "./member.ts";
import { openRawClient } from "./raw-client.ts";
import { relayPlace, startRelay, type RelayPlace, type RelayProcess } from "./relay-process.ts";

const seed = Number(process.env["SEED"] ?? 1);
const MIB = 1_048_576;
let place: RelayPlace;
let relay: RelayProcess;
let alice: EvidenceMember;
let bob: EvidenceMember;
let large: Sha256;
let small: readonly Sha256[];
beforeAll(async () => {
  place = await relayPlace();
  relay = await startRelay(place);
});
afterAll(async () => {
  relay.child.kill("SIGKILL");
  await relay.gone;
  await place.remove();
});

/** Bytes that nobody mistakes for others, with a word in them that no relay may ever see. */
const picture = (n: number, length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  const word = new TextEncoder().encode(`CANARY-picture-${n}-`);
  for (let at = 0; at < length; at++) bytes[at] = word[at % word.length] ?? 0;
  return bytes;
};
const restarted = async (): Promise<void> => {
  const { port } = relay;
  relay.child.kill("SIGKILL");
  await relay.gone;
  relay = await startRelay(place, port);
};
const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${relay.port}/metrics`)).text();
  return Number(new RegExp(`^recourse_relay_${name} (\\d+)$`, "m").exec(text)?.[1]);
};
/** Waits until the relay counts so many. */
const untilCounted = async (name: string, count: number): Promise<void> => {
  let now = -1;
  for (const end = Date.now() + 20_000; now !== count; now = await metric(name)) {
    if (Date.now() > end) throw new Error(`${name} is ${now}, not ${count}`);
    await new Promise((go) => setTimeout(go, 50));
  }
};
const everyone = (who: EvidenceMember, hashes: readonly Sha256[]) => hashes.every(who.isHere);

test("[BL1, BL2, R2] alice brings 3 MiB and twenty small pictures; the line is cut and the relay killed in the middle: what has arrived is not sent again, everything is there in the end", async () => {
  alice = withEvidence(await foundOn());
  large = await alice.share(picture(100, 3 * MIB));
  small = await Promise.all(Array.from({ length: 20 }, (_, n) => alice.share(picture(n, 1000 + 777 * n))));
  const first = alice.link(relay.port);
  // Small ones go first: 20 × 2 pieces, then the manifest and the first of twelve chunks of the large one.
  await until(() => heldIn(alice.heard).length >= 45, "the large one is under way", 30_000);
  const before = new Set(heldIn(alice.heard));
  first.close();
  await alice.exchange.idle();
  const sentBefore = alice.sent.length;
  await restarted();
  expect([small.every(alice.isOnRelay), alice.isOnRelay(large)]).toEqual([false, false]);
  const second = alice.link(relay.port);
  await until(() => [large, ...small].every(alice.isOnRelay), "everything on the relay", 30_000);
  const again = piecesIn(alice.sent.slice(sentBefore));
  expect(again.filter((each) => before.has(each))).toEqual([]);
  expect(again.length).toBeGreaterThan(0);
  expect(new Set(again).size).toBe(again.length);
  // 20 × (manifest + 1) and manifest + 12.
  expect(new Set(piecesIn(alice.sent)).size).toBe(53);
  second.close();
}, 60_000);

test("[BL2, RL2] bob, who joins while alice is away, sees the small ones at once and the large one when he asks; cut off in the middle, nothing arrives twice", async () => {
  const keys = await newDevice();
  const atAlice = alice.link(relay.port);
  await alice.member.admit(keys, HELPER);
  await until(() => alice.member.acknowledged.size === alice.member.session.log.index.all().length, "bob's admit");
  atAlice.close();
  bob = withEvidence(await openMember(keys, alice.member.caseId));
  const first = bob.link(relay.port);
  await until(() => everyone(bob, small), "the small ones", 30_000);
  expect(bob.exchange.state.get().get(large)).toMatchObject({ is: "missing", got: 0, of: 12 });
  bob.exchange.demand(large);
  await until(() => (bob.exchange.state.get().get(large)?.got ?? 0) >= 3, "three chunks");
  first.close();
  await restarted();
  const second = bob.link(relay.port);
  await until(() => bob.isHere(large), "the large one", 30_000);
  for (const [n, hash] of small.entries())
    expect((await bob.bytesOf(hash))?.equals(Buffer.from(picture(n, 1000 + 777 * n)))).toBe(true);
  expect((await bob.bytesOf(large))?.equals(Buffer.from(picture(100, 3 * MIB)))).toBe(true);
  const pieces = piecesIn(bob.heard);
  expect([pieces.length, new Set(pieces).size]).toEqual([53, 53]);
  expect(bob.exchange.faults.get()).toEqual([]);
  second.close();
}, 60_000);

test("[RL2, S3, S4] a viewer gets evidence and brings none; a stranger, and who was put out, gets nothing", async () => {
  const [veraKeys, malloryKeys] = [await newDevice(), await newDevice()];
  const atAlice = alice.link(relay.port);
  await alice.member.admit(veraKeys, VIEWER);
  await alice.member.admit(malloryKeys, HELPER);
  await until(() => alice.member.acknowledged.size === alice.member.session.log.index.all().length, "admitted");
  const vera = withEvidence(await openMember(veraKeys, alice.member.caseId));
  const atVera = vera.link(relay.port);
  await until(() => everyone(vera, small), "vera sees the small ones", 30_000);
  atVera.close();
  const [id] =
    createNamedBlobs(alice.member.session.log)
      .all()
      .get(small[0] ?? large) ?? [];
  if (id === undefined) throw new Error("not named");
  const wants = { is: "bwant", blobs: [{ id: id.id, places: [{ from: 0, to: 2 }] }] } as const;
  const brings = { is: "bchunk", id: id.id, place: 0, bytes: new Uint8Array(60) } as const;

  const viewer = await openRawClient(relay.port, veraKeys, alice.member.caseId);
  viewer.say(brings);
  await until(() => viewer.nacks().length > 0, "NACK");
  expect(viewer.nacks()).toEqual(["read_only"]);
  viewer.close();
  const stranger = await openRawClient(relay.port, await newDevice(), alice.member.caseId);
  stranger.say(wants);
  await until(stranger.isClosed, "closed");
  expect(stranger.heard.map(({ is }) => is)).toEqual(["hello", "nack"]);

  const mallory = await openRawClient(relay.port, malloryKeys, alice.member.caseId);
  mallory.say(wants);
  await until(() => mallory.heard.filter(({ is }) => is === "bchunk").length === 2, "as long as he is a member");
  // A piece of his own making does not take the place of the right one.
  mallory.say(brings, { is: "bchunk", id: id.id, place: 1, bytes: new Uint8Array(60) });
  mallory.say({
    is: "bchunk",
    id: createNamedBlobs(alice.member.session.log).all().get(large)?.[0]?.id ?? id.id,
    place: 40,
    bytes: new Uint8Array(60),
  });
  await until(() => mallory.nacks().length > 0, "NACK");
  expect(mallory.nacks()).toEqual(["noise"]);
  await alice.member.lower(malloryKeys, OUT);
  await until(mallory.isClosed, "let go");
  const count = mallory.heard.length;
  const again = await openRawClient(relay.port, malloryKeys, alice.member.caseId);
  again.say(wants);
  await until(again.isClosed, "closed");
  expect([again.heard.map(({ is }) => is), mallory.heard.length]).toEqual([["hello", "nack"], count]);
  atAlice.close();
}, 60_000);

test(`[R5] a byte of every piece of half the pictures flipped in the relay's file: none is handed out, the others load; bob brings the altered ones again (seed ${seed})`, async () => {
  const keys = await newDevice();
  const atAlice = alice.link(relay.port);
  await alice.member.admit(keys, HELPER);
  await until(() => alice.member.acknowledged.size === alice.member.session.log.index.all().length, "admitted");
  atAlice.close();
  relay.child.kill("SIGTERM");
  await relay.gone;
  const named = createNamedBlobs(alice.member.session.log);
  const idsOf = (hashes: readonly Sha256[]): readonly string[] =>
    hashes.flatMap((hash) => (named.all().get(hash) ?? []).map(({ id }) => id));
  const bad = new Set(idsOf([large, ...small.slice(10)]));
  const database = new DatabaseSync(place.file);
  const rows = database.prepare("SELECT rowid AS n, lower(hex(blob_id)) AS id, bytes FROM blob_pieces").all();
  const change = database.prepare("UPDATE blob_pieces SET bytes = ? WHERE rowid = ?");
  let state = seed;
  const spoiled = rows.filter(({ id }) => bad.has(String(id)));
  for (const { n, bytes } of spoiled) {
    if (!(bytes instanceof Uint8Array) || typeof n !== "number") throw new Error("no row");
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const altered = new Uint8Array(bytes);
    altered[state % altered.length] = (altered[state % altered.length] ?? 0) ^ (1 << (state % 8));
    change.run(altered, n);
  }
  database.close();
  // Ten small ones of two pieces, and the large one of thirteen.
  expect(spoiled.length).toBe(33);
  relay = await startRelay(place, relay.port);
  const carol = withEvidence(await openMember(keys, alice.member.caseId));
  const atCarol = carol.link(relay.port);
  carol.exchange.demand(large);
  await until(() => everyone(carol, small.slice(0, 10)), "the others", 30_000);
  // Of each altered one the manifest is asked for first, and found out.
  await untilCounted("pieces_spoiled_total", 11);
  expect([large, ...small.slice(10)].some(carol.isHere)).toBe(false);
  expect(carol.exchange.faults.get()).toEqual([]);
  const atBob = bob.link(relay.port);
  await until(() => everyone(carol, [large, ...small]), "everything, from bob through the relay", 40_000);
  expect((await carol.bytesOf(large))?.equals(Buffer.from(picture(100, 3 * MIB)))).toBe(true);
  expect(await metric("pieces_spoiled_total")).toBe(33);
  expect(carol.exchange.faults.get()).toEqual([]);
  for (const link of [atCarol, atBob]) link.close();
}, 90_000);

test("[S1, I9] no byte of a picture, no key of one and no SHA-256 of one is in the relay's file, its log ahead, its output or in what went over the lines", async () => {
  const files = await Promise.all([place.file, `${place.file}-wal`].map((file) => readFile(file)));
  const lines = [alice, bob].flatMap(({ sent, heard }) => [...sent, ...heard]);
  const seen = Buffer.concat([...files, ...lines, Buffer.from(relay.printed())]);
  const named = createNamedBlobs(alice.member.session.log);
  const blobs = [...named.all().values()].flat();
  expect(blobs).toHaveLength(21);
  // The search works: names of sealed blobs, which the relay must know, are found.
  expect(blobs.every(({ id }) => seen.includes(Buffer.from(id, "hex")))).toBe(true);
  const secrets = [
    Buffer.from("CANARY-picture"),
    ...blobs.slice(0, 5).flatMap(({ key, sha256 }) => [Buffer.from(key), Buffer.from(sha256, "hex")]),
  ];
  for (const secret of secrets) {
    const forms = [secret, Buffer.from(secret.toString("hex"))];
    // Base64 of a part of a longer text, at each of the three places where it may begin.
    for (const pad of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.alloc(pad), secret]).toString("base64");
      forms.push(Buffer.from(text.slice(pad === 0 ? 0 : 4, -4)));
    }
    for (const form of forms) expect(seen.includes(form), secret.toString("hex")).toBe(false);
  }
}, 30_000);

test("[ME1, RL3] what alice drops is gone from the relay's file; with little room small evidence is taken, large is refused and shown, and records go on", async () => {
  const atAlice = alice.link(relay.port);
  await until(() => [large, ...small].every(alice.isOnRelay), "as it was", 30_000);
  const entry = alice.exchange.dropping([large, ...small.slice(1)]);
  if (entry === undefined) throw new Error("nothing to drop");
  const written = await alice.member.session.write((author) => author.entry(entry));
  expect(written.ok).toBe(true);
  const rows = (): number => {
    const database = new DatabaseSync(place.file, { readOnly: true });
    const count = database.prepare("SELECT count(*) AS n FROM blob_pieces").get()?.["n"];
    database.close();
    return Number(count);
  };
  await until(() => rows() === 2, "freed");
  await until(() => alice.exchange.state.get().size === 1, "no longer named");
  atAlice.close();
  const { port } = relay;
  relay.child.kill("SIGTERM");
  await relay.gone;
  relay = await startRelay(place, port, ["env", "BLOB_QUOTA=100KiB"]);
  const again = alice.link(port);
  const [little, much] = [await alice.share(picture(200, 40_000)), await alice.share(picture(201, 2 * MIB))];
  await until(() => alice.isOnRelay(little), "the small one");
  await until(() => alice.exchange.state.get().get(much)?.notTaken === "quota", "the large one is refused");
  await alice.member.put("o1/title", "goes on");
  await until(() => alice.member.acknowledged.size === alice.member.session.log.index.all().length, "records go on");
  expect(again.state.get().notTaken.size).toBe(0);
  again.close();
}, 60_000);
