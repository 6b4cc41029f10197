/** The ZIP container as other readers see it: Info-ZIP, Python. */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { instant } from "@recourse/core";
import { crc32, layoutZip, type ZipEntry } from "./zip-layout.ts";

const at = instant("2024-05-08T09:00:31+08:00");
const has = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;
const unzip = has("unzip", "-v");
const python = has("python3", "--version");

const zipOf = (entries: readonly ZipEntry[], contents: readonly Blob[]): Blob =>
  new Blob(
    layoutZip(entries, at).parts.map((part) => (part.as === "bytes" ? part.bytes : (contents[part.content] ?? ""))),
  );

async function onDisk<T>(zip: Blob, look: (path: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    const path = join(folder, "a.zip");
    writeFileSync(path, new Uint8Array(await zip.arrayBuffer()));
    return look(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("layoutZip", () => {
  it("[F1] the check value of CRC-32/ISO-HDLC is cbf43926", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcb_f4_39_26);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });

  it("[F1] one file, byte by byte", () => {
    // 09:00:31 = 9·2048 + 0·32 + 15 = 0x480f; 2024-05-08 = 44·512 + 5·32 + 8 = 0x58a8. Little-endian throughout.
    const zip = layoutZip([{ path: "证", size: 3, crc32: 0x01_02_03_04 }], at);
    const hex = zip.parts.map((part) => (part.as === "bytes" ? Buffer.from(part.bytes).toString("hex") : "…"));
    const both = "1400 0008 0000 0f48 a858 04030201 03000000 03000000 0300 0000";
    const central = `504b0102 1403 ${both} 0000 0000 0000 0000a481 00000000 e8af81`;
    // Local header 30 + 3 name + 3 content = 36 = 0x24; central 46 + 3 = 49 = 0x31.
    const end = "504b0506 0000 0000 0100 0100 31000000 24000000 0000";
    expect(hex).toEqual([`504b0304 ${both} e8af81`, "…", central, end].map((line) => line.replaceAll(" ", "")));
    expect(zip.size).toBe(36 + 49 + 22);
  });

  it("[F1] a time the format does not know becomes its first day", () => {
    const early = layoutZip([{ path: "a", size: 0, crc32: 0 }], instant("1979-12-31T23:59:59+08:00"));
    // Time 0, date 1·32 + 1 = 0x0021.
    expect(
      Buffer.from(early.parts[0]?.as === "bytes" ? early.parts[0].bytes : [])
        .toString("hex")
        .slice(20, 28),
    ).toBe("00002100");
  });

  it.skipIf(!unzip)(
    `[F1] more than 65,535 files need zip64, and unzip reads them${unzip ? "" : " SKIPPED: unzip is not installed"}`,
    { timeout: 60_000 },
    async () => {
      const entries = Array.from({ length: 66_000 }, (_, n) => ({ path: `data/${n}`, size: 0, crc32: 0 }));
      const zip = zipOf(entries, []);
      expect(zip.size).toBe(layoutZip(entries, at).size);
      const said = await onDisk(zip, (path) => execFileSync("unzip", ["-tq", path], { encoding: "utf8" }));
      expect(said).toContain("No errors detected");
    },
  );

  it.skipIf(!python)(
    `[F1] a file of more than 4 GiB and one behind it: sizes, place and content hold${python ? "" : " SKIPPED: python3 is not installed"}`,
    async () => {
      const large = 4097 * 1024 * 1024;
      const small = new TextEncoder().encode("behind");
      const { parts, size } = layoutZip(
        [
          { path: "large", size: large, crc32: 1 },
          { path: "small", size: small.length, crc32: crc32(small) },
        ],
        at,
      );
      const folder = mkdtempSync(join(tmpdir(), "zip-"));
      try {
        // A sparse file: the large one is a hole that takes no room.
        const path = join(folder, "a.zip");
        const file = openSync(path, "w");
        let offset = 0;
        for (const part of parts) {
          const bytes = part.as === "bytes" ? part.bytes : part.content === 1 ? small : undefined;
          if (bytes !== undefined) writeSync(file, bytes, 0, bytes.length, offset);
          offset += bytes?.length ?? large;
        }
        closeSync(file);
        expect(offset).toBe(size);
        const script =
          "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n" +
          "print([(i.filename, i.file_size, i.compress_size, i.header_offset) for i in z.infolist()], z.read('small').decode())";
        // The local header of `large`: 30 + 5 name + 20 zip64 field = 55.
        expect(execFileSync("python3", ["-c", script, path], { encoding: "utf8" }).trim()).toBe(
          `[('large', ${large}, ${large}, 0), ('small', 6, 6, ${large + 55})] behind`,
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it.skipIf(!python)(
    `[F1] Python reads names, dates and content${python ? "" : " SKIPPED: python3 is not installed"}`,
    async () => {
      const text = new TextEncoder().encode("内容");
      const zip = zipOf([{ path: "材料/支付凭证.txt", size: text.length, crc32: crc32(text) }], [new Blob([text])]);
      const script =
        "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\ni=z.infolist()[0]\nsys.stdout.reconfigure(encoding='utf8')\n" +
        "print(z.testzip(), i.filename, i.date_time, z.read(i).decode(), oct(i.external_attr>>16))";
      const said = await onDisk(zip, (path) => execFileSync("python3", ["-c", script, path], { encoding: "utf8" }));
      expect(said.trim()).toBe("None 材料/支付凭证.txt (2024, 5, 8, 9, 0, 30) 内容 0o100644");
    },
  );
});
