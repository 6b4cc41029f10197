/** `.casebox` files that are whole, torn, changed, of another kind, and made to hurt. */
import { beforeAll, describe, expect, test } from "vitest";
import { concat, sameBytes, toHex, type Bytes } from "../log/bytes.ts";
import { createSealer } from "../log/sealer.ts";
import { below, bytesFrom, edit, everything, newText, put, seeded } from "../log/people.fixture.ts";
import {
  flippedAt,
  foundWithSeed,
  good,
  LOCKING,
  quickPorts,
  WRITTEN,
  type Case,
  type QuickPorts,
} from "./casebox.fixture.ts";
import { encodeCaseboxHead, sumOf } from "./casebox-head.ts";
import { mergeLogs } from "./merge-logs.ts";
import { MOST_FILE, openBackup, openRecovery, readCasebox, type Casebox } from "./read-casebox.ts";
import { searchRecords } from "./record-search.ts";
import { writeBackup, writeRecovery, writeShare } from "./write-casebox.ts";

const SEED = Number(process.env["SEED"] ?? 1);
const sealer = createSealer();

interface Files extends Case {
  readonly ports: QuickPorts;
  readonly records: readonly Bytes[];
  readonly share: Bytes;
  readonly backup: Bytes;
  readonly recovery: Bytes;
}
let files: Files;
beforeAll(async () => {
  const of = await foundWithSeed(91);
  const { world, alice, recoverySeed } = of;
  await edit(world, alice, newText());
  await edit(world, alice, put("o1/title", "x"));
  const ports = quickPorts(world);
  const { log, keyring, keys } = alice;
  files = {
    ...of,
    ports,
    records: everything(alice).map(({ bytes }) => bytes),
    share: await writeShare(log),
    backup: good(await writeBackup(ports, { log, keyring, device: keys.id, title: "退款" }, LOCKING)),
    recovery: good(await writeRecovery(ports, { caseId: log.caseId, seed: recoverySeed, title: "退款" }, LOCKING)),
  };
});

const kindOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readCasebox(bytes);
  return read.ok ? read.value.kind : read.error.kind;
};
/** Where each record begins in a file. */
const placesIn = (file: Bytes): readonly (readonly [number, number])[] =>
  searchRecords(file, files.alice.log.caseId).records.map(({ byteOffset, length }) => [
    byteOffset,
    byteOffset + length,
  ]);
const holds = (records: readonly Uint8Array[], one: Uint8Array): boolean =>
  records.some((each) => sameBytes(each, one));
/** A file with another head around the same rest. */
async function refitted(file: Bytes, change: Parameters<typeof encodeCaseboxHead>[0], oldHead: number): Promise<Bytes> {
  return concat(await encodeCaseboxHead(change), file.subarray(oldHead));
}
/** Units: bytes. Front 12, check 8, fields: case 16, records 12, lock 36. */
const HEADS = { share: 48, backup: 84, recovery: 72 };

describe("whole files", () => {
  test("[FI1] a share holds what the log holds, and nothing that is not sealed or of the record format already", async () => {
    const read = good(await readCasebox(files.share));
    expect(read).toEqual({
      kind: "share",
      caseId: files.alice.log.caseId,
      records: files.records,
      damage: [],
      secret: undefined,
    });
    expect(new TextDecoder().decode(files.share)).not.toContain("title");
  });

  test("[FI1] a backup opens with its passphrase and gives every key; with another one it does not, and says the file is whole", async () => {
    const { ports, alice, backup } = files;
    const read = good(await readCasebox(backup));
    expect(good(await openBackup(ports.derive, read, LOCKING.passphrase))).toEqual({
      at: WRITTEN,
      device: alice.keys.id,
      title: "退款",
      keys: [...alice.keyring.all().values()],
    });
    expect(await openBackup(ports.derive, read, "a passphrase of hers")).toEqual({
      ok: false,
      error: { kind: "passphrase_wrong" },
    });
  });

  test("[FI1, S1] title and keys are in no file in the clear", async () => {
    const [key] = files.alice.keyring.all().values();
    if (key === undefined) throw new Error("no key");
    for (const file of [files.share, files.backup, files.recovery]) {
      expect(toHex(file)).not.toContain(toHex(key));
      expect(toHex(file)).not.toContain(toHex(files.recoverySeed));
      expect(toHex(file)).not.toContain(toHex(new TextEncoder().encode("退款")));
    }
  });

  test("[FI1] each is opened as what it is and as nothing else", async () => {
    const { derive } = files.ports;
    const [share, backup, recovery] = await Promise.all(
      [files.share, files.backup, files.recovery].map(async (file) => good(await readCasebox(file))),
    );
    if (share === undefined || backup === undefined || recovery === undefined) throw new Error("not read");
    const { passphrase } = LOCKING;
    expect(good(await openRecovery(derive, recovery, passphrase)).seed).toEqual(files.recoverySeed);
    expect(await openBackup(derive, share, passphrase)).toEqual({
      ok: false,
      error: { kind: "wrong_kind", is: "share" },
    });
    expect(await openRecovery(derive, backup, passphrase)).toEqual({
      ok: false,
      error: { kind: "wrong_kind", is: "backup" },
    });
    expect(await openBackup(derive, recovery, passphrase)).toEqual({
      ok: false,
      error: { kind: "wrong_kind", is: "recovery" },
    });
  });
});

