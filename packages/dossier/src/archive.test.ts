/** Archives: out and in again, edited, damaged, hostile. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  apply,
  CASE_FORMAT,
  emptyCase,
  id,
  instant,
  readCaseFile,
  sha256,
  toCaseFile,
  type CaseFile,
} from "@recourse/core";
import { createMemoryStore, sha256Hex } from "@recourse/vault";
import { archiveBlob, caseFileHash, planArchive, writeArchive, type ArchiveBlob, type ArchivePlan } from "./archive.ts";
import { blobsNamedBy, readArchive, type Archive } from "./archive-read.ts";
import { bytesOf, packedAt, stored } from "./bag.fixture.ts";
import { openChanges } from "./merge-take.ts";
import { crc32, layoutZip } from "./zip-layout.ts";
import { readZip, ZIP_LIMITS } from "./zip-entries.ts";

const caseId = id("c".repeat(32));
const encoder = new TextEncoder();
const unzip = spawnSync("unzip", ["-v"]).status === 0;

/** Alice's case: three exhibits, one of them removed, a field and a kind this version does not know. */
async function aliceCase(): Promise<{
  readonly caseFile: CaseFile;
  readonly blobs: readonly ArchiveBlob[];
  readonly store: ReturnType<typeof createMemoryStore>;
}> {
  const { store, exhibits } = await stored();
  const records = Object.fromEntries(
    exhibits.map(({ exhibit, sha256: hash, size, name, mediaType, materialType }) => [
      exhibit,
      {
        sha256: hash,
        size,
        name,
        mediaType,
        materialType,
        importedAt: instant("2024-05-04"),
        importedVia: "drop",
        strength: 1,
        later: { x: [1] },
      },
    ]),
  );
  const removed = `exhibit/${"3".repeat(32)}`;
  const caseFile: CaseFile = {
    format: "recourse-case",
    version: CASE_FORMAT,
    minReader: 1,
    minWriter: 1,
    caseId,
    packs: ["cn@1"],
    records: { exhibit: records, hologram: { h1: { depth: 3 } } },
    removed: [removed],
  };
  return { caseFile, blobs: exhibits, store };
}

async function planned(
  change: Partial<{ caseFile: CaseFile; title: string; log: Uint8Array<ArrayBuffer> }> = {},
): Promise<{
  readonly plan: ArchivePlan;
  readonly store: ReturnType<typeof createMemoryStore>;
  readonly caseFile: CaseFile;
}> {
  const { caseFile, blobs, store } = await aliceCase();
  const plan = await planArchive({ title: "刷粉没到/退款", caseFile, blobs, at: packedAt, ...change });
  if (!plan.ok) throw new Error(plan.error.kind);
  return { plan: plan.value, store, caseFile };
}

const opened = async (bytes: Uint8Array<ArrayBuffer>): Promise<Archive> => {
  const archive = await readArchive(new Blob([bytes]));
  if (!archive.ok) throw new Error(archive.error.kind);
  return archive.value;
};

const zipOf = (files: readonly (readonly [path: string, text: string])[]): Blob => {
  const entries = files.map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  const layout = layoutZip(
    entries.map(({ path, bytes }) => ({ path, size: bytes.length, crc32: crc32(bytes) })),
    packedAt,
  );
  return new Blob(
    layout.parts.map((part) => (part.as === "bytes" ? part.bytes : (entries[part.content]?.bytes ?? ""))),
  );
};

