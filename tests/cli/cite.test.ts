/**
 * Is a citation right? The two of the guide that are not, a true one, and law that was not law on the day.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDesk, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

interface CitationJson {
  readonly id: string | null;
  readonly force: string;
  readonly check: string;
  readonly match: string;
  readonly text: string | null;
  readonly nearest: readonly { readonly id: string; readonly text: string }[];
}

async function cite(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly answer: CitationJson }> {
  const { code, out } = await desk.recourse("cite", ...args, "--json");
  return { code, answer: JSON.parse(out) };
}

const ART_577 =
  "当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。";

describe("[A4] recourse cite", () => {
  it("[A4] the guide's 电子商务法 58: wrong article, the text of 58, and 24 as the nearest", async () => {
    const { code, answer } = await cite(
      "电子商务法",
      "58",
      "--quote",
      "电子商务经营者应明示用户信息查询、更退改及注销方式",
    );
    expect([code, Object.keys(answer).toSorted()]).toEqual([1, ["check", "force", "id", "match", "nearest", "text"]]);
    expect([answer.id, answer.force, answer.check, answer.match]).toEqual([
      "ecl-58",
      "in-force",
      "disputed",
      "wrong_article",
    ]);
    expect(answer.text).toMatch(
      /^国家鼓励电子商务平台经营者建立有利于电子商务发展和消费者权益保护的商品、服务质量担保机制。/,
    );
    expect(answer.nearest[0]?.id).toBe("ecl-24");
    expect(answer.nearest[0]?.text).toMatch(/^电子商务经营者应当明示用户信息查询、更正、删除以及用户注销的方式、程序/);
    for (const n of answer.nearest) expect(Object.keys(n).toSorted()).toEqual(["id", "text"]);
  });

  it("[A4] the guide's 民法典 577: right article, not verbatim, with the official text", async () => {
    const quote = "当事人一方不履行合同义务或履行不符合约定的,应当承担继续履行、采取补救措施或者赔偿损失等违约责任";
    const { code, answer } = await cite("民法典", "577", "--quote", quote);
    expect([code, answer.id, answer.check, answer.match, answer.text]).toEqual([
      1,
      "cc-577",
      "as_quoted",
      "not_verbatim",
      ART_577,
    ]);
    expect(answer.nearest[0]).toEqual({ id: "cc-577", text: ART_577 });
  });

  it("[A4] a true quote: verbatim, nothing else to offer; full name and Chinese numeral alike", async () => {
    const quote = "应当承担继续履行、采取补救措施或者赔偿损失等违约责任";
    for (const [law, article] of [
      ["民法典", "577"],
      ["《中华人民共和国民法典》", "第五百七十七条"],
    ] as const) {
      const { code, answer } = await cite(law, article, "--quote", quote);
      expect([code, answer]).toEqual([
        0,
        { id: "cc-577", force: "in-force", check: "verified", match: "verbatim", text: ART_577, nearest: [] },
      ]);
    }
  });

  it("[B6] without a quote an article that is law answers yes, one the pack does not have answers no", async () => {
    const there = await cite("民法典", "577");
    expect([there.code, there.answer.id, there.answer.match]).toEqual([0, "cc-577", "unknown"]);
    const none = await cite("民法典", "9999");
    expect(none).toEqual({
      code: 1,
      answer: { id: null, force: "unknown", check: "unknown", match: "unknown", text: null, nearest: [] },
    });
  });

  it("[L5] force on the day: before the Civil Code, and a repealed regulation", async () => {
    // The Civil Code is law since 2021-01-01.
    const quote = "应当承担继续履行、采取补救措施或者赔偿损失等违约责任";
    const early = await cite("民法典", "577", "--quote", quote, "--at", "2020-12-31");
    expect([early.code, early.answer.force, early.answer.match]).toEqual([1, "not-yet", "verbatim"]);
    expect((await cite("民法典", "577", "--quote", quote, "--at", "2021-01-01")).code).toBe(0);
    // The Interim Measures were law from 2020-01-01 and repealed from 2026-04-15.
    const old = ["投诉举报处理暂行办法", "21"] as const;
    expect(
      [await cite(...old, "--at", "2026-04-14"), await cite(...old, "--at", "2026-04-15")].map((x) => [
        x.code,
        x.answer.force,
      ]),
    ).toEqual([
      [0, "in-force"],
      [1, "repealed"],
    ]);
  });

  it("[A4] as text: the article, then what may have been meant; a wrong use is exit 2", async () => {
    const { code, out } = await desk.recourse(
      "cite",
      "电子商务法",
      "58",
      "--quote",
      "电子商务经营者应明示用户信息查询、更退改及注销方式",
    );
    expect([code, out.split("\n")[0]]).toEqual([1, "ecl-58  in-force  disputed  wrong_article"]);
    expect(out).toContain("nearest:\n  ecl-24: 电子商务经营者应当明示");
    expect((await desk.recourse("cite", "民法典", "9999")).out).not.toContain("undefined");
    expect((await desk.recourse("cite", "民法典", "577", "--at", "昨天")).code).toBe(2);
    expect((await desk.recourse("cite", "民法典")).code).toBe(2);
  });
});

interface LintJson {
  readonly ok: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly phrase: string;
    readonly message: string;
    readonly rewrites: readonly string[];
  }[];
}

async function lint(text: string): Promise<{ readonly code: number | null; readonly answer: LintJson }> {
  const { code, out } = await desk.recourse("lint", await desk.write("信.txt", text), "--json");
  return { code, answer: JSON.parse(out) };
}

describe("[W1] recourse lint", () => {
  it("[B6] the guide's own basis: its 58 is disputed, its 577 not verbatim", async () => {
    const { code, answer } = await lint(
      "若平台未明确规则,可援引《电子商务法》第五十八条“电子商务经营者应明示用户信息查询、更退改及注销方式”及《民法典》第五百七十七条“当事人一方不履行合同义务或履行不符合约定的,应当承担继续履行、采取补救措施或者赔偿损失等违约责任”作为法律依据。",
    );
    expect([code, answer.findings.map((f) => [f.code, f.severity])]).toEqual([
      1,
      [
        ["B6.disputed", "block"],
        ["B6.not_verbatim", "block"],
      ],
    ]);
    expect(answer.findings[0]?.message).toBe(
      "《电子商务法》第 58 条没有这句话，常有人引错。写了，对方会用它反驳整封信。",
    );
  });

  it("[W1] the guide's example: 平台骗人 is found and rewritten, its objective wording passes", async () => {
    const bad = await lint("平台骗人，请退款。");
    expect([bad.code, bad.answer.ok, bad.answer.findings.map((f) => [f.code, f.severity, f.phrase])]).toEqual([
      1,
      false,
      [["W1.w011", "block", "平台骗人"]],
    ]);
    expect(bad.answer.findings[0]?.message).toContain("“平台骗人”是给对方定性");
    // The last offer leaves the phrase out.
    expect(bad.answer.findings[0]?.rewrites.at(-1)).toBe("请退款。");
    const good = await lint("下单后48小时未开始，与承诺“2小时内启动”不符。");
    expect(good).toEqual({ code: 0, answer: { ok: true, findings: [] } });
  });

  it("[W1] a refund tied to a report blocks; asking 12315 for mediation passes", async () => {
    const tied = await lint("退 100，否则举报。");
    expect([tied.code, tied.answer.findings.map((f) => f.severity)]).toEqual([1, ["block"]]);
    expect(await lint("请求 12315 调解。")).toEqual({ code: 0, answer: { ok: true, findings: [] } });
  });

  it("[W3] words about one's own risk are pointed out and never rewritten; they do not block", async () => {
    const { code, answer } = await lint("我订购了刷赞服务。");
    expect([code, answer.ok, answer.findings.map((f) => [f.code, f.severity, f.rewrites])]).toEqual([
      0,
      true,
      [["W3.w072", "info", []]],
    ]);
  });

  it("[W1] as text: place, severity, code and a sentence a person understands", async () => {
    const { code, out } = await desk.recourse("lint", await desk.write("两行.txt", "您好。\n平台骗人，请退款。\n"));
    expect([code, out]).toEqual([
      1,
      "2:1: block W1.w011 “平台骗人”是给对方定性，您的材料说明不了。对方容易借此回避。改写成：承诺了什么，实际是什么。\n",
    ]);
    // 平台骗人，请退款。 as an older editor saves it, in GB18030.
    const old = Buffer.from("c6bdcca8c6adc8cba3acc7ebcdcbbfeea1a3", "hex");
    const spoken = await desk.recourse("lint", await desk.write("旧.txt", old));
    expect([spoken.code, spoken.out.includes("“平台骗人”")]).toEqual([1, true]);
    // UTF-16 with half a character is no text.
    const broken = await desk.recourse("lint", await desk.write("坏.txt", Buffer.from("fffe00d84100", "hex")));
    expect([broken.code, broken.err.includes("另存为 UTF-8")]).toEqual([2, true]);
    const none = await desk.recourse("lint", "没有.txt");
    expect([none.code, none.err.includes("没有.txt")]).toEqual([2, true]);
  });
});
