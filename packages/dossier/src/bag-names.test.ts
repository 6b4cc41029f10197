/** Names in a bundle. */
import { describe, expect, it } from "vitest";
import { id, lintName, sha256 } from "@recourse/core";
import { bagFolder, exhibitNames, extensionOf, type BagExhibit } from "./bag-names.ts";

const exhibit = (materialType: string, name: string, more: Partial<BagExhibit> = {}): BagExhibit => ({
  exhibit: id("1".repeat(32)),
  number: 1,
  sha256: sha256("0".repeat(64)),
  size: 1,
  name,
  mediaType: "application/octet-stream",
  materialType,
  shows: [],
  ...more,
});

describe("exhibitNames", () => {
  it("[F1] order number, material type, extension", () => {
    expect(exhibitNames("20240501001", [exhibit("支付凭证", "账单.CSV")])).toEqual(["20240501001-支付凭证.csv"]);
    expect(bagFolder("20240501001")).toBe("20240501001-材料包");
  });

  it("[F1] without an order number the names say so", () => {
    expect(exhibitNames(undefined, [exhibit("支付凭证", "a.csv")])).toEqual(["无订单号-支付凭证.csv"]);
    expect(bagFolder("  ")).toBe("无订单号-材料包");
  });

  it("[F1] an exhibit of another order carries that order's number", () => {
    const both = [exhibit("支付凭证", "a.csv"), exhibit("支付凭证", "b.csv", { orderNo: "7-8" })];
    expect(exhibitNames("6", both)).toEqual(["6-支付凭证.csv", "7-8-支付凭证.csv"]);
  });

  it("[F2] the same name again is numbered; another extension is another name", () => {
    const four = ["a.png", "b.png", "c.jpg", "d.PNG"].map((name) => exhibit("后台数据", name));
    expect(exhibitNames("1", four)).toEqual([
      "1-后台数据.png",
      "1-后台数据-2.png",
      "1-后台数据.jpg",
      "1-后台数据-3.png",
    ]);
  });

  it("[F2] a number that is taken is stepped over", () => {
    // -2 is taken (case aside), -3 is what the third one gets, so the second one gets -4.
    const three = ["a.png", "b.png", "c.png"].map((name) => exhibit("后台数据", name));
    expect(exhibitNames("6", three, ["6-后台数据-2.PNG"])).toEqual([
      "6-后台数据.png",
      "6-后台数据-4.png",
      "6-后台数据-3.png",
    ]);
  });

  it("[F3] hostile order numbers, types and names give safe names", () => {
    const hostile = [
      exhibit("../../etc", "x"),
      exhibit("a%b", "x.p\u202Eng"),
      exhibit("", "con.nul"),
      exhibit("追".repeat(300), "x.html"),
    ];
    const names = exhibitNames('1/..\\%2e"\u0000', hostile);
    for (const name of names) expect([name, lintName(name)]).toEqual([name, []]);
    expect(new Set(names).size).toBe(4);
    expect(names.join("")).not.toContain("%");
  });

  it("[S7] the extension follows what the file is", () => {
    expect(extensionOf({ name: "x.png.exe", mediaType: "image/png" })).toBe("png");
    expect(extensionOf({ name: "x.JPEG", mediaType: "image/jpeg" })).toBe("jpeg");
    expect(extensionOf({ name: "账单", mediaType: "text/plain" })).toBe("txt");
    expect(extensionOf({ name: "账单", mediaType: "application/octet-stream" })).toBe("bin");
  });
});
