/**
 * The record format against a second computation that shares nothing with the first: node:crypto and DataViews instead of WebCrypto and lib0.
 * `vectors/record-v1.json` holds the inputs and what both must arrive at; it never changes while `ver` is 1 (I11).
 */
import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  sign,
} from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromHex, toHex, zeros, type Bytes } from "./bytes.ts";
import { deviceKeysOf } from "./device-keys.ts";
import { decodeEntryBody, encodeEntryBody } from "./entry.ts";
import { openLockbox } from "./epoch.ts";
import {
  caseIdOf,
  clientIdOf,
  deviceId,
  epochId,
  epochOf,
  logCaseId,
  logId,
  NO_EPOCH,
  recordHash,
  sessionId,
} from "./log-ids.ts";
import { padmeLength } from "./padme.ts";
import { decodeBody, encodeBody, recordKeySource } from "./sealed-body.ts";
import { createSealer } from "./sealer.ts";
import { encodeHead, parseRecord, signRecord, type RecordHead } from "./signed-record.ts";
import vectors from "./vectors/record-v1.json" with { type: "json" };

const label = (text: string): Buffer => Buffer.from(`${text}\0`, "latin1");
const hex = (text: string): Buffer => Buffer.from(text, "hex");
const sha = (...parts: readonly Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, 32));
const pkcs8 = (oid: number, seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([hex(`302e020100300506032b65${oid.toString(16)}04220420`), seed]),
    format: "der",
    type: "pkcs8",
  });
const rawPublic = (of: ReturnType<typeof createPrivateKey>): Buffer =>
  createPublicKey(of).export({ format: "der", type: "spki" }).subarray(-32);
