/**
 * People who share a case, for tests: each with a device, a session, a log and a document. Ciphers are real or, for long histories, none at all.
 */
import * as Y from "yjs";
import { createDoc } from "../layout.ts";
import { concat, sameBytes, toHex, zeros, type Bytes } from "./bytes.ts";
import { createCaseLog, type CaseLog, type Receipt } from "./case-log.ts";
import { createCaseView, type CaseView } from "./case-view.ts";
import { deviceKeysOf, type DeviceKeys } from "./device-keys.ts";
import type { Entry, Level } from "./entry.ts";
import { RULES } from "./full-rules.ts";
import { foundCase } from "./genesis.ts";
import { createKeyring, type Keyring } from "./keyring.ts";
import { deviceIdOf, NO_EPOCH, sessionId, type LogCaseId } from "./log-ids.ts";
import { admission, lowering, rotating, type MemberPorts } from "./member-changes.ts";
import { createAuthor, type AuthorPorts, type LogHead, type RecordAuthor } from "./record-author.ts";
import type { Rules } from "./rules.ts";
import { createSealer, type Sealer } from "./sealer.ts";
import { encodeBody, recordKeySource } from "./sealed-body.ts";
import { encodeHead, signRecord, UPDATE, type RecordHead, type SignedRecord } from "./signed-record.ts";

/** Random numbers from a seed: mulberry32. */
export type Random = () => number;
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
export const bytesFrom =
  (random: Random) =>
  (length: number): Bytes =>
    Uint8Array.from({ length }, () => Math.floor(random() * 256));
export const below = (random: Random, most: number): number => Math.floor(random() * most);
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const all = [...list];
  for (let n = all.length - 1; n > 0; n--) {
    const other = below(random, n + 1);
    const [a, b] = [all[n], all[other]];
    if (a !== undefined && b !== undefined) [all[n], all[other]] = [b, a];
  }
  return all;
}

/** No secrecy and no real signatures, but the same questions get the same answers: a text sealed or signed otherwise does not open. */
export function nullSealer(): Sealer {
  const tagOf = (parts: readonly Uint8Array[]): Bytes => {
    const tag = zeros(16);
    let at = 0;
    for (const part of parts) for (const byte of part) tag[at % 16] = ((tag[at++ % 16] ?? 0) * 31 + byte + 7) & 255;
    return tag;
  };
  return {
    seal: async ({ key, info }, nonce, aad, plain) => concat(plain, tagOf([key, info, nonce, aad, plain])),
    open: async ({ key, info }, nonce, aad, sealed) => {
      const plain = sealed.slice(0, -16);
      return sameBytes(tagOf([key, info, nonce, aad, plain]), sealed.subarray(-16)) ? plain : undefined;
    },
    verify: async (edPub, text, signature) => sameBytes(nullSignature(edPub, text), signature),
    box: async ({ xPub }, key) => ({ ephemeral: xPub, sealed: concat(key, xPub.subarray(0, 16)) }),
  };
}
const nullSignature = (edPub: Uint8Array, text: Uint8Array): Bytes => concat(edPub, text.subarray(-32));
async function nullDevice(seed: Bytes): Promise<DeviceKeys> {
  const xPub = Uint8Array.from(seed, (byte) => byte ^ 0xa5);
  return {
    id: await deviceIdOf(seed, xPub),
    edPub: seed,
    xPub,
    sign: async (text) => nullSignature(seed, text),
    unbox: async ({ ephemeral, sealed }) => (sameBytes(ephemeral, xPub) ? sealed.slice(0, 32) : undefined),
  };
}

export interface World {
  readonly random: Random;
  readonly sealer: Sealer;
  readonly device: () => Promise<DeviceKeys>;
  readonly rules: Rules;
  /** Puts a fault between a person and the log. */
  readonly through: (log: CaseLog) => CaseLog;
  /** What the clock of a device says; it may be wrong. Units: ms since 1970. */
  readonly clock: (device: DeviceKeys) => number;
  /** Every record ever written, in the order of writing. */
  readonly written: SignedRecord[];
}
export interface WorldOptions {
  readonly seed: number;
  readonly sealed?: boolean;
  readonly rules?: Rules;
  readonly through?: (log: CaseLog) => CaseLog;
  readonly clock?: (device: DeviceKeys) => number;
}
export function createWorld(options: WorldOptions): World {
  const { seed, sealed = false, rules = RULES, through = (log) => log, clock = () => 1_760_000_000_000 } = options;
  const random = seeded(seed);
  const bytes = bytesFrom(random);
  return {
    random,
    rules,
    through,
    clock,
    sealer: sealed ? createSealer() : nullSealer(),
    device: () => (sealed ? deviceKeysOf(bytes(32)) : nullDevice(bytes(32))),
    written: [],
  };
}

