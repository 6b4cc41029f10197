/**
 * From the closed case to what leaves the house: the letter that must tell the other half, an insult and its fix, DOCX, the bundle and its checks.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closedCase, exhibitOf, SERIES } from "./guide-case.ts";
import { CASE, isThere, openDesk, ROOT, runs, sha256, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await closedCase(desk);
});
afterAll(() => desk.close());

const sentence = async (template: string): Promise<string> => {
  const all = Object.entries((await desk.caseFile()).records["sentence"] ?? {});
  return all.find(([, s]) => s["template"] === template)?.[0] ?? "";
};
const blocks = async (): Promise<readonly string[]> =>
  (await desk.assess()).problems.filter((p) => p.severity === "block").map((p) => p.code);

describe("[A3] the letter at the command line", () => {
  it("[A6] draft is ready: it tells the not-started stretch, what came later, the loss and the refund", async () => {
    const { code, out, err } = await desk.recourse("draft", CASE, "application");
    expect([code, err]).toEqual([0, ""]);
    for (const words of [
      "订单号20240501001",
      "截至2024年5月2日 21:00（下单后34小时58分），粉丝数为5233",
      "最近一次读数为5395（2024年5月4日 21:00），与下单前相比增加165",
      "减少441，占已增加数量的73%、占当时总数的7.6%",
      "贵方《退款政策》第3条规定：“下单后24小时内未开始刷赞的，支持全额退款”",
      "贵方已退回50.00元",
      "证据1　20240501001-支付凭证.csv",
    ])
      expect(out).toContain(words);
    // [A7] no law, no further performance; the only article is that of their own rules.
    expect(out).not.toMatch(/《[^》]*(?:法|法典|条例|办法|解释)》|民法典|继续履行|补量/);
    expect([...out.matchAll(/第\S{1,5}?条/g)].map((m) => m[0]).every((a) => a === "第3条")).toBe(true);
  });

  it("[A6] leaving out the newest reading blocks, exit 1 names A6.newest; stating it again opens the way", async () => {
    await desk.command("draft.start", { kind: "application" });
    const draft = Object.keys((await desk.caseFile()).records["draft"] ?? {})[0] ?? "";
    await desk.command("sentence.omit", { sentence: await sentence("problem.newest") });
    // The sentence on progress still names the reading of 05-04 21:00.
    expect(await blocks()).toEqual([]);
    await desk.command("sentence.omit", { sentence: await sentence("problem.progress") });
    const { code, out, err } = await desk.recourse("draft", CASE, "application");
    expect([code, err.match(/A\d\.\w+/g)]).toEqual([1, ["A6.newest", "A6.delivered"]]);
    expect(err).toContain("2024年5月4日 21:00 粉丝数是 5395");
    expect(out).not.toContain("5395");
    const problem = (await desk.assess()).problems.find((p) => p.code === "A6.newest");
    expect([problem?.severity, problem?.target, problem?.fixes[0]?.command]).toEqual([
      "block",
      `draft/${draft}`,
      "sentence.state",
    ]);
    await desk.command("sentence.state", problem?.fixes[0]?.data ?? {});
    const again = await desk.recourse("draft", CASE, "application");
    expect([again.code, again.err, await blocks()]).toEqual([0, "", []]);
    expect(again.out).toContain("5395");
  });

  it("[W1] an insult is found with its place and fixes; the preferred fix says it with facts and the letter is ready", async () => {
    const id = await sentence("problem.newest");
    const text = "平台骗人，截至2024年5月4日 21:00，粉丝数为5395。";
    await desk.command("sentence.rewrite", { sentence: id, text });
    const { code, err } = await desk.recourse("draft", CASE, "application");
    expect(code).toBe(1);
    expect(err).toContain("W1.w011");
    const found = (await desk.assess()).problems.find((p) => p.code === "W1.w011");
    expect(found).toMatchObject({
      severity: "block",
      target: `sentence/${id}`,
      span: { start: 0, end: 4 },
      fixes: [{ command: "sentence.rewrite", preferred: true }, { command: "sentence.rewrite" }],
    });
    const fix = found?.fixes[0]?.data ?? {};
    expect(fix["text"]).toContain("与承诺“1000真实粉丝包月，2小时内启动”不符");
    expect(fix["text"]).not.toContain("骗");
    await desk.command("sentence.rewrite", fix);
    const after = await desk.recourse("draft", CASE, "application");
    expect([after.code, after.err]).toEqual([0, ""]);
  });

  it("[A3] a figure no source states, and a sentence without source, are named", async () => {
    const draft = Object.keys((await desk.caseFile()).records["draft"] ?? {})[0] ?? "";
    const [made] = await desk.command("sentence.own", { draft, part: "problem", text: "粉丝数减少了999。" });
    expect(await blocks()).toEqual(["A2.no_source", "A3.unsupported"]);
    await desk.command("sentence.omit", { sentence: made?.id ?? "" });
    expect(await blocks()).toEqual([]);
  });

  it("[A3] draft as DOCX: a ZIP with a Word document that holds the letter", async ({ skip }) => {
    expect((await desk.recourse("draft", CASE, "application", "--format", "docx")).code).toBe(2);
    await desk.done("draft", CASE, "application", "--format", "docx", "--out", "信.docx");
    const bytes = await readFile(desk.at("信.docx"));
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
    skip(!(await isThere("unzip", ["-v"])), "no unzip on this machine: the inside of the DOCX was not read");
    const { out, code } = await runs("unzip", ["-p", "信.docx", "word/document.xml"], desk.dir);
    expect(code).toBe(0);
    expect(out.replace(/<[^>]*>/g, "")).toContain("订单号20240501001");
  });
});

describe("[A3] the bundle at the command line", () => {
  it("[A3] pack: says how many exhibits it took and what else a bill discloses; verify finds nothing", async () => {
    await desk.write(
      "第二段聊天.txt",
      "我 2024-05-03 09:00:00\n订单20240501001 什么时候开始\n客服 2024-05-03 09:01:00\n在排队\n",
    );
    await desk.add("第二段聊天.txt", "--as", "沟通记录");
    const { out, err, code } = await desk.recourse("pack", CASE, "--out", "包.zip");
    expect([code, out]).toEqual([0, `已写好 ${desk.at("包.zip")}（6 份材料）\n`]);
    // The coffee of 05-03 is in the bill as well.
    expect(err).toContain("20240501001-支付凭证.csv 里有 1 行与本案无关");
    expect(await desk.recourse("verify", "包.zip", "--json")).toMatchObject({
      code: 0,
      out: `${JSON.stringify({ ok: true, findings: [] }, null, 2)}\n`,
    });
  });

  it("[F1] unzip and sha256sum agree with the lists; names are 订单号-材料类型, numbered where two are alike", async ({
    skip,
  }) => {
    const there = (await isThere("unzip", ["-v"])) && (await isThere("sha256sum", ["--version"]));
    skip(!there, "no unzip or sha256sum on this machine: the bundle was checked by our own verify only");
    expect((await runs("unzip", ["-t", "包.zip"], desk.dir)).code).toBe(0);
    await mkdir(desk.at("拆开"));
    await runs("unzip", ["-q", desk.at("包.zip")], desk.at("拆开"));
    const bag = desk.at("拆开", "20240501001-材料包");
    for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const sums = await runs("sha256sum", ["-c", "--strict", list], bag);
      expect([sums.code, sums.err]).toEqual([0, ""]);
    }
    const originals = (await readdir(`${bag}/data/originals`)).toSorted();
    expect(originals).toEqual(
      [
        "20240501001-支付凭证.csv",
        "20240501001-后台数据.csv",
        "20240501001-服务承诺.png",
        "20240501001-平台规则.png",
        "20240501001-沟通记录.txt",
        "20240501001-沟通记录-2.txt",
      ].toSorted(),
    );
    for (const name of [...originals, ...(await readdir(`${bag}/data/documents`))])
      expect(name).toMatch(/^20240501001-[\u4e00-\u9fff]+(?:-\d+)?\.[a-z]+$/);
    expect((await desk.recourse("verify", "拆开")).code).toBe(0);
  });

  it("[A3] verify: one flipped byte is found and its file is named", async () => {
    const bytes = await readFile(desk.at("包.zip"));
    // The lists have the name without its folder; the first place with it is the local header before the content.
    const name = Buffer.from("20240501001-材料包/data/originals/20240501001-后台数据.csv");
    const place = bytes.indexOf(name) + name.length + 200;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    await writeFile(desk.at("坏.zip"), bytes);
    const { code, out } = await desk.recourse("verify", "坏.zip", "--json");
    const report: { readonly ok: boolean; readonly findings: readonly unknown[] } = JSON.parse(out);
    expect([code, report.ok]).toEqual([1, false]);
    expect(report.findings).toContainEqual({
      code: "altered",
      path: "20240501001-材料包/data/originals/20240501001-后台数据.csv",
      severity: "error",
    });
    expect((await desk.recourse("verify", "坏.zip")).out).toContain("20240501001-后台数据.csv");
  });

  it("[A3] pack refuses an original that was changed in the folder, names it, and leaves no half ZIP", async () => {
    const sha = String((await desk.caseFile()).records["exhibit"]?.[await exhibitOf(desk, SERIES)]?.["sha256"]);
    const file = desk.at(CASE, "originals", `${sha.slice(0, 12)}-${SERIES}`);
    const whole = await readFile(file);
    expect(sha256(whole)).toBe(sha);
    await writeFile(file, Buffer.concat([whole, Buffer.from("x")]));
    const { code, err } = await desk.recourse("pack", CASE, "--out", "不成.zip");
    await writeFile(file, whole);
    expect([code, err.includes("20240501001-后台数据.csv"), err.includes("recourse add")]).toEqual([2, true, true]);
    expect((await readdir(desk.dir)).filter((n) => n.startsWith("不成"))).toEqual([]);
  });

  it("[A3] assess reads an archive of the case like its folder", async ({ skip }) => {
    skip(!(await isThere("zip", ["-v"])), "no zip on this machine: no archive was made");
    expect((await runs("zip", ["-q", "-r", "../件.recourse.zip", "."], desk.at(CASE))).code).toBe(0);
    const [folder, archive] = await Promise.all([
      desk.assess(),
      desk.done("assess", "件.recourse.zip", "--now", "2024-05-08T12:00:00+08:00", "--json"),
    ]);
    expect(JSON.parse(archive)).toEqual(folder);
  });

  it("[A3] through pnpm: stdout is the JSON and nothing else", async ({ skip }) => {
    const pnpm = (await isThere("pnpm", ["--version"])) ? ["pnpm"] : ["npx", "-y", "pnpm@12"];
    const [command = "", ...before] = pnpm;
    skip(!(await isThere(command, [...before, "--version"])), "no pnpm to be had: the run through pnpm was left out");
    const { code, out } = await runs(command, [...before, "-s", "recourse", "assess", desk.at(CASE), "--json"], ROOT);
    expect([code, JSON.parse(out).format]).toEqual([0, 1]);
  });
});