describe("archive", () => {
  it("[R8] out and in: the same CaseFile, unknown parts included, and the same bytes", async () => {
    const { plan, store, caseFile } = await planned();
    expect(plan.name).toBe("刷粉没到_退款.recourse.zip");
    const archive = await opened(await bytesOf(writeArchive(plan, store)));
    expect(archive.caseFile).toEqual(caseFile);
    expect(archive).toMatchObject({ edited: false, absent: [], ignored: [], base: { ...plan.base, earlier: [] } });
    expect(await caseFileHash(caseFile)).toEqual({ ok: true, value: archive.base?.sha256 });
    const target = createMemoryStore();
    for (const { expected, size, open } of archive.originals) {
      const [hash] = expected;
      const put = await target.put({ bytes: open(), size }, hash === undefined ? {} : { expected: hash });
      expect(put).toMatchObject({ ok: true, value: { sha256: hash } });
    }
    expect(await target.list()).toEqual(await store.list());
  });

  it("[FI1] the sealed log of a shared case goes along, byte for byte; who opens the archive needs it for nothing", async () => {
    const log = Uint8Array.of(6, 1, 0);
    const { plan, store, caseFile } = await planned({ log });
    const bytes = await bytesOf(writeArchive(plan, store));
    const files = await readZip(new Blob([bytes]), ZIP_LIMITS);
    const file = files.ok ? files.value.find(({ path }) => path === "sync/log.casebox") : undefined;
    expect(file === undefined ? undefined : new Uint8Array(await new Response(file.open()).arrayBuffer())).toEqual(log);
    expect(await opened(bytes)).toMatchObject({ caseFile, ignored: [] });
  });

  it("[R7] opening as a new case: changes give the same case, and foreign records are named", async () => {
    const { plan, store, caseFile } = await planned();
    const archive = await opened(await bytesOf(writeArchive(plan, store)));
    const read = readCaseFile(archive.caseFile);
    if (!read.ok) throw new Error(read.error.kind);
    const { changes, unreadable } = openChanges(caseFile);
    const loaded = apply(emptyCase(caseId), changes);
    expect(loaded.skipped).toEqual([]);
    expect(loaded.case).toEqual(read.value.case);
    expect(unreadable.map(({ kind, id: of }) => `${kind}/${of}`)).toEqual(["hologram/h1"]);
    expect(toCaseFile(loaded.case, caseFile.packs, unreadable)).toEqual(caseFile);
  });

  it("[R8] same case, same bytes; the Blob of parts is the same archive", async () => {
    const [one, two] = [await planned(), await planned()];
    const bytes = await bytesOf(writeArchive(one.plan, one.store));
    expect(await bytesOf(writeArchive(two.plan, two.store))).toEqual(bytes);
    const blobs = new Map<ReturnType<typeof sha256>, Blob>();
    const list = await one.store.list();
    for (const entry of list.ok ? list.value : []) {
      const blob = await one.store.get(entry.sha256);
      if (blob.ok) blobs.set(entry.sha256, blob.value);
    }
    const parts = archiveBlob(one.plan, blobs);
    expect(parts.ok && new Uint8Array(await parts.value.arrayBuffer())).toEqual(bytes);
  });

  it("[R8] a case that goes out and comes back still names the base both sides know", async () => {
    const { plan, store, caseFile } = await planned();
    const bob = await opened(await bytesOf(writeArchive(plan, store)));
    const edited: CaseFile = { ...caseFile, packs: ["cn@2"] };
    const earlier = bob.base === undefined ? [] : [bob.base, ...bob.base.earlier];
    const back = await planArchive({ title: "x", caseFile: edited, blobs: [], at: instant("2024-06-01"), earlier });
    if (!back.ok) throw new Error(back.error.kind);
    const archive = await opened(await bytesOf(writeArchive(back.value, store)));
    expect(archive.base?.sha256).not.toBe(plan.base.sha256);
    expect(archive.base?.earlier).toEqual([plan.base]);
    // Its bytes were not sent along, and it says so.
    expect(archive.absent).toEqual(blobsNamedBy(caseFile));
  });

  it("[R8] a case.json edited by hand is told apart, in a folder zipped by hand too", async () => {
    const { plan, store } = await planned();
    const archive = await opened(await bytesOf(writeArchive(plan, store)));
    const base = JSON.stringify({ format: 1, caseId, ...archive.base });
    const zip = zipOf([
      ["我的案件/case.json", JSON.stringify({ ...Object(archive.caseFile), packs: ["mine@1"] })],
      ["我的案件/base.json", base],
      ["我的案件/notes.txt", "x"],
      ["__MACOSX/我的案件/._case.json", "x"],
    ]);
    const again = await readArchive(zip);
    expect(again).toMatchObject({
      ok: true,
      value: { edited: true, base: plan.base, ignored: ["我的案件/notes.txt", "__MACOSX/我的案件/._case.json"] },
    });
  });

  it("[S7] names in the ZIP are never paths, and bytes are only what they hash to", async () => {
    const { caseFile } = await aliceCase();
    const short = blobsNamedBy(caseFile)[0]?.slice(0, 12) ?? "";
    const archive = await readArchive(
      zipOf([
        ["case.json", JSON.stringify(caseFile)],
        ["../../originals/aaaaaaaaaaaa-x", "x"],
        [`originals/${short}-..\\..\\x.csv`, "forged"],
        ["originals/bbbbbbbbbbbb-stray.csv", "stray"],
      ]),
    );
    if (!archive.ok) throw new Error(archive.error.kind);
    expect(archive.value.ignored).toEqual(["../../originals/aaaaaaaaaaaa-x"]);
    expect(archive.value.originals.map(({ expected }) => expected.length)).toEqual([1, 0]);
    const [forged] = archive.value.originals;
    const expected = forged?.expected[0];
    if (forged === undefined || expected === undefined) throw new Error("no original");
    const put = await createMemoryStore().put({ bytes: forged.open() }, { expected });
    expect(put).toMatchObject({
      ok: false,
      error: { kind: "corrupt", actual: await sha256Hex(encoder.encode("forged")) },
    });
  });

  it.each([
    ["no ZIP", () => new Blob(["hello"]), { kind: "not_a_zip" }],
    ["nothing", () => new Blob([]), { kind: "not_a_zip" }],
    ["a ZIP without a case", () => zipOf([["x.txt", "x"]]), { kind: "no_case" }],
    [
      "two cases",
      () =>
        zipOf([
          ["a/case.json", "{}"],
          ["b/case.json", "{}"],
        ]),
      { kind: "several_cases" },
    ],
    ["no JSON", () => zipOf([["case.json", "{"]]), { kind: "not_json", path: "case.json" }],
    [
      "a file twice",
      () =>
        zipOf([
          ["case.json", "{}"],
          ["case.json", "[]"],
        ]),
      { kind: "ambiguous" },
    ],
  ] as const)("[S7] %s is refused with a reason", async (_what, zip, error) => {
    expect(await readArchive(zip())).toEqual({ ok: false, error });
  });

  it("[S7] bounds", async () => {
    const { plan, store } = await planned();
    const blob = new Blob([await bytesOf(writeArchive(plan, store))]);
    expect(await readArchive(blob, { ...ZIP_LIMITS, entries: 4 })).toEqual({
      ok: false,
      error: { kind: "too_many_files", limit: 4 },
    });
    expect(await readArchive(blob, { ...ZIP_LIMITS, textBytes: 9 })).toMatchObject({
      ok: false,
      error: { kind: "too_large", path: "case.json", limit: 9 },
    });
  });

  it("[R5] damage to case.json is refused, damage to an original fails its stream, a broken base is none", async () => {
    const { plan, store } = await planned();
    const bytes = await bytesOf(writeArchive(plan, store));
    const flipped = (text: string): Uint8Array<ArrayBuffer> => {
      const copy = bytes.slice();
      const at = Buffer.from(bytes).indexOf(text);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    };
    expect(await readArchive(new Blob([flipped("recourse-case")]))).toEqual({
      ok: false,
      error: { kind: "damaged", path: "case.json" },
    });
    const archive = await opened(flipped("支付宝,"));
    const put = await createMemoryStore().put({ bytes: archive.originals[0]?.open() ?? new Blob([]) });
    expect(put).toMatchObject({ ok: false, error: { kind: "io", where: "source" } });
    const baseless = await opened(flipped('"earlier"'));
    expect([baseless.base, baseless.edited, baseless.ignored]).toEqual([undefined, false, ["base.json"]]);
  });

  it("[R5] cut off anywhere: an error, never a throw", async () => {
    const { plan, store } = await planned();
    const bytes = await bytesOf(writeArchive(plan, store));
    for (let cut = 0; cut < bytes.length; cut += 7)
      expect((await readArchive(new Blob([bytes.slice(0, cut)]))).ok).toBe(false);
  });

  it.skipIf(!unzip)(`[R8] unzip finds no error${unzip ? "" : " SKIPPED: unzip is not installed"}`, async () => {
    const { plan, store } = await planned();
    const folder = mkdtempSync(join(tmpdir(), "archive-"));
    try {
      const path = join(folder, "a.zip");
      writeFileSync(path, await bytesOf(writeArchive(plan, store)));
      expect(execFileSync("unzip", ["-tq", path], { encoding: "utf8" })).toContain("No errors detected");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
