/** Pairs for file names (F): each differs in one input and flips the result. */
import { describe } from "vitest";
import { lintName, numbered, parseBundleName, safeName, utf8Length } from "@recourse/core";
import { pack } from "../real-case.ts";
import { pair } from "./pair.ts";

const materials = pack.materialTypes.map((t) => t.id);

describe("[F1–F4] file names", () => {
  pair(
    "[F1] order number, material, number, extension: read back what was built; without a hyphen it is no such name",
    {
      base: "20240501001-后台数据-2.png",
      change: () => "20240501001后台数据2.png",
      of: (name) => {
        const parsed = parseBundleName(name);
        return parsed.ok ? parsed.value : "not one";
      },
      results: [{ orderNo: "20240501001", materialType: "后台数据", n: 2, ext: "png" }, "not one"],
    },
  );

  pair("[F2] the same name twice gets a number, another name none", {
    base: ["20240501001-后台数据.png", "20240501001-支付凭证.png"],
    change: ([first = ""]) => [first, first],
    of: (names) => numbered(names),
    results: [
      ["20240501001-后台数据.png", "20240501001-支付凭证.png"],
      ["20240501001-后台数据.png", "20240501001-后台数据-2.png"],
    ],
  });

  // U+202E turns the letters after it around: gpj.exe reads exe.jpg.
  pair("[F3] characters that turn the text around are no part of a name", {
    base: "20240501001-支付凭证.png",
    change: () => "20240501001-支付凭证\u202Egnp.exe",
    of: (name) => [lintName(name).length === 0, safeName(name) === name],
    results: [
      [true, true],
      [false, false],
    ],
  });
  // 12 + 3 × 34 = 114 bytes and .png = 118; two more characters are 124, and 120 is the most.
  pair("[F3] 120 bytes at most", {
    base: `20240501001-${"证".repeat(34)}.png`,
    change: () => `20240501001-${"证".repeat(36)}.png`,
    of: (name) => [utf8Length(name), lintName(name).includes("too_long"), utf8Length(safeName(name)) <= 120],
    results: [
      [118, false, true],
      [124, true, true],
    ],
  });

  pair("[F4] the material is one of the pack's list", {
    base: "20240501001-支付凭证.png",
    change: () => "20240501001-随便什么.png",
    of: (name) => lintName(name, materials),
    results: [[], ["unknown_material"]],
  });
});
