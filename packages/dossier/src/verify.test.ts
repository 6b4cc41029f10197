/** Verification: whole bags pass, and every kind of tampering is found and named. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { bagBlob, type BagPlan } from "./bag.ts";
import { packedAt, plannedBag } from "./bag.fixture.ts";
import type { BagFinding } from "./bag-finding.ts";
import type { BagFolder } from "./bag-source.ts";
import { verifyBag } from "./verify.ts";
import { crc32, layoutZip } from "./zip-layout.ts";
import { readZip, ZIP_LIMITS } from "./zip-entries.ts";
import { readWhole } from "./drain.ts";

const ROOT = "20240501001-材料包/";
const FIRST = "data/originals/20240501001-支付凭证.csv";
const encoder = new TextEncoder();

/** Paths inside the bag → bytes. */
type Tree = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

async function smallBag(): Promise<{
  readonly zip: Uint8Array<ArrayBuffer>;
  readonly plan: BagPlan;
  readonly tree: Tree;
}> {
  const { plan, blobs } = await plannedBag({ documents: [] });
  const blob = bagBlob(plan, blobs);
  if (!blob.ok) throw new Error(blob.error.kind);
  const files = await readZip(blob.value);
  if (!files.ok) throw new Error(files.error.kind);
  const tree = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of files.value) {
    const bytes = await readWhole(file.open(), 1e7);
    if (bytes !== undefined) tree.set(file.path.slice(ROOT.length), bytes);
  }
  return { zip: new Uint8Array(await blob.value.arrayBuffer()), plan, tree };
}

const zipOf = (files: readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[]): Blob => {
  const entries = files.map(([path, bytes]) => ({ path, size: bytes.length, crc32: crc32(bytes) }));
  return new Blob(
    layoutZip(entries, packedAt).parts.map((part) =>
      part.as === "bytes" ? part.bytes : (files[part.content]?.[1] ?? ""),
    ),
  );
};

const packed = (tree: Tree, root = ROOT): Blob => zipOf([...tree].map(([path, bytes]) => [`${root}${path}`, bytes]));

const folderOf = (tree: Tree, root = ""): BagFolder => ({
  list: async () => [...tree.keys()].map((path) => root + path),
  read: async (path) => new Blob([tree.get(path.slice(root.length)) ?? ""]),
});

const changed = (tree: Tree, path: string, bytes: string | Uint8Array<ArrayBuffer> | undefined): Tree => {
  const copy = new Map(tree);
  if (bytes === undefined) copy.delete(path);
  else copy.set(path, typeof bytes === "string" ? encoder.encode(bytes) : bytes);
  return copy;
};

const codes = (findings: readonly BagFinding[]): readonly string[] =>
  findings.map(({ code, path }) => `${code} ${path}`);

