/** File names: the form the platforms ask for, each thing F3 forbids, and what every result must be for names from anywhere. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bundleName,
  lintName,
  MAX_NAME_BYTES,
  numbered,
  numberedName,
  parseBundleName,
  safeName,
  utf8Length,
} from "./filename.ts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe("[F1] 订单号-材料类型[-序号].扩展名", () => {
  it("[F1] the guide's names", () => {
    expect(bundleName("20240501001", "支付凭证", undefined, "")).toBe("20240501001-支付凭证");
    expect(bundleName("20240501001", "后台数据", undefined, "png")).toBe("20240501001-后台数据.png");
    expect(bundleName("20240501001", "后台数据", 3, "PNG")).toBe("20240501001-后台数据-3.png");
  });
  it("[F1] what is built is read back", () => {
    for (const [orderNo, type, n, ext] of [
      ["20240501001", "支付凭证", undefined, "pdf"],
      ["A-2024-05", "后台数据", 12, "png"],
      ["20240501001", "支付凭证", undefined, ""],
    ] as const)
      expect(parseBundleName(bundleName(orderNo, type, n, ext))).toEqual({
        ok: true,
        value: { orderNo, materialType: type, n, ext },
      });
  });
  it("[F1] the names of the sample series are read", () => {
    expect(parseBundleName("20240501001-后台数据-045.png")).toEqual({
      ok: true,
      value: { orderNo: "20240501001", materialType: "后台数据", n: 45, ext: "png" },
    });
    expect(parseBundleName("IMG_0001.png").ok).toBe(false);
    expect(parseBundleName("20240501001-2.png").ok).toBe(false);
  });
  it("[F1] a hyphen in the type would read as a border: it becomes _", () => {
    expect(bundleName("1", "聊天-记录", undefined, "txt")).toBe("1-聊天_记录.txt");
  });
  it("[F4] a type that is not on the list is a fault, one that is on it is none", () => {
    expect(lintName("20240501001-支付凭证.png", ["支付凭证"])).toEqual([]);
    expect(lintName("20240501001-转账图.png", ["支付凭证"])).toEqual(["unknown_material"]);
  });
});

describe("[F2] same names are numbered, never overwritten", () => {
  it("[F2] the second and third get numbers, the first keeps its name", () => {
    expect(numbered(["1-支付凭证.png", "1-支付凭证.png", "1-支付凭证.png"])).toEqual([
      "1-支付凭证.png",
      "1-支付凭证-2.png",
      "1-支付凭证-3.png",
    ]);
  });
  it("[F2] a name that is taken already, also in other letters, counts", () => {
    expect(numbered(["A-x.png"], ["a-X.PNG"])).toEqual(["A-x-2.png"]);
  });
  it("[F2] a file that wants the numbered name keeps it", () => {
    expect(numbered(["1-x.png", "1-x.png", "1-x-2.png"])).toEqual(["1-x.png", "1-x-3.png", "1-x-2.png"]);
    expect(numbered(["1-x-2.png", "1-x-2.png"])).toEqual(["1-x-2.png", "1-x-3.png"]);
  });
});

describe("[F3] names every system takes", () => {
  it("[F3] each forbidden thing is replaced or removed, and found by the lint", () => {
    for (const [bad, good, fault] of [
      ["a/b:c.png", "a_b_c.png", "forbidden_character"],
      ["100%.png", "100_.png", "forbidden_character"],
      ["a\u202egpj.exe", "agpj.exe", "control_or_bidi"],
      ["a\u0000b.txt", "ab.txt", "control_or_bidi"],
      ["CON.txt", "_CON.txt", "dos_name"],
      ["CON .txt", "_CON .txt", "dos_name"],
      ["COM1   .log", "_COM1   .log", "dos_name"],
      ["conin$", "_conin$", "dos_name"],
      ["a.png. ", "a.png", "edge"],
      ["e\u0301.png", "\u00e9.png", "not_nfc"],
      ["\ud800x.png", "x.png", "control_or_bidi"],
    ] as const) {
      expect(safeName(bad), JSON.stringify(bad)).toBe(good);
      expect(lintName(bad), JSON.stringify(bad)).toContain(fault);
      expect(lintName(good).filter((f) => f !== "not_bundle_form")).toEqual([]);
    }
    expect(safeName("CONSOLE.txt")).toBe("CONSOLE.txt");
    expect(safeName("...")).toBe("file");
  });
  it("[F3] at most 120 bytes, whole characters, extension kept", () => {
    // 50 characters of 3 bytes = 150; 4 bytes of .png leave 116 = 38 characters.
    const name = safeName(`${"证".repeat(50)}.png`);
    expect(name).toBe(`${"证".repeat(38)}.png`);
    expect(utf8Length(name)).toBeLessThanOrEqual(MAX_NAME_BYTES);
    expect(lintName(`${"证".repeat(50)}.png`)).toContain("too_long");
    expect(utf8Length(bundleName("9".repeat(200), "支付凭证", 12, "png"))).toBe(MAX_NAME_BYTES);
    expect(parseBundleName(bundleName("9".repeat(200), "支付凭证", 12, "png"))).toMatchObject({
      value: { materialType: "支付凭证", n: 12 },
    });
  });
  it("[F3] a part that is left empty, or is a device, still gives a name that is read back", () => {
    expect(bundleName(" . ", "//", undefined, "png")).toBe("_-_.png");
    expect(bundleName("CON.1", "支付凭证", undefined, "png")).toBe("_CON.1-支付凭证.png");
    // A type of 60 bytes is 20 characters of 3.
    expect(bundleName("1", "证".repeat(30), undefined, "")).toBe(`1-${"证".repeat(20)}`);
  });
});

describe("[F3] a safe name of any name", () => {
  it.each([
    ["订单-聊天记录.png", "订单-聊天记录.png", "a good name stays"],
    ["e\u0301.txt", "\u00e9.txt", "NFC"],
    ["e\u200b\u0301.txt", "\u00e9.txt", "NFC also of what met when something went"],
    ["a\u0000b\u001fc\u007f\u0085.txt", "abc.txt", "control characters go"],
    ["bill\u202Efdp.exe", "billfdp.exe", "what turns the reading direction around goes"],
    ['a%b<c>d:e"f/g\\h|i?j*k.txt', "a_b_c_d_e_f_g_h_i_j_k.txt", "reserved characters"],
    ["../../etc/passwd", ".._.._etc_passwd", "a path is a name"],
    ["..", "file", "nothing left"],
    ["", "file", "nothing at all"],
    ["name. . ", "name", "trailing dots and spaces"],
    ["name\u3000", "name", "a wide space is one"],
    ["CON", "_CON", "a device"],
    ["nul.tar.gz", "_nul.tar.gz", "a device with extensions"],
    ["com\u00B9.txt", "_com\u00B9.txt", "a device with a superscript digit"],
    ["console.txt", "console.txt", "not a device"],
    ["COM10", "COM10", "not a device either"],
    ["a\uD800b", "ab", "half a character"],
    [".gitignore", ".gitignore", "a leading dot is no extension"],
  ])("[F3] %j → %j (%s)", (from, to) => {
    expect(safeName(from)).toBe(to);
  });

  it("[F3] the extension stays and no character is cut in half", () => {
    // 追 is 3 bytes. 120 − 4 for ".png" = 116 = 38 × 3 + 2.
    expect(safeName(`${"追".repeat(60)}.png`)).toBe(`${"追".repeat(38)}.png`);
    // Exactly 120 bytes fit: 40 × 3.
    expect(safeName("追".repeat(40))).toBe("追".repeat(40));
    // 👩‍👧 is 4 + 3 + 4 = 11 bytes: 116 = 10 × 11 + 6.
    expect(safeName(`${"👩‍👧".repeat(20)}.jpg`)).toBe(`${"👩‍👧".repeat(10)}.jpg`);
    // 40 − 4 = 36 = 12 × 3.
    expect(safeName(`${"追".repeat(60)}.png`, 40)).toBe(`${"追".repeat(12)}.png`);
  });

  const trouble = ["\u202E", "\u200B", "\u200D", "\u0301", "\u0338", "\uD83D", ".", " ", "\u3000", "%", "/", "<"];
  const parts = fc.constantFrom(...trouble, "con", "COM1", "aux", "conin$", "-", "e", "追", "👩‍👧", ".png");
  const anyName = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(parts, { maxLength: 80 }).map((list) => list.join("")),
  );

  it("[F3] any name gives one safe path segment, and a safe one stays", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeName(name);
        expect(safe).not.toBe("");
        expect(safe).toBe(safe.normalize("NFC"));
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}%<>:"/\\|?*\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
        expect(safe).not.toMatch(/[. ]$/);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
        expect(bytes(safe)).toBeLessThanOrEqual(MAX_NAME_BYTES);
        expect(safeName(safe)).toBe(safe);
        // A leading dot is no fault of a file, only of a name in a bundle.
        expect(lintName(safe).filter((fault) => fault !== "edge" && fault !== "not_bundle_form")).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("[F3] any order number and type give a name every system takes, and its count and extension stay", () => {
    fc.assert(
      fc.property(anyName, anyName, (orderNo, type) => {
        const name = bundleName(orderNo, type, 2, "png");
        expect(lintName(name).filter((fault) => fault !== "not_bundle_form")).toEqual([]);
        expect(name).toMatch(/-2\.png$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("[F3] length is counted as a disk counts it", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(utf8Length(name)).toBe(bytes(name));
      }),
    );
  });
});

describe("[F2] the second file of any name", () => {
  it("[F2] the number stands before the extension and the limit holds", () => {
    expect(numberedName("账单.csv", 2)).toBe("账单-2.csv");
    expect(numberedName("noext", 12)).toBe("noext-12");
    // 120 − 4 − 2 = 114 = 38 × 3.
    expect(numberedName(`${"追".repeat(60)}.png`, 2)).toBe(`${"追".repeat(38)}-2.png`);
  });
});
