/**
 * What holds for every file that is taken in, whatever is in it.
 */
import { describe, expect, test } from "vitest";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { all, apply } from "@recourse/core";
import { takeFile } from "./index.ts";
import {
  APP,
  argsOf,
  BY_HAND,
  caseWith,
  codes,
  contextOf,
  fileOf,
  links,
  LIST,
  noOrder,
  now,
  orderId,
  QQ,
  sample,
  SERIES,
  take,
  textFile,
  WEB,
  WECHAT,
  WINDOW,
  XLSX,
} from "./take.fixture.ts";

describe("originals", () => {
  test("[E7] the same bytes twice are one exhibit, under any name", async () => {
    const first = await take(caseWith(), fileOf(APP));
    const again = await take(first.after, fileOf(APP, undefined, { name: "copy.csv" }));
    expect([again.exhibit.status, again.exhibit.id, again.changes]).toEqual(["there", first.exhibit.id, []]);
    expect(argsOf(again, "duplicate_file")).toEqual({ firstName: APP });
  });

  test("[E6] a removed exhibit dropped in again comes back", async () => {
    const first = await take(caseWith(), fileOf(APP));
    const removed = apply(first.after, [{ op: "remove", kind: "exhibit", id: first.exhibit.id }]).case;
    const again = await take(removed, fileOf(APP));
    expect([again.exhibit.status, codes(again).includes("restored_file")]).toEqual(["restored", true]);
    expect(Object.keys(again.after.live.exhibit)).toEqual([first.exhibit.id]);
  });

  test("[P3] a bill taken before the order was known matches when it is taken again", async () => {
    const first = await take(noOrder, fileOf(APP));
    const value = { number: "20240501001", item: "", paidFen: 0, orderedAt: now };
    const later = apply(first.after, [{ op: "put", kind: "order", id: orderId, value }]).case;
    const again = await take(later, fileOf(APP));
    expect(all(again.after, "payment").length).toBe(1);
    // What the person left open is filled from the row.
    expect(again.after.live.order[orderId]).toMatchObject({ item: "1000真实粉丝包月", paidFen: 10_000 });
  });

  test.each([
    ["nothing in it", fileOf("a.png", new Uint8Array()), "empty_file"],
    [
      "columns nobody knows",
      textFile("bank.csv", "日期,摘要,收入金额,余额\n2024-05-01,存入,1.00,5.00\n"),
      "unknown_header",
    ],
    [
      "no encoding reads it",
      fileOf("a.txt", new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xfe, 0x61])),
      "mis_encoded",
    ],
    ["a workbook cut in half", fileOf("a.xlsx", sample(XLSX).slice(0, 2_000)), "truncated_file"],
    ["a PDF under a picture's name", textFile("a.png", "%PDF-1.7\n%%EOF\n"), "renamed_file"],
    ["an SVG that runs something", textFile("a.svg", "<svg onload='x()'></svg>"), "svg_script"],
    [
      "300 MB, of which the beginning is given",
      fileOf("a.mp4", new Uint8Array([0, 0, 0, 24, ...strToU8("ftypmp42")]), { size: 300_000_000 }),
      "too_large_to_read",
    ],
    [
      "a locked archive",
      fileOf("a.zip", new Uint8Array([...strToU8("PK\x03\x04"), 20, 0, 1, 0, ...strToU8("PK\x05\x06")])),
      "archive_encrypted",
    ],
  ])("[E7] %s: kept as an exhibit, with a finding that names file and fix", async (_title, file, code) => {
    const taken = await take(caseWith(), file);
    expect(taken.after.live.exhibit[taken.exhibit.id]).toMatchObject({
      size: file.size,
      sha256: file.sha256,
      name: file.name,
    });
    expect(codes(taken)).toContain(code);
    for (const f of taken.findings) expect([f.file, f.fix.startsWith("intake.fix.")]).toEqual([file.name, true]);
    expect(taken.changes.filter((c) => c.kind !== "exhibit" && c.kind !== "link")).toEqual([]);
  });

  test("[E2] a picture proves by its kind; a name nobody sorted proves nothing yet", async () => {
    const png = new Uint8Array([
      ...Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex"),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      ...strToU8("IEND"),
      0,
      0,
      0,
      0,
    ]);
    const rules = await take(caseWith(), fileOf("20240501001-平台规则.png", png));
    expect(links(rules.after)).toEqual(["breach proves.screenshot", "responsibility proves.screenshot"]);
    const order = await take(caseWith(), fileOf("IMG_1.png", png, { materialType: "订单截图" }));
    expect(links(order.after)).toEqual([`order_exists proves.order_no order/${orderId}/number`]);
    const unsorted = await take(caseWith(), fileOf("IMG_1.png", png));
    expect([unsorted.recognised, links(unsorted.after), unsorted.exhibit.fields.materialType]).toEqual([
      "image",
      [],
      "其他",
    ]);
  });

  test("[B2] a saved page keeps its words, and a known clause is suggested with its own hours", async () => {
    const html =
      "<!doctype html><title>规则</title><script>var a='假的'</script><p>第3条 下单后<b>24</b>小时内未开始的，支持全额退款。</p><p>其他&nbsp;规定</p>";
    const context = contextOf(caseWith());
    const clausePatterns = [
      {
        id: "start",
        pattern: "(?<hours>\\d+)小时内未开始",
        ground: "not_started" as const,
        condition: { type: "not_started" as const, hours: 48, tense: "ever" as const },
      },
    ];
    const taken = await takeFile(textFile("规则.html", html), { ...context, clausePatterns });
    expect(taken.exhibit.fields.text).toBe("规则\n第3条 下单后24小时内未开始的，支持全额退款。\n其他 规定");
    expect(taken.suggestions).toEqual([
      {
        kind: "clause",
        pattern: "start",
        quote: "第3条 下单后24小时内未开始的，支持全额退款。",
        ground: "not_started",
        condition: { type: "not_started", hours: 24, tense: "ever" },
        start: 3,
        end: 27,
      },
    ]);
  });
});

