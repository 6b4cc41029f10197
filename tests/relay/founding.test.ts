/** A case that a relay does not know: who may feed it, and what somebody learns who was there before its members. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { HELPER } from "@recourse/sync/log";
import { foundOn, newDevice, until } from "./member.ts";
import { openRawClient } from "./raw-client.ts";
import { relayPlace, startRelay, type RelayPlace, type RelayProcess } from "./relay-process.ts";

let place: RelayPlace;
let relay: RelayProcess;
beforeAll(async () => {
  place = await relayPlace();
  relay = await startRelay(place);
});
afterAll(async () => {
  relay.child.kill("SIGKILL");
  await relay.gone;
  await place.remove();
});

test("[RL2] a stranger who waits for a case that is not there yet hears nothing of it when it comes", async () => {
  const alice = await foundOn();
  const camper = await openRawClient(relay.port, await newDevice(), alice.caseId);
  await until(() => camper.heard.some(({ is }) => is === "have"), "the empty case");
  const link = alice.link(relay.port);
  await alice.put("o1/title", "x");
  await until(() => alice.acknowledged.size === 2, "founded");
  camper.say({ is: "want", hashes: [...alice.acknowledged], after: [] });
  camper.say({ is: "have", count: 0, digest: new Uint8Array(32), tips: [], signed: undefined });
  camper.say({ is: "ping", token: new Uint8Array(8) });
  await until(() => camper.heard.some(({ is }) => is === "pong") || camper.isClosed(), "an answer");
  expect(camper.heard.filter(({ is }) => is === "recs" || is === "eph" || is === "join")).toEqual([]);
  expect(camper.heard.flatMap((frame) => (frame.is === "have" ? (frame.tips ?? []) : []))).toEqual([]);
  // Gone and come again he is a stranger like others.
  camper.close();
  const again = await openRawClient(relay.port, await newDevice(), alice.caseId);
  await until(again.isClosed, "closed");
  expect(again.nacks()).toEqual(["not_member"]);
  link.close();
});

test("[I12, RL2] a helper feeds a relay record by record, before his own admission has come, and reads when it has", async () => {
  const alice = await foundOn();
  const bob = await newDevice();
  await alice.put("o1/title", "x");
  await alice.admit(bob, HELPER);
  const records = alice.session.log.index.all().map(({ record }) => record.bytes);
  expect(records.length).toBe(3);
  const client = await openRawClient(relay.port, bob, alice.caseId);
  const acks = (): number => client.heard.filter(({ is }) => is === "ack").length;
  for (const [n, record] of records.entries()) {
    client.say({ is: "recs", records: [record] });
    await until(() => acks() === n + 1, `ACK ${n}`);
  }
  const hashes = alice.session.log.index.all().map(({ record }) => record.hash);
  client.say({ is: "want", hashes, after: [] });
  await until(() => client.heard.some(({ is }) => is === "recs"), "bob reads");
  expect([client.nacks(), client.isClosed()]).toEqual([[], false]);
  client.close();
});