describe("verifyBag", () => {
  it("[R5] a bundle is whole, as ZIP, as folder, and as a folder whose names were taken apart", async () => {
    const { zip, tree } = await smallBag();
    const bytes = [...tree]
      .filter(([path]) => path.startsWith("data/"))
      .reduce((sum, [, each]) => sum + each.length, 0);
    const whole = { ok: true, findings: [], files: 5, bytes };
    const seen: number[] = [];
    expect(await verifyBag(new Blob([zip]), { onProgress: ({ done, total }) => seen.push(done, total ?? 0) })).toEqual(
      whole,
    );
    expect(seen.slice(-2)).toEqual([bytes, bytes]);
    expect(await verifyBag(folderOf(tree))).toEqual(whole);
    expect(await verifyBag(folderOf(tree, "somewhere/"))).toEqual(whole);
    const apart: BagFolder = {
      list: async () => [...tree.keys()].map((path) => path.normalize("NFD")),
      read: async (path) => new Blob([tree.get(path.normalize("NFC")) ?? ""]),
    };
    expect(await verifyBag(apart)).toEqual(whole);
  });

  it.each([
    ["an altered original", FIRST, "changed", [`altered ${ROOT}${FIRST}`, `oxum ${ROOT}bag-info.txt`]],
    ["an original of the same length", FIRST, "same", [`altered ${ROOT}${FIRST}`]],
    ["a missing original", FIRST, undefined, [`missing ${FIRST}`, `oxum ${ROOT}bag-info.txt`]],
    ["an added file", "data/originals/x.csv", "x", [`extra ${ROOT}data/originals/x.csv`]],
    ["an added file beside the lists", "readme.txt", "x", [`extra ${ROOT}readme.txt`]],
    ["no tagmanifest", "tagmanifest-sha256.txt", undefined, ["tagmanifest_missing "]],
    [
      "an altered list of lists",
      "bag-info.txt",
      "Payload-Oxum: 1.1\n",
      [`altered ${ROOT}bag-info.txt`, `oxum ${ROOT}bag-info.txt`],
    ],
    ["litter of the operating system", "data/.DS_Store", "x", [`extra ${ROOT}data/.DS_Store`]],
    ["a list by another algorithm", "manifest-md5.txt", "x", [`not_checked ${ROOT}manifest-md5.txt`]],
  ])("[R5] %s is found and named", async (_what, path, bytes, expected) => {
    const { tree } = await smallBag();
    const length = tree.get(FIRST)?.length ?? 0;
    const report = await verifyBag(packed(changed(tree, path, bytes === "same" ? "x".repeat(length) : bytes)));
    expect(codes(report.findings)).toEqual(expected);
    const isHarmless = /^(?:tagmanifest_missing|not_checked|extra .*DS_Store)/.test(expected[0] ?? "");
    expect(report.ok).toBe(isHarmless);
  });

  it("[R5] a rewritten manifest is found by the list of lists", async () => {
    const { tree } = await smallBag();
    const list = new TextDecoder().decode(tree.get("manifest-sha256.txt"));
    const without = list.split("\n").slice(1).join("\n");
    const report = await verifyBag(packed(changed(changed(tree, "manifest-sha256.txt", without), FIRST, undefined)));
    expect(codes(report.findings)).toContain(`altered ${ROOT}manifest-sha256.txt`);
    const broken = await verifyBag(packed(changed(tree, "manifest-sha256.txt", `${list}what is this\n`)));
    expect(codes(broken.findings)).toContain(`manifest_line ${ROOT}manifest-sha256.txt`);
    expect(broken.ok).toBe(false);
  });

  it.each([
    ["nothing of a bag", new Map([["a.txt", "x"]]), ["not_a_bag "]],
    [
      "another version",
      new Map([["bagit.txt", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"]]),
      ["bag_version b/bagit.txt"],
    ],
    [
      "no manifest",
      new Map([["bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"]]),
      ["manifest_missing "],
    ],
  ])("[R5] %s", async (_what, tree, expected) => {
    const bytes = new Map([...tree].map(([path, text]) => [path, encoder.encode(text)]));
    const report = await verifyBag(packed(bytes, "b/"));
    expect(codes(report.findings)).toEqual(expect.arrayContaining(expected));
    expect(report.ok).toBe(false);
  });

  it("[S7] paths that lead out, links to elsewhere and names that collide are errors", async () => {
    const { tree } = await smallBag();
    const files = [...tree].map(([path, bytes]) => [`${ROOT}${path}`, bytes] as const);
    const x = encoder.encode("x");
    for (const path of [
      "../out.txt",
      `${ROOT}data/../../out.txt`,
      "/etc/cron.d/x",
      "C:/x.txt",
      `${ROOT}data\\..\\x`,
      `${ROOT}data/fdp\u202Eexe.txt`,
    ]) {
      const report = await verifyBag(zipOf([...files, [path, x]]));
      expect(codes(report.findings)).toContain(`bad_path ${path}`);
      expect(report.ok).toBe(false);
    }
    const twice = await verifyBag(zipOf([...files, [`${ROOT}DATA/index.html`, x]]));
    expect(codes(twice.findings)).toContain(`duplicate ${ROOT}DATA/index.html`);
    const same = await verifyBag(zipOf([...files, [`${ROOT}data/index.html`, x]]));
    expect(codes(same.findings)).toEqual(["ambiguous "]);
    const listed = new TextDecoder().decode(tree.get("manifest-sha256.txt"));
    const out = await verifyBag(
      packed(changed(tree, "manifest-sha256.txt", `${listed}${"0".repeat(64)}  data/../../x\n`)),
    );
    expect(codes(out.findings)).toContain("bad_path data/../../x");
  });

  // The upper 16 bits are a Unix mode: 040755 a folder, 0120777 a link, 010644 a pipe, 020644 a device; 0x10 is a folder of DOS.
  it.each([
    ["data/hidden.exe", 0o040755 * 0x1_00_00, "MZ"],
    ["data/hidden2.exe", 0x10, "MZ"],
    ["data/link", 0o120777 * 0x1_00_00, "/etc/passwd"],
    ["data/pipe", 0o010644 * 0x1_00_00, ""],
    ["data/device", 0o020644 * 0x1_00_00, ""],
    ["../../out/", 0o040755 * 0x1_00_00, ""],
    ["data/full/", 0o040755 * 0x1_00_00, "content of a folder"],
  ])("[S7] %s with attributes %d does not slip in as something else", async (path, attributes, text) => {
    const { tree } = await smallBag();
    const zip = new Uint8Array(await packed(changed(tree, path, text)).arrayBuffer());
    const view = new DataView(zip.buffer);
    // The added file is the last of the directory, right before the end record.
    const last = zip.length - 22 - 46 - encoder.encode(`${ROOT}${path}`).length;
    expect(view.getUint32(last, true)).toBe(0x02_01_4b_50);
    view.setUint32(last + 38, attributes, true);
    const report = await verifyBag(new Blob([zip]));
    expect(report.ok).toBe(false);
    expect(report.findings.map((finding) => finding.path)).toContain(`${ROOT}${path}`);
  });

  it("[S7] an empty folder is no finding", async () => {
    const { tree } = await smallBag();
    expect(await verifyBag(packed(changed(tree, "data/empty/", "")))).toMatchObject({ ok: true, findings: [] });
  });

  it("[S7] bombs are refused before they are unpacked", async () => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    // 8 MiB of zeros deflate to about 8 KiB: a thousand to one.
    await writer.add("b/bagit.txt", new Uint8ArrayReader(new Uint8Array(8 * 1024 * 1024)));
    const bomb = await writer.close();
    expect(codes((await verifyBag(new Blob([bomb]))).findings)).toEqual(["ratio b/bagit.txt"]);
    const { zip } = await smallBag();
    const few = await verifyBag(new Blob([zip]), { limits: { ...ZIP_LIMITS, entries: 3 } });
    expect(codes(few.findings)).toEqual(["too_many_files "]);
    const small = await verifyBag(new Blob([zip]), { limits: { ...ZIP_LIMITS, fileBytes: 20 } });
    expect(small.findings[0]?.code).toBe("too_large");
    const total = await verifyBag(new Blob([zip]), { limits: { ...ZIP_LIMITS, totalBytes: 100 } });
    expect(total.findings[0]?.code).toBe("too_large");
    const text = await verifyBag(new Blob([zip]), { limits: { ...ZIP_LIMITS, textBytes: 60 } });
    expect(text.findings[0]).toEqual({ code: "too_large", path: `${ROOT}tagmanifest-sha256.txt`, severity: "error" });
  });

  it("[S7] a size that lies does not unpack more than it says", async () => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    await writer.add("b/bagit.txt", new Uint8ArrayReader(encoder.encode("x".repeat(500_000))));
    const zip = await writer.close();
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = zip.findLastIndex((_, at) => at + 4 <= zip.length && view.getUint32(at, true) === 0x02_01_4b_50);
    view.setUint32(central + 24, 10, true);
    expect((await verifyBag(new Blob([zip]))).ok).toBe(false);
  });

  it("[R5] a folder that cannot be read is said, and a stopped check is not a pass", async () => {
    const { tree } = await smallBag();
    const fails = async (): Promise<never> => {
      throw new DOMException("gone", "NotReadableError");
    };
    expect(codes((await verifyBag({ list: fails, read: fails })).findings)).toEqual(["unreadable "]);
    const folder = folderOf(tree);
    const halfGone: BagFolder = { ...folder, read: (path) => (path === FIRST ? fails() : folder.read(path)) };
    expect(codes((await verifyBag(halfGone)).findings)).toContain(`unreadable ${FIRST}`);
    const stop = new AbortController();
    const stopped = await verifyBag(folder, { signal: stop.signal, onProgress: () => stop.abort() });
    expect([stopped.ok, codes(stopped.findings).includes("aborted ")]).toEqual([false, true]);
  });

  it("[R5] a ZIP cut off anywhere is no pass and throws nothing", { timeout: 60_000 }, async () => {
    const { zip } = await smallBag();
    const cuts = [
      ...Array.from({ length: 60 }, (_, n) => n),
      ...Array.from({ length: 400 }, (_, n) => zip.length - 1 - n),
    ];
    for (const cut of cuts) {
      const report = await verifyBag(new Blob([zip.slice(0, cut)]));
      expect([cut, report.ok, report.findings.length > 0]).toEqual([cut, false, true]);
    }
  });

  it("[S6] bytes that are no bag throw nothing", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const blob = new Blob([new Uint8Array(bytes)]);
        expect((await verifyBag(blob)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

/**
 * Bits of our ZIP that change nothing about what is unpacked, by offset: version needed and made by, time and date,
 * attributes, disk numbers, the comment's length, and the flag bits that are not encryption (0, 6), data descriptor (3)
 * or UTF-8 (11).
 */
function withoutMeaning(zip: Uint8Array<ArrayBuffer>): {
  readonly isFree: (at: number, mask: number) => boolean;
  readonly headers: readonly number[];
} {
  const view = new DataView(zip.buffer);
  const free = new Map<number, number>();
  const headers: number[] = [];
  const types = new Set<number>();
  const record = (
    at: number,
    length: number,
    fields: readonly (readonly [from: number, to: number])[],
    flags?: number,
  ): void => {
    for (let n = 0; n < length; n += 1) headers.push(at + n);
    for (const [from, to] of fields) for (let n = from; n < to; n += 1) free.set(at + n, 0xff);
    if (flags === undefined) return;
    free.set(at + flags, 0b1011_0110);
    free.set(at + flags + 1, 0b1111_0111);
  };
  const end = zip.length - 22;
  record(end, 22, [
    [6, 10],
    [20, 22],
  ]);
  let central = view.getUint32(end + 16, true);
  for (let n = 0; n < view.getUint16(end + 10, true); n += 1) {
    const name = view.getUint16(central + 28, true);
    record(
      view.getUint32(central + 42, true),
      30 + name,
      [
        [4, 6],
        [10, 14],
      ],
      6,
    );
    record(
      central,
      46 + name,
      [
        [4, 8],
        [12, 16],
        [34, 42],
      ],
      8,
    );
    // The upper four bits are the file type, 1000 for a plain file: only flipping the first (0000, no type) says the same.
    types.add(central + 41);
    central += 46 + name;
  }
  const isFree = (at: number, mask: number): boolean =>
    types.has(at) ? [0, 0b1000_0000].includes(mask & 0b1111_0000) : (mask & ~(free.get(at) ?? 0)) === 0;
  return { isFree, headers };
}

describe("[R5] flipped bytes", () => {
  const seed = Number(process.env["SEED"] ?? 20_240_501);

  it(
    `[R5] every flip in headers, names, and at seeded offsets in files and lists is detected (seed ${seed})`,
    { timeout: 120_000 },
    async () => {
      const { exhibits } = (await plannedBag()).input;
      const { plan, blobs } = await plannedBag({ documents: [], exhibits: exhibits.slice(0, 1) });
      const blob = bagBlob(plan, blobs);
      if (!blob.ok) throw new Error(blob.error.kind);
      const zip = new Uint8Array(await blob.value.arrayBuffer());
      const { isFree, headers } = withoutMeaning(zip);
      const flips = fc.sample(fc.tuple(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 })), {
        seed,
        numRuns: 400,
      });
      let tried = 0;
      for (const [at, mask] of [...flips, ...headers.map((offset) => [offset, 1 << (offset % 8)] as const)]) {
        if (isFree(at, mask)) continue;
        const copy = zip.slice();
        copy[at] = (copy[at] ?? 0) ^ mask;
        const report = await verifyBag(new Blob([copy]));
        expect([at, mask, report.ok]).toEqual([at, mask, false]);
        tried += 1;
      }
      expect(tried).toBeGreaterThan(1000);
    },
  );

  it("[R5] a flip inside an original names that original", async () => {
    const { zip, tree } = await smallBag();
    const text = tree.get(FIRST) ?? new Uint8Array(0);
    const start = Buffer.from(zip).indexOf(Buffer.from(text));
    for (let n = 0; n < text.length; n += 1) {
      const copy = zip.slice();
      copy[start + n] = (copy[start + n] ?? 0) ^ 0x20;
      const report = await verifyBag(new Blob([copy]));
      expect(codes(report.findings)).toContain(`altered ${ROOT}${FIRST}`);
      expect(report.findings.filter(({ path }) => path.startsWith(`${ROOT}data/`))).toHaveLength(1);
    }
  });
});
