/**
 * Files written byte by byte from their formats' definitions.
 */
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { sniff } from "./sniff.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const hex = (text: string): string =>
  text.replace(/\s/g, "").replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
const chunk = (name: string, data: string): string =>
  hex(data.length.toString(16).padStart(8, "0")) + name + data + "\0\0\0\0";
const png = (width: number, height: number): string =>
  `${hex("89504e470d0a1a0a")}${chunk("IHDR", hex(width.toString(16).padStart(8, "0") + height.toString(16).padStart(8, "0")) + "\x08\x06\0\0\0")}${chunk("IDAT", "1234")}${chunk("IEND", "")}`;
// SOI, JFIF segment of 16 bytes, SOF0 with height 2 and width 3, SOS, data, EOI.
const jpeg = hex(
  "ffd8 ffe0 0010 4a46494600 0102 00 0048 0048 0000 ffc0 000b 08 0002 0003 01 01 11 00 ffda 0008 01 01 00 00 3f 00 aabb ffd9",
);
const webp = (kind: string, data: string): string =>
  `RIFF${hex((12 + data.length).toString(16).padStart(2, "0"))}\0\0\0WEBP${kind}${hex(data.length.toString(16).padStart(2, "0"))}\0\0\0${data}`;
const codes = (text: string, name: string, whole = true): readonly string[] =>
  sniff(latin(text), name, whole).findings.map((f) => f.code);

describe("sniff", () => {
  test.each([
    ["image/png", png(3, 2)],
    ["image/jpeg", jpeg],
    ["image/gif", `GIF89a${hex("0300 0200 00 00 00")};`],
    ["image/webp", webp("VP8X", hex("00000000 020000 010000") + "0".repeat(12))],
    ["image/heic", `${hex("00000018")}ftypheic${hex("00000000")}mif1`],
    ["image/svg+xml", '<?xml version="1.0"?>\n<!-- a --><svg xmlns="x"></svg>'],
    ["application/pdf", "%PDF-1.7\n%%EOF"],
    ["application/zip", "PK\x03\x04aaaa.txtPK\x05\x06"],
    [
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "PK\x03\x04[Content_Types].xml xl/workbook.xml PK\x05\x06",
    ],
    [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "PK\x03\x04[Content_Types].xml word/document.xml PK\x05\x06",
    ],
    ["application/x-ole-storage", hex("d0cf11e0a1b11ae1")],
    ["text/html", "<!DOCTYPE html><html></html>"],
    ["text/plain", "a,b\n1,2\n"],
    ["text/plain", hex("efbbbf") + "abc"],
    ["text/plain", hex("c4e3bac3")],
    ["application/octet-stream", "a\0b"],
    ["video/mp4", `${hex("00000018")}ftypmp42`],
    ["audio/mp4", `${hex("00000018")}ftypM4A `],
    ["audio/mpeg", "ID3\x04"],
    ["audio/mpeg", hex("fffb9064")],
    ["audio/amr", "#!AMR\n"],
    ["audio/x-silk", "\x02#!SILK_V3"],
  ])("[E7] %s is told by its bytes", (mediaType, bytes) => {
    expect(sniff(latin(bytes), "file", true).mediaType).toBe(mediaType);
  });

  test.each([
    ["png", png(3, 2)],
    ["jpg", jpeg],
    ["gif", `GIF89a${hex("0300 0200 00 00 00")};`],
    ["webp", webp("VP8X", hex("00000000 020000 010000") + "0".repeat(12))],
    // 14 bits width − 1 = 2, then 14 bits height − 1 = 1: 2 + 1·16384 = 0x4002, little endian.
    ["webp", webp("VP8L", hex("2f 02400000") + "0".repeat(12))],
    ["webp", webp("VP8 ", hex("000000 9d012a 0300 0200") + "0".repeat(12))],
  ])("[E7] %s: 3 by 2 pixels from the header, previewable, whole", (extension, bytes) => {
    expect(sniff(latin(bytes), `a.${extension}`, true)).toMatchObject({
      size: { width: 3, height: 2 },
      previewable: true,
      findings: [],
    });
  });

  test("[E7] 50 million pixels are previewed, one row more is not", () => {
    expect(sniff(latin(png(10_000, 5_000)), "a.png", true)).toMatchObject({ previewable: true, findings: [] });
    expect(sniff(latin(png(10_000, 5_001)), "a.png", true)).toMatchObject({
      previewable: false,
      findings: [{ code: "intake.image_too_large", args: { width: 10_000, height: 5_001 } }],
    });
  });

  test("[E7] a picture without its end is truncated; bytes after the end are not", () => {
    expect(codes(png(3, 2).slice(0, -12), "a.png")).toEqual(["intake.truncated_file"]);
    expect(codes(jpeg.slice(0, -2), "a.jpg")).toEqual(["intake.truncated_file"]);
    expect(codes(`${png(3, 2)}trailing`, "a.png")).toEqual([]);
    expect(codes(`${jpeg}trailing`, "a.jpg")).toEqual([]);
    // Of a file above the limit only the beginning is here.
    expect(codes(png(3, 2).slice(0, -12), "a.png", false)).toEqual([]);
  });

  test("[E7] a JPEG whose only end is its thumbnail's is truncated", () => {
    const thumbnail = hex("ffd8ffda0002ffd9");
    expect(codes(`${hex("ffd8ffe1000c")}${thumbnail}..${jpeg.slice(2, -2)}`, "a.jpg")).toEqual([
      "intake.truncated_file",
    ]);
  });

  test("[E7] the extension is compared, never believed", () => {
    expect(codes(png(3, 2), "a.jpg")).toEqual(["intake.renamed_file"]);
    expect(codes(png(3, 2), "a.PNG")).toEqual([]);
    expect(codes(png(3, 2), "截图.1")).toEqual([]);
    expect(codes("a,b", "a.xlsx")).toEqual(["intake.renamed_file"]);
  });

  test("[E7] an SVG is a download card; one with a script says so", () => {
    expect(sniff(latin("<svg></svg>"), "a.svg", true).previewable).toBe(false);
    expect(codes("<svg></svg>", "a.svg")).toEqual(["intake.no_preview"]);
    expect(codes("<svg><script>1</script></svg>", "a.svg")).toEqual(["intake.svg_script", "intake.no_preview"]);
  });
});

