/** File names: each thing F3 forbids, and what every result must be for names from anywhere. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_NAME_BYTES, numberedName, safeName } from "./safe-name.ts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe("safeName", () => {
  it.each([
    ["订单-聊天记录.png", "订单-聊天记录.png", "a good name stays"],
    ["e\u0301.txt", "\u00e9.txt", "NFC"],
    ["a\u0000b\u001fc\u007f\u0085.txt", "abc.txt", "control characters go"],
    ["bill\u202Efdp.exe", "billfdp.exe", "what turns the reading direction around goes"],
    ['a%b<c>d:e"f/g\\h|i?j*k.txt', "a_b_c_d_e_f_g_h_i_j_k.txt", "reserved characters"],
    ["../../etc/passwd", ".._.._etc_passwd", "a path is a name"],
    ["..", "file", "nothing left"],
    ["", "file", "nothing at all"],
    ["name. . ", "name", "trailing dots and spaces"],
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

  it("[F3] 120 bytes: the extension stays and no character is cut in half", () => {
    // 追 is 3 bytes. 120 − 4 for ".png" = 116 = 38 × 3 + 2.
    expect(safeName(`${"追".repeat(60)}.png`)).toBe(`${"追".repeat(38)}.png`);
    // Exactly 120 bytes fit: 40 × 3.
    expect(safeName("追".repeat(40))).toBe("追".repeat(40));
    // 👩‍👧 is 4 + 3 + 4 = 11 bytes: 116 = 10 × 11 + 6.
    expect(safeName(`${"👩‍👧".repeat(20)}.jpg`)).toBe(`${"👩‍👧".repeat(10)}.jpg`);
  });

  it("[F3] any name gives one safe path segment, and a safe one stays", () => {
    const parts = fc.constantFrom(
      "con",
      "COM1",
      ".",
      " ",
      "%",
      "/",
      "\u202E",
      "\u0301",
      "e",
      "<",
      "\u0338",
      "追",
      "👩‍👧",
      "\uD83D",
      ".png",
      "aux",
    );
    const anyName = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(parts, { maxLength: 80 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeName(name);
        expect(safe).not.toBe("");
        expect(safe).toBe(safe.normalize("NFC"));
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}%<>:"/\\|?*\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
        expect(safe).not.toMatch(/[. ]$/);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(bytes(safe)).toBeLessThanOrEqual(MAX_NAME_BYTES);
        expect(safeName(safe)).toBe(safe);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("numberedName", () => {
  it("[F2] the number stands before the extension and the limit holds", () => {
    expect(numberedName("账单.csv", 2)).toBe("账单-2.csv");
    expect(numberedName("noext", 12)).toBe("noext-12");
    // 120 − 4 − 2 = 114 = 38 × 3.
    expect(numberedName(`${"追".repeat(60)}.png`, 2)).toBe(`${"追".repeat(38)}-2.png`);
  });
});