test("[E7] no bytes make it throw: every sample cut, spoilt and renamed at random", async () => {
  const names = [APP, WEB, WECHAT, XLSX, SERIES, LIST, QQ, WINDOW, BY_HAND];
  const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`intake fuzz seed ${seed}\n`);
  const damaged = fc.record({
    name: fc.constantFrom(...names),
    as: fc.constantFrom("", "x.csv", "x.xlsx", "x.txt", "x.png"),
    from: fc.integer({ min: 0, max: 200 }),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    wrong: fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ name, as, from, cut, wrong }) => {
      const bytes = sample(name);
      const part = bytes.slice(from % 3 === 0 ? from : 0, Math.floor(bytes.length * cut));
      for (const [at, value] of wrong) if (part.length > 0) part[at % part.length] = value;
      const taken = await takeFile(fileOf(as === "" ? name : as, part), contextOf(caseWith()));
      expect(apply(caseWith(), taken.changes).skipped).toEqual([]);
      expect(taken.changes[0]).toMatchObject({ op: "put", kind: "exhibit" });
    }),
    { seed, numRuns: 400 },
  );
});

test("[P3] a workbook that says it unpacks to more than the bound is refused before it is unpacked", async () => {
  const zip = zipSync({ "[Content_Types].xml": strToU8("<x/>"), "xl/workbook.xml": strToU8("<x/>") });
  // The central directory entry of the first file: its stated uncompressed size stands at offset 24 (APPNOTE 4.3.12).
  const at = Buffer.from(zip).indexOf("PK\x01\x02", 0, "latin1") + 24;
  zip.set([0, 0, 0, 0x7f], at);
  expect(codes(await take(caseWith(), fileOf("a.xlsx", zip)))).toContain("archive_too_large");
});
