/** Somebody joins by a link through a real relay: the same six digits, then the whole case; a used link opens nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserScheduler } from "@recourse/sync";
import { admission, HELPER, type DeviceKeys, type RecordHash } from "@recourse/sync/log";
import {
  confirmJoin,
  connectWebSocket,
  createInviteCall,
  createInviteDesk,
  decodeInviteFragment,
  encodeInviteLink,
  inviteKeysOf,
  openCaseLink,
  socketAddress,
  type InviteDesk,
} from "@recourse/sync/wire";
import { foundOn, newDevice, openMember, random, sealer, until, type Member } from "./member.ts";
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

const call = async (link: string, device: DeviceKeys, name: string) => {
  const read = decodeInviteFragment(new URL(link).hash);
  if (read === undefined) throw new Error("no invite");
  const origin = `http://localhost:${relay.port}`;
  const transport = connectWebSocket(socketAddress(`http://127.0.0.1:${relay.port}`), browserScheduler());
  const of = await createInviteCall({ link: read, device, name, origin, sealer, random, send: transport.send });
  transport.start({ message: (bytes) => void of.take(bytes), end: () => undefined });
  of.start();
  return { ...of, close: transport.close };
};

/** alice's link with the relay, at whose other end her desk hears who joins. */
const linkWithDesk = (alice: Member, desk: () => InviteDesk | undefined) =>
  openCaseLink({
    session: alice.session,
    store: alice.store,
    sealer,
    device: alice.keys,
    origin: `http://localhost:${relay.port}`,
    connect: () => connectWebSocket(socketAddress(`http://127.0.0.1:${relay.port}`), browserScheduler()),
    scheduler: browserScheduler(),
    random,
    now: Date.now,
    marks: { read: () => undefined, write: () => undefined },
    hearJoin: async (frame) => {
      const sealed = await desk()?.hear(frame.joiner, frame.sealed);
      return sealed === undefined ? undefined : { ...frame, sealed };
    },
  });

test("[JO2, JO3, JO4, RL2] bob joins by a link while alice is away at first; the digits are the same; then it opens nothing more", async () => {
  const alice = await foundOn();
  let desk: InviteDesk | undefined;
  let link = linkWithDesk(alice, () => desk);
  const of = { caseId: alice.caseId, seed: random(32) };
  const keys = await inviteKeysOf(of);
  const expires = Date.now() + 60_000;
  const written = await alice.session.write((author) =>
    author.entry({ op: "invite", key: keys.edPub, level: HELPER, expires, uses: 1 }),
  );
  if (!written.ok) throw new Error(written.error.kind);
  const [entry] = written.value;
  if (entry === undefined) throw new Error("nothing written");
  await until(() => alice.acknowledged.has(entry.hash), "the invite on the relay");
  desk = createInviteDesk({
    ...of,
    invite: entry.hash,
    keys,
    sealer,
    random,
    owner: alice.keys,
    log: alice.session.log,
    now: Date.now,
  });
  link.close();

  const address = encodeInviteLink("http://localhost", of);
  const bobKeys = await newDevice();
  const bob = await call(address, bobKeys, "bob");
  await until(() => bob.state.get().is === "asking", "bob asks");
  link = linkWithDesk(alice, () => desk);
  await until(() => bob.state.get().is === "comparing" && desk?.requests()[0]?.is === "comparing", "both compare");
  const shown = bob.state.get();
  const [request] = desk.requests();
  expect(shown.is === "comparing" && shown.code).toBe(request?.code);
  if (request === undefined) throw new Error("no request");

  expect(desk.mayAdmit(request.joiner)).toBe(true);
  const { session } = alice;
  const members = { log: session.log, keyring: session.keyring, sealer, random };
  const admits = await admission(members, { keys: request.keys, level: HELPER, by: alice.keys.id, invite: entry.hash });
  if (!admits.ok) throw new Error(admits.error.kind);
  const admitted = await session.write((author) => author.entry(admits.value));
  const admit: RecordHash | undefined = admitted.ok ? admitted.value.at(-1)?.hash : undefined;
  if (admit === undefined) throw new Error("not admitted");
  const done = await desk.admitted(request.joiner, admit);
  const joiner = Uint8Array.from(Buffer.from(request.joiner, "hex"));
  if (done !== undefined) link.sayJoin({ is: "join", invite: entry.hash, joiner, sealed: done });
  await until(() => bob.state.get().is === "admitted", "bob hears it");
  bob.close();

  await until(() => alice.acknowledged.has(admit), "the admit on the relay");
  await alice.put("o1/title", "for bob");
  const member = await openMember(bobKeys, alice.caseId);
  const at = member.link(relay.port);
  await until(() => member.state().includes("for bob"), "bob reads");
  const joined = bob.state.get();
  expect(joined.is === "admitted" && confirmJoin(member.session.log, joined, bobKeys.id)).toEqual({
    ok: true,
    value: HELPER,
  });

  const mallory = await call(address, await newDevice(), "bob");
  await until(() => mallory.state.get().is === "closed", "the link is used up");
  expect(mallory.state.get()).toEqual({ is: "closed", code: "invite" });
  for (const each of [link, at, mallory]) each.close();
}, 30_000);

test("[RL2] three people may ask with one link, a fourth is turned away by the relay already", async () => {
  const alice = await foundOn();
  const link = alice.link(relay.port);
  const of = { caseId: alice.caseId, seed: random(32) };
  const keys = await inviteKeysOf(of);
  const written = await alice.session.write((author) =>
    author.entry({ op: "invite", key: keys.edPub, level: HELPER, expires: Date.now() + 60_000, uses: 1 }),
  );
  const hash = written.ok ? written.value[0]?.hash : undefined;
  await until(() => hash !== undefined && alice.acknowledged.has(hash), "the invite on the relay");
  const address = encodeInviteLink("http://localhost", of);
  const calls = [];
  for (let n = 0; n < 3; n++) {
    const each = await call(address, await newDevice(), `n${n}`);
    await until(() => each.state.get().is === "asking", "asks");
    calls.push(each);
  }
  const fourth = await call(address, await newDevice(), "n3");
  await until(() => fourth.state.get().is === "closed", "turned away");
  expect(calls.map(({ state }) => state.get().is)).toEqual(["asking", "asking", "asking"]);
  for (const each of [...calls, fourth, link]) each.close();
}, 30_000);