export interface Person {
  readonly name: string;
  readonly keys: DeviceKeys;
  readonly log: CaseLog;
  readonly keyring: Keyring;
  readonly view: CaseView;
  author: RecordAuthor;
  /** Edits that could not be sealed yet. */
  readonly pending: Bytes[];
  readonly ports: AuthorPorts;
  readonly members: MemberPorts;
}
const portsOf = (world: World, device: DeviceKeys): AuthorPorts => ({
  device,
  sealer: world.sealer,
  random: bytesFrom(world.random),
  now: () => world.clock(device),
});

/** Someone who knows the name of a case and nothing else. */
export async function person(
  world: World,
  name: string,
  keys: DeviceKeys,
  caseId: LogCaseId,
  head?: { readonly session: string; readonly at?: LogHead },
): Promise<Person> {
  const { sealer, rules } = world;
  const keyring = createKeyring(sealer, [keys]);
  const log = world.through(createCaseLog({ caseId, sealer, keyring, rules }));
  const ports = portsOf(world, keys);
  const session = sessionId(head?.session ?? toHex(ports.random(8)));
  const author = await createAuthor(ports, {
    log,
    keyring,
    session,
    ...(head?.at === undefined ? {} : { head: head.at }),
  });
  const view = createCaseView(log, createDoc);
  view.doc().clientID = author.client;
  return {
    name,
    keys,
    log,
    keyring,
    view,
    author,
    pending: [],
    ports,
    members: { log, keyring, sealer, random: ports.random },
  };
}

export interface Founded {
  readonly alice: Person;
  readonly recovery: DeviceKeys;
  readonly caseId: LogCaseId;
}
/** alice founds a case. */
export async function found(world: World): Promise<Founded> {
  const keys = await world.device();
  const recovery = await world.device();
  const ports = portsOf(world, keys);
  const session = sessionId(toHex(ports.random(8)));
  const { caseId, genesis } = await foundCase(ports, session, recovery, { title: "refund" });
  world.written.push(genesis);
  const alice = await person(world, "alice", keys, caseId, { session, at: { seq: 1, hash: genesis.hash } });
  await take(alice, [genesis]);
  return { alice, recovery, caseId };
}

/** What the person's document shows after these came in; a rebuilt document goes with a new session. */
export async function take(who: Person, records: readonly SignedRecord[]): Promise<Receipt> {
  const receipt = await who.log.receive(records.map(({ bytes }) => bytes));
  await show(who);
  return receipt;
}
export async function show(who: Person): Promise<void> {
  const { rebuilt, doc } = who.view.catchUp();
  if (!rebuilt) return;
  const session = sessionId(toHex(who.ports.random(8)));
  who.author = await createAuthor(who.ports, { log: who.log, keyring: who.keyring, session });
  doc.clientID = who.author.client;
}

const records = (of: Awaited<ReturnType<RecordAuthor["update"]>>): readonly SignedRecord[] => {
  if (!of.ok) throw new Error(JSON.stringify(of.error));
  return of.value;
};
/** One transaction as a record; nothing when it changed nothing. */
export async function edit(world: World, who: Person, work: (doc: Y.Doc) => void): Promise<readonly SignedRecord[]> {
  const update = localUpdate(who.view.doc(), work);
  if (update === undefined) return [];
  who.pending.push(update);
  const done = records(await who.author.update(new Uint8Array(Y.mergeUpdates(who.pending))));
  who.pending.length = 0;
  world.written.push(...done);
  await show(who);
  return done;
}
export function localUpdate(doc: Y.Doc, work: (doc: Y.Doc) => void): Bytes | undefined {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  doc.on("update", keep);
  doc.transact(() => work(doc));
  doc.off("update", keep);
  const [update] = updates;
  return update === undefined ? undefined : new Uint8Array(update);
}
export async function write(
  world: World,
  who: Person,
  entry: Entry,
  names: Readonly<Record<string, string>> = {},
): Promise<SignedRecord> {
  const [record] = records(await who.author.entry(entry, names)).slice(-1);
  if (record === undefined) throw new Error("nothing written");
  world.written.push(record);
  await show(who);
  return record;
}
export async function admit(world: World, by: Person, keys: DeviceKeys, level: Level): Promise<SignedRecord> {
  const entry = await admission(by.members, { keys, level, by: by.keys.id });
  if (!entry.ok) throw new Error(entry.error.kind);
  return write(world, by, entry.value);
}
/** Takes someone in and brings him up to date with what `by` has. */
export async function invite(world: World, by: Person, name: string, level: Level): Promise<Person> {
  const keys = await world.device();
  await admit(world, by, keys, level);
  const who = await person(world, name, keys, by.log.caseId);
  await sync(by, who);
  return who;
}
export const lower = async (world: World, by: Person, who: Person, to: Level): Promise<SignedRecord> =>
  write(world, by, await lowering(by.members, who.keys.id, to));