describe("what is refused", () => {
  test("[FI1] too few or too many iterations are refused before anything is derived; the least and the most are derived", async () => {
    const { ports, backup, alice, share } = files;
    const read = good(await readCasebox(backup));
    const { secret } = read;
    if (secret === undefined) throw new Error("no secret");
    for (const iterations of [0, 1, 599_999, 10_000_001, 4_294_967_295]) {
      const records = { length: share.length - HEADS.share, sum: await sumOf(share.subarray(HEADS.share)) };
      const head = { kind: "backup", caseId: alice.log.caseId, records, lock: { ...secret.lock, iterations } } as const;
      const file = good(await readCasebox(await refitted(backup, head, HEADS.backup)));
      ports.asked.length = 0;
      expect(await openBackup(ports.derive, file, LOCKING.passphrase)).toEqual({
        ok: false,
        error: { kind: "iterations", iterations },
      });
      expect(ports.asked).toEqual([]);
      // The records are no secret of hers.
      expect(file.records).toEqual(files.records);
    }
    ports.asked.length = 0;
    for (const iterations of [600_000, 10_000_000]) {
      const recovery = { caseId: alice.log.caseId, seed: files.recoverySeed, title: "" };
      const file = good(await writeRecovery(ports, recovery, { ...LOCKING, iterations }));
      const opened = await openRecovery(ports.derive, good(await readCasebox(file)), LOCKING.passphrase);
      expect(good(opened).seed).toEqual(files.recoverySeed);
    }
    expect(ports.asked).toEqual([600_000, 600_000, 10_000_000, 10_000_000]);
  });

  test("[FI1] nothing is written with iterations that no reader takes, or with 13 characters", async () => {
    const { ports, alice, recoverySeed: seed } = files;
    const of = { caseId: alice.log.caseId, seed, title: "" };
    expect(await writeRecovery(ports, of, { ...LOCKING, iterations: 599_999 })).toEqual({
      ok: false,
      error: { kind: "iterations", iterations: 599_999 },
    });
    expect(await writeRecovery(ports, of, { ...LOCKING, passphrase: "1234567890123" })).toEqual({
      ok: false,
      error: { kind: "passphrase_short", characters: 13 },
    });
  });

  test("[FI1, I11] other files, newer ones, kinds that are not known, files that are too large", async () => {
    expect(await kindOf(new Uint8Array(0))).toBe("not_a_casebox");
    expect(await kindOf(new TextEncoder().encode("%PDF-1.7 and more"))).toBe("not_a_casebox");
    // Two letters of the magic are wrong: damage. Three: something else.
    const slips = (count: number) => files.share.map((byte, n) => (n < count ? byte ^ 1 : byte));
    expect([await kindOf(slips(2)), await kindOf(slips(3))]).toEqual(["share", "not_a_casebox"]);
    const rehead = async (at: number, value: number) => {
      const open = files.share.slice(0, HEADS.share - 8);
      open[at] = value;
      return concat(open, await sumOf(open), files.share.subarray(HEADS.share));
    };
    expect(await readCasebox(await rehead(8, 2))).toEqual({ ok: false, error: { kind: "newer_version", version: 2 } });
    expect(await readCasebox(await rehead(9, 4))).toEqual({ ok: false, error: { kind: "wrong_kind", is: 4 } });
    // The same bytes without a check that fits are damage, and the records are there.
    expect(await kindOf(flippedAt(files.share, 8, 3))).toBe("share");
    const large = { length: MOST_FILE + 1 } as Uint8Array;
    expect(await readCasebox(large)).toEqual({ ok: false, error: { kind: "too_large", bytes: 272_629_761 } });
  });

  test("[FI1, S6] lengths that claim more than there is, or more than a secret part takes, allocate nothing and are named", async () => {
    const { alice, backup } = files;
    const secret = good(await readCasebox(backup)).secret;
    if (secret === undefined) throw new Error("no secret");
    const head = (length: number, sealedLength: number) =>
      encodeCaseboxHead({
        kind: "backup",
        caseId: alice.log.caseId,
        records: { length, sum: new Uint8Array(8) },
        lock: { ...secret.lock, sealedLength },
      });
    expect(await readCasebox(await head(0, 4_294_967_295))).toEqual({ ok: false, error: { kind: "damaged" } });
    expect(await readCasebox(await head(0, 262_144))).toEqual({ ok: false, error: { kind: "torn", at: HEADS.backup } });
    const claim = concat(await head(4_294_967_295, 16), new Uint8Array(16), await sumOf(new Uint8Array(16)));
    expect(good(await readCasebox(claim))).toMatchObject({
      records: [],
      damage: [{ is: "torn", at: HEADS.backup + 24 }],
    });
  });
});

