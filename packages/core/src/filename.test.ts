import { describe, expect, it } from "vitest";
import { bundleName, lintName, MAX_NAME_BYTES, numbered, parseBundleName, safeName, utf8Length } from "./filename.ts";

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
      ["a.png. ", "a.png", "edge"],
      ["e\u0301.png", "\u00e9.png", "not_nfc"],
      ["\ud800x.png", "x.png", "control_or_bidi"],
    ] as const) {
      expect(safeName(bad), JSON.stringify(bad)).toBe(good);
      expect(lintName(bad), JSON.stringify(bad)).toContain(fault);
      expect(lintName(good).filter((f) => f !== "not_bundle_form")).toEqual([]);
    }
    expect(safeName("CONSOLE.txt")).toBe("CONSOLE.txt");
    expect(safeName("...")).toBe("_");
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
  it("[F3] made safe once, a name stays as it is", () => {
    for (const name of ["a/b:c.png", "CON", "…证据 ", "x".repeat(300), "%%%", "a\u202eb"])
      expect(safeName(safeName(name))).toBe(safeName(name));
  });
});