describe("decode", () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  // 你好 in GB18030.
  const gbk = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3);

  test("[P3] byte order mark, then strict UTF-8, then GB18030", () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8("你好")))).toMatchObject({
      ok: true,
      value: { text: "你好", encoding: "utf-8" },
    });
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x60, 0x4f))).toMatchObject({
      ok: true,
      value: { text: "你", encoding: "utf-16le" },
    });
    expect(decode(utf8("你好"))).toMatchObject({
      ok: true,
      value: { text: "你好", encoding: "utf-8", cut: false, spoilt: false },
    });
    expect(decode(gbk)).toMatchObject({
      ok: true,
      value: { text: "你好", encoding: "gb18030", cut: false, spoilt: false },
    });
  });

  test("[P3] cut inside a character, text stays in its own encoding", () => {
    expect(decode(utf8("你好").slice(0, 5))).toMatchObject({
      ok: true,
      value: { text: "你", encoding: "utf-8", cut: true },
    });
    expect(decode(gbk.slice(0, 3))).toMatchObject({ ok: true, value: { text: "你", encoding: "gb18030", cut: true } });
  });

  test("[P3] one wrong byte in UTF-8 is not read as GB18030, and is named", () => {
    const bytes = Uint8Array.of(...utf8("订单到现在没有开始处理请退款"), 0xff, ...utf8("。"));
    expect(decode(bytes)).toMatchObject({ ok: true, value: { encoding: "utf-8", spoilt: true } });
  });

  test("[P3] what another program spoilt is named", () => {
    for (const text of ["锟斤拷锟斤拷", "½»Ò×Ê±¼ä£¬½»Ò×·ÖÀà", "a\ufffdb"])
      expect(decode(utf8(text))).toMatchObject({ value: { spoilt: true } });
    expect(decode(utf8("Café crème"))).toMatchObject({ value: { spoilt: false } });
  });

  test("[P3] bytes no encoding reads are an error", () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0x41))).toEqual({
      ok: false,
      error: { kind: "mis_encoded", encoding: "utf-8" },
    });
    expect(decode(Uint8Array.of(0x41, 0xff, 0xff, 0x41))).toEqual({
      ok: false,
      error: { kind: "mis_encoded", encoding: "gb18030" },
    });
  });
});