describe("damage", () => {
  test("[FI1, R5] cut off anywhere: the whole records before the tear are read, and the place is named", async () => {
    const places = placesIn(files.share);
    for (let end = 1; end < files.share.length; end++) {
      const read = await readCasebox(files.share.subarray(0, end));
      if (end < HEADS.share) {
        expect(read).toEqual({ ok: false, error: { kind: "torn", at: end } });
        continue;
      }
      const whole = places.filter(([, until]) => until <= end);
      const { records, damage } = good(read);
      expect(records).toEqual(files.records.slice(0, whole.length));
      expect(damage[0]).toEqual({ is: "torn", at: whole.at(-1)?.[1] ?? HEADS.share });
    }
    expect(good(await readCasebox(files.share)).damage).toEqual([]);
  });

  test("[FI1, R5] any byte of a share changed: it is said, and every record it does not lie in is read", async () => {
    const { alice, share } = files;
    const places = placesIn(share);
    let named = 0;
    for (let at = 0; at < share.length; at++) {
      for (const mask of [1, 255]) {
        const { records, damage } = good(await readCasebox(flippedAt(share, at, mask)));
        expect(damage[0]?.is, `byte ${at}`).toBe(at < HEADS.share ? "head" : "altered");
        const hit = places.findIndex(([from, until]) => from <= at && at < until);
        expect(
          files.records.every((record, n) => n === hit || holds(records, record)),
          `byte ${at}`,
        ).toBe(true);
        if (mask !== 1 || hit < 0) continue;
        // Which one: by a gap, or because it is refused when it is received.
        const gap = damage.some((each) => each.is === "gap" && each.at <= at && at < each.until);
        const { refused } = gap ? { refused: [] } : await mergeLogs(sealer, alice.log.caseId, [], records);
        expect(gap || refused.some(({ record }) => record === hit), `byte ${at}`).toBe(true);
        named++;
      }
    }
    expect(named).toBe(places.reduce((sum, [from, until]) => sum + until - from, 0));
  });

  test("[FI1, R5] any byte of head or secret part of a backup changed: the secret does not open, it is not the passphrase's fault, the records are there", async () => {
    const { backup, ports } = files;
    const until = backup.length - (files.share.length - HEADS.share);
    for (let at = 0; at < until; at++) {
      const read = good(await readCasebox(flippedAt(backup, at)));
      expect(read.records, `byte ${at}`).toEqual(files.records);
      expect(read.damage[0]?.is, `byte ${at}`).toBe(at < HEADS.backup ? "head" : "secret");
      const opened = await openBackup(ports.derive, read, LOCKING.passphrase);
      expect(opened.ok ? "opened" : opened.error.kind, `byte ${at}`).toBe(at < HEADS.backup ? "wrong_kind" : "damaged");
    }
  });

  test("[FI1, R5] any byte of a recovery file changed, and any tear: never a wrong seed, never a wrong passphrase", async () => {
    for (let at = 0; at < files.recovery.length; at++) {
      expect(await readCasebox(flippedAt(files.recovery, at))).toEqual({ ok: false, error: { kind: "damaged" } });
      if (at > 0) expect(await kindOf(files.recovery.subarray(0, at))).toBe("torn");
    }
  });

  test("[FI1] more bytes than the file says are named, and change nothing", async () => {
    for (const file of [files.share, files.backup, files.recovery]) {
      const read = good(await readCasebox(file));
      const longer = good(await readCasebox(concat(file, Uint8Array.of(1, 2, 3))));
      expect(longer).toEqual({ ...read, damage: [{ is: "surplus", at: file.length }] });
    }
  });

  test(`[S6] 3,000 broken files: an answer each time, nothing thrown, nothing read that opens wrongly (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const junk = bytesFrom(random);
    const kinds = new Map<string, number>();
    for (let n = 0; n < 3000; n++) {
      const file = [files.share, files.backup, files.recovery][below(random, 3)] ?? files.share;
      const at = below(random, file.length);
      const broken = [
        () => concat(file.subarray(0, at), junk(below(random, 200)), file.subarray(at + below(random, 200))),
        () => concat(file.subarray(0, 40), junk(below(random, 300))),
        () =>
          flippedAt(flippedAt(file, at, 1 + below(random, 255)), below(random, file.length), 1 + below(random, 255)),
        () => concat(file.subarray(0, at), file),
      ][below(random, 4)];
      if (broken === undefined) throw new Error("four ways");
      const read = await readCasebox(broken());
      const name = read.ok ? "read" : read.error.kind;
      kinds.set(name, (kinds.get(name) ?? 0) + 1);
      if (read.ok) await expectHonest(read.value);
    }
    expect(kinds.get("read")).toBeGreaterThan(500);
    expect(kinds.get("damaged")).toBeGreaterThan(100);
  });
});

/** What opens is what was written. */
async function expectHonest(file: Casebox): Promise<void> {
  const { derive } = files.ports;
  const backup = await openBackup(derive, file, LOCKING.passphrase);
  if (backup.ok) expect(backup.value.keys).toEqual([...files.alice.keyring.all().values()]);
  const recovery = await openRecovery(derive, file, LOCKING.passphrase);
  if (recovery.ok) expect(recovery.value.seed).toEqual(files.recoverySeed);
}
