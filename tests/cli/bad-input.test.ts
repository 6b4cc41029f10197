/**
 * Bad input through the real program: every file is kept as it came, named with what to do, and nothing else is touched.
 */
import { copyFile, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { CASE, guideOrder, hashesIn, openDesk, samples, sha256, type AddedJson, type Desk } from "./program.ts";
import { screenshot } from "./screenshot.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.done("new", CASE, ...guideOrder);
});
afterAll(() => desk.close());

const MB = 1_000_000;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What each file is made of, what is found in it, and whether the answer is "could not be read". */
const bad: readonly {
  readonly name: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  readonly found: readonly string[];
}[] = [
  // Cut inside the second of three rows: the bill says 3, one is whole and one is half.
  {
    name: "截断的账单.csv",
    make: async () => (await readFile(samples.alipay)).subarray(0, 1_000),
    found: ["bad_rows", "bill_rows_missing"],
  },
  {
    name: "截断的表.xlsx",
    make: async () => (await readFile(samples.wechatXlsx)).subarray(0, 2_000),
    found: ["truncated_file", "unreadable_table"],
  },
  { name: "半张图.png", make: () => screenshot(10).subarray(0, 60), found: ["truncated_file"] },
  // Chinese text once read as Latin-1 and saved as UTF-8.
  {
    name: "乱码.txt",
    make: () => bytesOf(Buffer.from("订单一直没有开始，请退款。", "utf8").toString("latin1")),
    found: ["mis_encoded"],
  },
  { name: "空.txt", make: () => new Uint8Array(), found: ["empty_file"] },
  { name: "改了名.csv", make: () => screenshot(20), found: ["renamed_file"] },
  { name: "未知表头.csv", make: () => bytesOf("品名,数量\n苹果,3\n"), found: ["unknown_header"] },
  {
    name: "带程序.svg",
    make: () =>
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>'),
    found: ["svg_script"],
  },
  // Row 3 lies before row 2.
  {
    name: "倒序.csv",
    make: () =>
      bytesOf(
        "采集时间,平台,账号,粉丝数\n2024-05-02T09:00:00+08:00,抖音,demo_account,5233\n2024-05-01T09:00:00+08:00,抖音,demo_account,5230\n",
      ),
    found: ["readings_out_of_order"],
  },
];
/** Findings that say "this could not be read", and so exit 1. */
const unreadable = new Set(["truncated_file", "unreadable_table", "mis_encoded", "empty_file"]);

