/** The DOCX as other programs see it: its parts, read with the ZIP reader, an XML parser and LibreOffice. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sha256 } from "@recourse/core";
import { exhibitListDocx, letterDocx } from "./letter-docx.ts";
import type { LetterDocument } from "./letter-document.ts";
import { readWhole } from "./drain.ts";
import { readZip } from "./zip-entries.ts";

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
const office = has("soffice");
const python = has("python3");

const letter: LetterDocument = {
  lang: "zh-CN",
  title: "退款申请书",
  parts: [{ heading: "一、订单信息", paragraphs: [{ text: "第一行\n<第二行> & “引号”\u0000", exhibits: [1] }] }],
  signature: ["申请人：alice"],
  exhibits: Array.from({ length: 60 }, (_, n) => ({
    number: n + 1,
    name: `20240501001-后台数据-${n + 1}.png`,
    sha256: sha256(n.toString(16).padStart(64, "0")),
    from: "本人截图",
    shows: "增加 12，未超过判定线 20",
  })),
};

async function partsOf(bytes: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, string>> {
  const files = await readZip(new Blob([bytes]));
  if (!files.ok) throw new Error(files.error.kind);
  const parts = new Map<string, string>();
  for (const file of files.value) parts.set(file.path, new TextDecoder().decode(await readWhole(file.open(), 1e7)));
  return parts;
}

const count = (text: string | undefined, pattern: RegExp): number => [...(text ?? "").matchAll(pattern)].length;

afterEach(() => {
  vi.useRealTimers();
});

describe("letterDocx", () => {
  it("[A3] every run with text names 宋体 or 黑体 and Times New Roman", async () => {
    const document = (await partsOf(await letterDocx(letter))).get("word/document.xml") ?? "";
    const runs = document.match(/<w:r>.*?<\/w:r>/g) ?? [];
    expect(runs.length).toBeGreaterThan(300);
    for (const run of runs) expect(run).toMatch(/w:eastAsia="(?:宋体|黑体)"/);
    for (const run of runs) expect(run).toContain('w:ascii="Times New Roman"');
    expect(document).toContain('w:hint="eastAsia"');
  });

  it("[A3] A4, one fixed table whose header row repeats, no row split, page numbers in the footer", async () => {
    const parts = await partsOf(await letterDocx(letter));
    const document = parts.get("word/document.xml");
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(count(document, /<w:tblLayout w:type="fixed"\/>/g)).toBe(1);
    expect(count(document, /<w:tblHeader\/>/g)).toBe(1);
    // 60 exhibits and the header row.
    expect(count(document, /<w:cantSplit\/>/g)).toBe(61);
    const footer = [...parts].find(([path]) => /^word\/footer\d+\.xml$/.test(path))?.[1] ?? "";
    const said = footer.replaceAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g, "{$1}").replaceAll(/<[^>]+>/g, "");
    expect(said).toMatch(/第 \{PAGE\} 页 共 \{NUMPAGES\} 页/);
  });

  it("[A3] a line break is a line break, and what XML forbids is left out", async () => {
    const document = (await partsOf(await letterDocx(letter))).get("word/document.xml") ?? "";
    expect(document).toContain("&lt;第二行&gt; &amp; “引号”（见证据1）");
    expect(document).not.toContain("\u0000");
    expect(count(document, /<w:br\/>/g)).toBe(1 + 60 * 3);
  });

  it("[A3] equal letters give equal bytes, whatever the clock says", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2024, 4, 8) });
    const [letter1, list1] = [await letterDocx(letter), await exhibitListDocx(letter)];
    vi.setSystemTime(Date.UTC(2031, 0, 1));
    const [letter2, list2] = [await letterDocx(letter), await exhibitListDocx(letter)];
    expect(letter2).toEqual(letter1);
    expect(list2).toEqual(list1);
    expect(await letterDocx({ ...letter, title: "别的" })).not.toEqual(letter1);
    const properties = (await partsOf(letter1)).get("docProps/core.xml") ?? "";
    expect(properties).toContain("<dc:title>退款申请书</dc:title>");
    expect(properties).not.toMatch(/20\d\d-/);
  });

  it.skipIf(!python)(
    `[A3] every part is well-formed XML${python ? "" : " SKIPPED: python3 is not installed"}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "letter-"));
      try {
        const path = join(folder, "letter.docx");
        writeFileSync(path, await letterDocx(letter));
        const script =
          "import sys,zipfile,xml.dom.minidom as m\nz=zipfile.ZipFile(sys.argv[1])\n" +
          "n=[m.parseString(z.read(i)) for i in z.namelist() if i.endswith(('.xml','.rels'))]\nprint(len(n), z.testzip())";
        expect(execFileSync("python3", ["-c", script, path], { encoding: "utf8" })).toMatch(/^(?:[89]|\d\d) None/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it.skipIf(!office)(
    `[A3] LibreOffice opens it${office ? "" : " SKIPPED: soffice is not installed"}`,
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "letter-"));
      try {
        const path = join(folder, "letter.docx");
        writeFileSync(path, await letterDocx(letter));
        execFileSync("soffice", [
          "--headless",
          `-env:UserInstallation=file://${folder}/profile`,
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          path,
        ]);
        expect(existsSync(join(folder, "letter.pdf"))).toBe(true);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