const publicOf = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([hex("302a300506032b656e032100"), raw]), format: "der", type: "spki" });
function gcm(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
function varUint(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push(128 | (rest % 128));
  return Buffer.from([...out, rest]);
}

const { input } = vectors;
const edKey = pkcs8(0x70, hkdf(hex(input.deviceSeed), Buffer.alloc(0), label("case/ed/1")));
const xKey = pkcs8(0x6e, hkdf(hex(input.deviceSeed), Buffer.alloc(0), label("case/x/1")));
const [edPub, xPub] = [rawPublic(edKey), rawPublic(xKey)];
const device = sha(label("case/dev/1"), edPub, xPub).subarray(0, 16);
const log = Buffer.concat([device, hex(input.session)]);

/** A record put together by hand. */
function byHand(
  type: number,
  caseId: string,
  seq: number,
  epoch: string,
  deps: readonly string[],
  body: (head: Buffer) => Buffer,
  bodyLength: number,
) {
  const head = Buffer.concat([
    Buffer.from("CR"),
    Buffer.from([1, type]),
    hex(caseId),
    log,
    varUint(seq),
    hex(epoch),
    varUint(deps.length),
    ...deps.map(hex),
    hex(input.nonce),
    varUint(bodyLength),
  ]);
  const sealed = body(head);
  const hash = sha(label("case/rec/1"), head, sealed);
  return {
    hash: hash.toString("hex"),
    bytes: Buffer.concat([head, sealed, sign(null, Buffer.concat([label("case/sig/1"), hash]), edKey)]).toString("hex"),
  };
}
function independent() {
  const fullHash = sha(label("case/epoch/1"), hex(input.epochKey));
  const epoch = fullHash.subarray(0, 16);
  const ephemeralKey = pkcs8(0x6e, hex(input.ephemeralSeed));
  const ephemeral = rawPublic(ephemeralKey);
  const secret = diffieHellman({ privateKey: ephemeralKey, publicKey: publicOf(xPub) });
  const none = Buffer.alloc(16);
  const boxKey = hkdf(secret, none, Buffer.concat([Buffer.from("box"), ephemeral, xPub, epoch, device]));
  const box = Buffer.concat([
    device,
    epoch,
    ephemeral,
    gcm(boxKey, Buffer.alloc(12), Buffer.alloc(0), hex(input.epochKey)),
  ]);
  // Genesis names this device twice, as recovery and as first: enough for a vector.
  const entry = Buffer.concat([
    Buffer.from([1]),
    edPub,
    xPub,
    edPub,
    xPub,
    fullHash,
    varUint(1),
    box,
    varUint(0),
    varUint(0),
  ]);
  const genesis = byHand(3, "00".repeat(16), 1, "00".repeat(16), [], () => entry, entry.length);
  const caseId = genesis.hash.slice(0, 32);
  const client = BigInt(`0x${sha(label("case/cid/1"), hex(caseId), log).toString("hex").slice(0, 14)}`) >> 3n;
  const recordKey = hkdf(hex(input.epochKey), hex(caseId), Buffer.concat([Buffer.from("rec"), log]));
  const payload = hex(input.payload);
  const inner = Buffer.concat([varUint(input.at), varUint(payload.length), payload]);
  // 6 bytes of clock, 1 of length, 20 of payload: 27, which Padmé rounds to 28 (e = 4, s = 3, steps of 2).
  const plain = Buffer.concat([inner, Buffer.alloc(28 - inner.length)]);
  const update = byHand(
    1,
    caseId,
    2,
    epoch.toString("hex"),
    [genesis.hash],
    (head) => gcm(recordKey, hex(input.nonce), head, plain),
    44,
  );
  return {
    device: device.toString("hex"),
    edPub: edPub.toString("hex"),
    xPub: xPub.toString("hex"),
    epoch: epoch.toString("hex"),
    box: box.toString("hex"),
    caseId,
    client: Number(client),
    recordKey: recordKey.toString("hex"),
    genesis,
    update,
  };
}

const { output } = vectors;
const bytes = (text: string): Bytes => fromHex(text);

describe("record format, version 1", () => {
  test("[CO1, CO2, CO3, EP1] the vectors are what a second computation makes of the inputs", () => {
    expect(independent()).toEqual(output);
  });

  test("[CO3] keys and names of a device, a case and a log", async () => {
    const keys = await deviceKeysOf(bytes(input.deviceSeed));
    expect([toHex(keys.edPub), toHex(keys.xPub), keys.id]).toEqual([output.edPub, output.xPub, output.device]);
    expect(caseIdOf(recordHash(output.genesis.hash))).toBe(output.caseId);
    const of = logId(deviceId(output.device), sessionId(input.session));
    expect(await clientIdOf(logCaseId(output.caseId), of)).toBe(output.client);
    expect(await epochOf(bytes(input.epochKey))).toBe(output.epoch);
  });

  test("[CO1, EP1] genesis: read, opened, written again", async () => {
    const read = await parseRecord(bytes(output.genesis.bytes));
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.hash).toBe(output.genesis.hash);
    const body = decodeEntryBody(read.value.body);
    if (body?.entry.op !== "genesis") throw new Error("no genesis");
    expect(toHex(encodeEntryBody(body))).toBe(toHex(read.value.body));
    const keys = await deviceKeysOf(bytes(input.deviceSeed));
    const [box] = body.entry.rotation.boxes;
    const key = box === undefined ? undefined : await openLockbox(keys, read.value.head.caseId, box);
    expect(key === undefined ? undefined : toHex(key)).toBe(input.epochKey);
    expect((await signRecord(read.value.head, read.value.body, keys.sign)).bytes).toEqual(bytes(output.genesis.bytes));
    expect(read.value.head.epoch).toBe(NO_EPOCH);
  });

  test("[CO1, CO2] an update: sealed, signed, read and opened", async () => {
    const keys = await deviceKeysOf(bytes(input.deviceSeed));
    const head: RecordHead = {
      type: 1,
      caseId: logCaseId(output.caseId),
      device: keys.id,
      session: sessionId(input.session),
      seq: 2,
      epoch: epochId(output.epoch),
      deps: [recordHash(output.genesis.hash)],
      nonce: bytes(input.nonce),
      bodyLength: 44,
    };
    const sealer = createSealer();
    const source = recordKeySource(bytes(input.epochKey), head.caseId, logId(keys.id, head.session));
    const plain = encodeBody({ at: input.at, payload: bytes(input.payload) });
    const body = await sealer.seal(source, head.nonce, encodeHead(head), plain);
    const record = await signRecord(head, body, keys.sign);
    expect(toHex(record.bytes)).toBe(output.update.bytes);
    const read = await parseRecord(record.bytes);
    if (!read.ok) throw new Error(read.error.kind);
    const opened = await sealer.open(source, read.value.head.nonce, read.value.headBytes, read.value.body);
    expect(opened === undefined ? undefined : decodeBody(opened)).toEqual({
      at: input.at,
      payload: bytes(input.payload),
    });
  });

  test("[CO2] Padmé by the table of the SPEC", () => {
    const table = [
      [0, 0],
      [1, 1],
      [2, 2],
      [9, 10],
      [17, 18],
      [31, 32],
      [33, 36],
      [50, 52],
      [100, 104],
      [129, 144],
      [1000, 1024],
      [1025, 1088],
      [65_537, 67_584],
      [200_000, 200_704],
    ];
    for (const [length, rounded] of table) expect(padmeLength(length ?? 0)).toBe(rounded);
  });

  test("[CO2] filling that is not zero, or not as long as Padmé says, is no body; one of zeros is", () => {
    const plain = encodeBody({ at: 1, payload: zeros(31) });
    // 1 + 1 + 31 = 33 → 36.
    expect(plain.length).toBe(36);
    expect(decodeBody(plain)).toEqual({ at: 1, payload: zeros(31) });
    const other = plain.slice();
    other[35] = 1;
    expect(decodeBody(other)).toBeUndefined();
    expect(decodeBody(plain.slice(0, 35))).toBeUndefined();
  });

  test("[CO1] a number that is not in its shortest form is no record, the same number in it is", async () => {
    const good = bytes(output.update.bytes);
    expect((await parseRecord(good)).ok).toBe(true);
    // seq stands after 2 + 1 + 1 + 16 + 16 + 8 = 44 bytes: 2 written as 82 00.
    const long = Uint8Array.from([...good.subarray(0, 44), 0x82, 0, ...good.subarray(45)]);
    expect(await parseRecord(long)).toEqual({ ok: false, error: { kind: "not_a_record" } });
  });

  test("[CO1] a byte behind the signature is no record; 262,144 bytes are read, one more is too large", async () => {
    const good = bytes(output.update.bytes);
    expect(await parseRecord(Uint8Array.from([...good, 0]))).toEqual({ ok: false, error: { kind: "not_a_record" } });
    expect(await parseRecord(zeros(262_144))).toEqual({ ok: false, error: { kind: "not_a_record" } });
    expect(await parseRecord(zeros(262_145))).toEqual({ ok: false, error: { kind: "too_large", bytes: 262_145 } });
  });

  test("[I11] a record of a newer version is told from a broken one", async () => {
    const newer = bytes(output.update.bytes);
    newer[2] = 2;
    expect(await parseRecord(newer)).toEqual({ ok: false, error: { kind: "newer", version: 2 } });
  });
});