describe("[E7] files that are not what they should be", () => {
  let before: Readonly<Record<string, string>>;
  let answers: readonly AddedJson[];
  beforeAll(async () => {
    before = await hashesIn(desk.at(CASE));
    for (const b of bad) await desk.write(b.name, await b.make());
    const { code, added } = await desk.add(...bad.map((b) => b.name));
    expect(code).toBe(1);
    answers = added;
  });

  it.each(bad)("[E9] $name: found, named, and kept byte for byte", async ({ name, make, found }) => {
    const answer = answers.find((a) => a.file === name);
    expect(answer?.findings.map((f) => f.code.replace("intake.", ""))).toEqual(expect.arrayContaining([...found]));
    for (const f of answer?.findings ?? []) {
      expect(f.file).toBe(name);
      expect(f.fix).toMatch(/^intake\.fix\./);
    }
    expect(answer?.findings.some((f) => f.severity === "error")).toBe(found.some((f) => unreadable.has(f)));
    const bytes = await make();
    const kept = `${sha256(bytes).slice(0, 12)}-${name}`;
    expect(sha256(await readFile(desk.at(CASE, "originals", kept)))).toBe(sha256(bytes));
    const exhibit = (await desk.caseFile()).records["exhibit"]?.[answer?.exhibit ?? ""];
    expect([exhibit?.["sha256"], exhibit?.["name"], exhibit?.["size"]]).toEqual([sha256(bytes), name, bytes.length]);
  });

  it("[E9] a broken file keeps none of the others out, and touches nothing that was there", async () => {
    expect(answers.map((a) => a.file)).toEqual(bad.map((b) => b.name));
    const { "case.json": _changed, ...rest } = before;
    expect(await hashesIn(desk.at(CASE))).toMatchObject(rest);
    expect((await readdir(desk.at(CASE))).toSorted()).toEqual(["case.json", "incoming", "originals"]);
    expect(await readdir(desk.at(CASE, "incoming"))).toEqual([]);
  });

  it("[E9] said to a person: file, what is wrong, what to do", async () => {
    const { out } = await desk.recourse("add", CASE, "半张图.png", "未知表头.csv");
    expect(out).toContain("“半张图.png”不完整，结尾缺了一段 重新导出一份");
    expect(out).toContain("认不出“未知表头.csv”里各列的意思：品名、数量 告诉我们哪一列是时间、金额或数量");
  });

  it("[E7] the same file twice, under another name: one exhibit, one original", async () => {
    const exhibits = Object.keys((await desk.caseFile()).records["exhibit"] ?? {}).length;
    await copyFile(desk.at("倒序.csv"), desk.at("又一次.csv"));
    const { code, added } = await desk.add("又一次.csv");
    expect([code, added[0]?.status, added[0]?.findings[0]]).toMatchObject([
      0,
      "there",
      { code: "intake.duplicate_file", args: { firstName: "倒序.csv" } },
    ]);
    expect(Object.keys((await desk.caseFile()).records["exhibit"] ?? {})).toHaveLength(exhibits);
    expect(await readdir(desk.at(CASE, "originals"))).toHaveLength(exhibits);
  });

  it("[E7] a picture of 0 bytes is empty, whatever it is called", async () => {
    await desk.write("截图.png", new Uint8Array());
    const { code, added } = await desk.add("截图.png");
    expect([code, added[0]?.findings.map((f) => f.code)]).toEqual([1, ["intake.duplicate_file", "intake.empty_file"]]);
  });

  it("[E7] 300 MB: kept and hashed whole, its content left unread", async () => {
    await writeFile(desk.at("录屏.mp4"), Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0", "latin1"));
    await truncate(desk.at("录屏.mp4"), 300 * MB);
    const began = performance.now();
    const { code, added } = await desk.add("录屏.mp4");
    expect([code, added[0]?.findings.map((f) => f.code)]).toEqual([0, ["intake.too_large_to_read"]]);
    expect(performance.now() - began).toBeLessThan(45_000);
    const kept = (await readdir(desk.at(CASE, "originals"))).find((n) => n.endsWith("-录屏.mp4")) ?? "";
    expect((await stat(desk.at(CASE, "originals", kept))).size).toBe(300 * MB);
    expect((await stat(desk.at(CASE, "case.json"))).size).toBeLessThan(MB);
  });

  it("[E7] a path that is not there, a folder: named, exit 1, the good file is added", async () => {
    await desk.write("好.png", screenshot(30));
    const { code, added, err } = await desk.add("没有.png", ".", "好.png");
    expect([code, added.map((a) => a.file)]).toEqual([1, ["好.png"]]);
    expect(err).toContain(desk.at("没有.png"));
    expect(err).toContain("这不是一个文件");
    expect(err).toContain("检查路径、权限");
  });
});

describe("[E3] orders and bills that do not fit each other", () => {
  it("[E3] order number missing: the bill is offered, and the fix asks for the number", async () => {
    const d = await openDesk();
    onTestFinished(d.close);
    const order = guideOrder.map((x) => (x === "20240501001" ? "" : x));
    await d.done("new", CASE, ...order);
    const { added } = await d.add(samples.alipay);
    expect(added[0]?.findings.map((f) => f.code)).toContain("intake.order_number_missing");
    const a = await d.assess();
    expect(a.problems.map((p) => [p.code, p.severity, p.fixes[0]?.command, p.message])).toContainEqual([
      "E3.order_number_missing",
      "warn",
      "order.edit",
      "订单没有订单号，账单对不上它",
    ]);
  });

  it("[E3] 120.00 told, 100.00 on the bill: found in the import and on the chain, with the fix", async () => {
    const d = await openDesk();
    onTestFinished(d.close);
    const order = guideOrder.map((x) => (x === "100" ? "120" : x));
    await d.done("new", CASE, ...order);
    const { added } = await d.add(samples.alipay);
    expect(added[0]?.findings.find((f) => f.code === "intake.amounts_differ")?.args).toMatchObject({
      orderFen: 12_000,
      billFen: 10_000,
    });
    const found = (await d.assess()).problems.find((p) => p.code === "E3.amount_differs");
    expect([found?.severity, found?.fixes[0]?.command, found?.fixes[0]?.data]).toMatchObject([
      "warn",
      "order.edit",
      { set: { paidFen: 10_000 } },
    ]);
    const { ask: _ask, ...data } = found?.fixes[0]?.data ?? {};
    await d.command("order.edit", data);
    expect((await d.assess()).problems.map((p) => p.code)).not.toContain("E3.amount_differs");
  });

  it("[E3] all readings before the order: said on the chain", async () => {
    const d = await openDesk();
    onTestFinished(d.close);
    await d.done("new", CASE, ...guideOrder);
    await d.write(
      "早.csv",
      "采集时间,平台,账号,粉丝数\n2024-04-30T09:00:00+08:00,抖音,a,5230\n2024-05-01T09:00:00+08:00,抖音,a,5230\n",
    );
    await d.add("早.csv");
    expect((await d.assess()).problems.map((p) => [p.code, p.severity])).toContainEqual([
      "E3.readings_before_order",
      "warn",
    ]);
  });
});