export const rotate = async (world: World, by: Person): Promise<SignedRecord> =>
  write(world, by, await rotating(by.members));

/** Everything `from` has, in causal order. */
export const everything = (from: Person): readonly SignedRecord[] => from.log.index.all().map(({ record }) => record);
export const sync = (from: Person, to: Person): Promise<Receipt> =>
  take(
    to,
    everything(from).filter(({ hash }) => to.log.index.get(hash) === undefined),
  );

/** A document as canonical text: every root, sorted. */
export const stateOf = (doc: Y.Doc): string =>
  JSON.stringify(
    [...doc.share.keys()]
      .toSorted()
      .map((name) => [name, Object.entries(doc.getMap(name).toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1))]),
  );
/** A copy with one byte changed. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** The same device and session once more, as a cloned or restored profile has it: at `at` of its log, knowing what `of` knows. */
export async function cloned(world: World, of: Person, at?: LogHead): Promise<Person> {
  const head = at ?? of.author.head();
  const session = of.author.log.slice(32);
  const twin = await person(
    world,
    of.name,
    of.keys,
    of.log.caseId,
    head === undefined ? { session } : { session, at: head },
  );
  await twin.log.receive(everything(of).map(({ bytes }) => bytes));
  twin.view.catchUp();
  twin.view.doc().clientID = twin.author.client;
  return twin;
}

/** Puts a text where several can write into it. */
export const text = (doc: Y.Doc, key = "n1/body"): Y.Text => {
  const value = doc.getMap("note").get(key);
  if (!(value instanceof Y.Text)) throw new Error(`no text at ${key}`);
  return value;
};
export const newText =
  (key = "n1/body", letters = "") =>
  (doc: Y.Doc): void =>
    void doc.getMap("note").set(key, new Y.Text(letters));
export const put =
  (key: string, value: unknown) =>
  (doc: Y.Doc): void =>
    void doc.getMap("order").set(key, value);
export const standingsOf = (who: Person, all: readonly SignedRecord[]): readonly (string | undefined)[] =>
  all.map(({ hash }) => who.log.standings().of(hash));

/** A record under any head and epoch, with a good signature: what someone could write with a program of his own. */
export async function forged(
  world: World,
  who: Person,
  change: Partial<RecordHead>,
  payload: Bytes = Uint8Array.of(0, 0),
): Promise<SignedRecord> {
  const { log, keyring, keys, author } = who;
  const at = author.head();
  const { heads, epochFor } = log.standings();
  const deps = at === undefined ? heads.map(({ hash }) => hash).toSorted() : [at.hash];
  const known = log.index.all().at(-1)?.node;
  const epoch = change.epoch ?? (known === undefined ? undefined : epochFor(known)) ?? NO_EPOCH;
  const plain = encodeBody({ at: 0, payload });
  const session = sessionId(author.log.slice(32));
  const head: RecordHead = {
    type: UPDATE,
    caseId: log.caseId,
    device: keys.id,
    session,
    seq: (at?.seq ?? 0) + 1,
    deps,
    nonce: bytesFrom(world.random)(12),
    bodyLength: plain.length + 16,
    ...change,
    epoch,
  };
  const source = recordKeySource(keyring.get(epoch) ?? new Uint8Array(32), head.caseId, author.log);
  return signRecord(head, await world.sealer.seal(source, head.nonce, encodeHead(head), plain), keys.sign);
}
