/**
 * The `.casebox` format against a second computation that shares nothing with the first: node:crypto and Buffers instead of WebCrypto and lib0.
 * `vectors/casebox-v1.json` holds inputs and files; neither it nor the hash below changes while `ver` is 1 (I11).
 * The derivation here is the real one, with the lowest legal count: once by node, once by the platform.
 */
import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromHex, toHex, type Bytes } from "../log/bytes.ts";
import { deviceId, logCaseId } from "../log/log-ids.ts";
import records from "../log/vectors/record-v1.json" with { type: "json" };
import { good } from "./casebox.fixture.ts";
import { pbkdf2, type DeriveKey } from "./passphrase.ts";
import { openBackup, openRecovery, readCasebox } from "./read-casebox.ts";
import { sealBackup, shareOf, writeRecovery } from "./write-casebox.ts";
import vectors from "./vectors/casebox-v1.json" with { type: "json" };

/** SHA-256 of share ‖ backup ‖ recovery, in hex digits. */
const PINNED = "b71feee40a0116aa0cfb938872c69252f59a42fdc150b1e00da6cd2e72880843";

const { input, output } = vectors;
const hex = (text: string): Buffer => Buffer.from(text, "hex");
const sum = (bytes: Uint8Array): Buffer =>
  createHash("sha256")
    .update(Buffer.concat([Buffer.from("case/file/1\0", "latin1"), bytes]))
    .digest()
    .subarray(0, 8);
const varUint = (value: number): Buffer => {
  const out: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push(128 | (rest % 128));
  return Buffer.from([...out, rest]);
};
const varString = (text: string): Buffer => {
  const bytes = Buffer.from(text, "utf8");
  return Buffer.concat([varUint(bytes.length), bytes]);
};
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const { genesis, update, caseId, device } = records.output;
/** One frame of type 6: number of records, then each behind its length. */
function frames(): Buffer {
  const each = [genesis.bytes, update.bytes].map((text) => Buffer.concat([varUint(text.length / 2), hex(text)]));
  const payload = Buffer.concat([varUint(2), ...each]);
  return Buffer.concat([Buffer.from([6]), varUint(payload.length), payload]);
}
function headOf(kind: number, ...fields: readonly Buffer[]): Buffer {
  const all = Buffer.concat(fields);
  const open = Buffer.concat([Buffer.from("CASEBOX\0", "latin1"), Buffer.from([1, kind, 0, all.length]), all]);
  return Buffer.concat([open, sum(open)]);
}
const recordsPart = (): readonly Buffer[] => [uint32(frames().length), sum(frames())];
const lock = (sealedLength: number): readonly Buffer[] => [
  hex(input.salt),
  uint32(input.iterations),
  hex(input.nonce),
  uint32(sealedLength),
];
// Typed in groups; the bytes are the letters without what stands between them.
const key = pbkdf2Sync(input.passphrase.replaceAll("-", ""), hex(input.salt), input.iterations, 32, "sha256");
function sealed(head: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, hex(input.nonce));
  cipher.setAAD(head);
  const text = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([head, text, sum(text)]);
}
const filled = (length: number, ...parts: readonly Buffer[]): Buffer => {
  const all = Buffer.concat(parts);
  return Buffer.concat([all, Buffer.alloc(length - all.length)]);
};
function independent() {
  const share = Buffer.concat([headOf(1, hex(caseId), ...recordsPart()), frames()]);
  // 6 bytes of clock, 16 of device, 1 + 6 of title, 1 + 32 of keys: 62, which Padmé rounds to 64 (e = 5, s = 3, steps of 4).
  const backupPlain = filled(
    64,
    varUint(input.at),
    hex(device),
    varString(input.title),
    varUint(1),
    hex(records.input.epochKey),
  );
  const backupHead = headOf(2, hex(caseId), ...recordsPart(), ...lock(80));
  const backup = Buffer.concat([sealed(backupHead, backupPlain), frames()]);
  // 6 + 32 + 7 = 45, rounded to 48 (e = 5, s = 3, steps of 4).
  const recoveryPlain = filled(48, varUint(input.at), hex(input.recoverySeed), varString(input.title));
  const recovery = sealed(headOf(3, hex(caseId), ...lock(64)), recoveryPlain);
  return { share: share.toString("hex"), backup: backup.toString("hex"), recovery: recovery.toString("hex") };
}

/** The real derivation, run once for all tests here. */
const once: { key?: Promise<Bytes> } = {};
const derive: DeriveKey = async (...of) => (await (once.key ??= pbkdf2(...of))).slice();
const bytes = (text: string): Bytes => fromHex(text);
const ports = {
  random: (length: number) => bytes(length === 16 ? input.salt : input.nonce),
  now: () => input.at,
  derive,
};
const { passphrase, iterations, title } = input;

describe("casebox, version 1", () => {
  test("[FI1, I11] the vectors are what a second computation makes of the inputs, and what they were", () => {
    expect(independent()).toEqual(output);
    expect(
      createHash("sha256")
        .update(output.share + output.backup + output.recovery)
        .digest("hex"),
    ).toBe(PINNED);
    expect(iterations).toBe(600_000);
  });

  test("[FI1] share: written and read back", async () => {
    const both = [bytes(genesis.bytes), bytes(update.bytes)];
    expect(toHex(await shareOf(logCaseId(caseId), both))).toBe(output.share);
    expect(good(await readCasebox(bytes(output.share)))).toEqual({
      kind: "share",
      caseId,
      records: both,
      damage: [],
      secret: undefined,
    });
  });

  test("[FI1] backup: written and opened; its records are read without a passphrase", async () => {
    const both = [bytes(genesis.bytes), bytes(update.bytes)];
    const of = {
      caseId: logCaseId(caseId),
      records: both,
      keys: [bytes(records.input.epochKey)],
      device: deviceId(device),
      title,
    };
    expect(toHex(good(await sealBackup(ports, of, { passphrase, iterations })))).toBe(output.backup);
    const read = good(await readCasebox(bytes(output.backup)));
    expect([read.kind, read.records, read.damage]).toEqual(["backup", both, []]);
    expect(good(await openBackup(derive, read, passphrase))).toEqual({ at: input.at, device, title, keys: of.keys });
  });

  test("[FI1] recovery: written and opened", async () => {
    const of = { caseId: logCaseId(caseId), seed: bytes(input.recoverySeed), title };
    expect(toHex(good(await writeRecovery(ports, of, { passphrase, iterations })))).toBe(output.recovery);
    const read = good(await readCasebox(bytes(output.recovery)));
    expect([read.kind, read.records, read.damage]).toEqual(["recovery", [], []]);
    expect(good(await openRecovery(derive, read, passphrase))).toEqual({ at: input.at, seed: of.seed, title });
  });
});
