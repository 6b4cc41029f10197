/** Masking of text for publication: what must go, what must stay, and that nothing long or personal survives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, emptyCase, id, instant, type Case, type Change, type Fields, type Id, type Kind } from "@recourse/core";
import { redactLetter } from "./redact-letter.ts";
import { isGenericName, redactionTerms } from "./redact-terms.ts";
import { redactText, type Redacted } from "./redact-text.ts";

const CASE = id("0".repeat(26));
const one = (n: number): Id => id(String(n).padStart(26, "0"));
const put = (kind: Kind, n: number, value: Fields): Change => ({ op: "put", kind, id: one(n), value });
const caseOf = (...changes: readonly Change[]): Case => apply(emptyCase(CASE), changes).case;

const party = (n: number, role: string, name: string, more: Fields = {}): Change =>
  put("party", n, { role, name, ...more });
const base = (...more: readonly Change[]): Case =>
  caseOf(
    party(1, "claimant", "张小明", { contact: "13800000001", address: "甲市乙区丙路3号" }),
    party(2, "respondent", "某某网络科技有限公司", {
      kind: "company",
      address: "丁市戊路12号",
      contact: "400-123-4567",
    }),
    put("order", 3, { number: "20240501001", item: "包月", paidFen: 10_000, orderedAt: instant("2024-05-01 10:02") }),
    put("payment", 4, {
      provider: "alipay",
      transaction: "2024050122001499",
      payee: "某某网络科技有限公司",
      payeeKind: "merchant",
      amountFen: 10_000,
      paidAt: instant("2024-05-01 10:02"),
      order: one(3),
    }),
    put("communication", 5, {
      direction: "theirs",
      medium: "chat",
      sender: "小王客官",
      staffNo: "KF0087",
      text: "在排队",
    }),
    ...more,
  );
const masking = (text: string, of: Case = base(), keep: readonly string[] = []): Redacted =>
  redactText(text, redactionTerms(of), { keep });
const kinds = (r: Redacted): readonly string[] => r.masked.map((m) => m.kind);

describe("[P1] people of the case", () => {
  it("[P1] a party that is a person is masked, a company stays", () => {
    const r = masking("张小明向某某网络科技有限公司付款。");
    expect(r.text).toBe("***向某某网络科技有限公司付款。");
    expect(r.masked).toEqual([{ kind: "person", original: "张小明", shown: "***", count: 1 }]);
  });

  it("[P1] also with blanks inside, and however its letters are written", () => {
    expect(masking("我是张 小 明").text).toBe("我是***");
    const latin = base(party(6, "agent", "Bob Lee"));
    expect(masking("ｂｏｂ lee 和 BOB·LEE 来了", latin).text).toBe("*** 和 *** 来了");
  });

  it("[P1] who answered and the staff number are masked; what windows call everybody is not", () => {
    expect(masking("小王客官（工号KF0087）说在排队").text).toBe("***（工号***）说在排队");
    const bot = base(
      put("communication", 6, { direction: "theirs", medium: "chat", sender: "在线客服", text: "您好" }),
    );
    expect(masking("在线客服说：在排队，我等着", bot).text).toBe("在线客服说：在排队，我等着");
    expect([isGenericName("客服"), isGenericName("小王")]).toEqual([true, false]);
  });

  it("[P1] a staff number is masked by its label even where the case does not know it; the same digits elsewhere are not", () => {
    expect(masking("工号：12 回复，共12次").text).toBe("工号：*** 回复，共12次");
  });

  it("[P1] a payee who is a person is masked, one who is a merchant stays", () => {
    const paid = (payeeKind: string): Case =>
      caseOf(
        put("payment", 7, {
          provider: "wechat",
          transaction: "T0000001",
          payee: "李四光",
          payeeKind,
          amountFen: 1,
          paidAt: instant("2024-05-01 10:02"),
        }),
      );
    expect(masking("付给李四光", paid("person")).text).toBe("付给***");
    expect(masking("付给李四光", paid("merchant")).text).toBe("付给李四光");
  });

  it("[P1] the name of a company may hold that of a person; alone it is masked", () => {
    const of = base(party(6, "seller", "张小明工作室", { kind: "company" }));
    expect(masking("张小明工作室，店主张小明", of).text).toBe("张小明工作室，店主***");
  });
});

describe("[P2] numbers", () => {
  it("[P2] order and payment numbers keep their last four, others nothing", () => {
    expect(masking("订单20240501001，交易单号2024050122001499").text).toBe("订单***1001，交易单号***1499");
    expect(masking("卡号6222020000001234567，QQ 12345678").text).toBe("卡号***，QQ ***");
  });

  it("[P2] a number that only begins like the order's is a long number", () => {
    // 12 digits: the order's eleven and one more.
    const r = masking("编号202405010019");
    expect([r.text, kinds(r)]).toEqual(["编号***", ["order"]]);
  });

  it.each([
    ["电话13800000009", "电话***"],
    ["电话 138-0000-0009", "电话 ***"],
    ["电话１３８ ００００ ０００９", "电话***"],
    ["+86 138 0000 0009", "***"],
    ["010-12345678转", "***转"],
    ["（010）12345678", "***"],
    ["400-800-1234", "***"],
    ["身份证110101199003070011", "身份证***"],
    ["身份证 110101 19900307 001X", "身份证 ***"],
    ["卡 6222 0200 0000 1234", "卡 ***"],
    ["写信给alice.b+c@example.com.cn吧", "写信给***吧"],
    ["微信号：alice_2024", "微信号：***"],
    ["一三八零零零零零零零九", "***"],
    ["1\u200B2\u200B3\u200B4\u200B5\u200B6\u200B7", "***"],
    ["١٢٣٤٥٦٧٨", "***"],
    ["住在幸福路12号3栋502室，", "***，"],
  ])("[P2] masked: %s", (text, wanted) => {
    expect(masking(text).text).toBe(wanted);
  });

  it.each([
    "2024年5月1日 10:02",
    "2024-05-01 10:02:31",
    "粉丝数5233，增加3",
    "1,980.00元",
    "共100000元",
    "第5条",
    "5月3号",
  ])("[P2] stays: %s", (text) => {
    expect(masking(text)).toMatchObject({ text, masked: [] });
  });

  it("[P2] a masked order number next to other digits loses its tail rather than joining them", () => {
    expect(masking("20240501001 2345 6789").text).not.toMatch(/1001/);
  });

  it("[P2] the address of a person is masked, that of a company stays", () => {
    expect(masking("寄到甲市乙区丙路3号").text).toBe("寄到***");
    expect(masking("丁市戊路12号").text).toBe("丁市戊路12号");
  });
});

describe("[P2] what the person wants to keep", () => {
  it("[P2] a nickname may be kept by choice; without the choice it is masked", () => {
    const kept = masking("小王客官说", base(), ["小王客官"]);
    expect([kept.text, kept.kept, kept.refused]).toEqual(["小王客官说", ["小王客官"], []]);
    expect(masking("小王客官说").text).toBe("***说");
  });

  it("[P2] a party's own name and a long number are refused", () => {
    const r = masking("张小明，13800000009", base(), ["张小明", "13800000009", "张小明说"]);
    expect([r.text, r.refused]).toEqual(["***，***", ["张小明", "13800000009", "张小明说"]]);
  });

  it("[P2] a wish that does not occur is not said to be kept", () => {
    expect(masking("没有别的", base(), ["某词"]).kept).toEqual([]);
  });
});

describe("[P2] a letter for publication", () => {
  const doc = {
    lang: "zh-CN" as const,
    title: "情况说明",
    parts: [{ heading: "订单信息", paragraphs: [{ text: "张小明的订单20240501001", exhibits: [1] }] }],
    signature: ["申请人：张小明"],
    exhibits: [
      { number: 1, name: "20240501001-支付凭证.csv", sha256: "0".repeat(64) as never, from: "张小明", shows: "付款" },
    ],
  };
  it("[P2] every line is masked, and neither list nor fingerprint goes along", () => {
    const r = redactLetter(doc, redactionTerms(base()), { keep: ["13800000009"] });
    expect(r.document).toEqual({
      lang: "zh-CN",
      title: "情况说明",
      parts: [{ heading: "订单信息", paragraphs: [{ text: "***的订单***1001", exhibits: [] }] }],
      signature: ["申请人：***"],
      exhibits: [],
    });
    expect(r.masked).toEqual([
      { kind: "person", original: "张小明", shown: "***", count: 2 },
      { kind: "order", original: "20240501001", shown: "***1001", count: 1 },
    ]);
    expect(r.refused).toEqual(["13800000009"]);
  });
});

describe("[P2] nothing survives", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
  const name = fc
    .array(fc.constantFrom(..."张王李赵小明华abcXYéß".split(""), " "), { minLength: 1, maxLength: 4 })
    .map((chars) => chars.join("").trim())
    .filter((n) => n !== "" && !isGenericName(n));
  const piece = fc.oneof(
    fc.stringMatching(/^[0-9]{1,20}$/),
    fc.stringMatching(/^[０-９]{5,12}$/),
    fc.constantFrom(
      "138-0000-0001",
      "一二三四五六七",
      "a@b.cn",
      "工号1",
      "路3号",
      "\u200B",
      "***",
      "证据1",
      "，",
      " ",
      "5月1日",
      "②③④⑤⑥⑦⑧",
    ),
    fc.string({ maxLength: 6 }),
  );
  it(`[P2] no run of seven digits and no name of a person is left, whatever is asked to be kept (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.array(fc.oneof(piece, fc.nat(2)), { maxLength: 14 }),
        fc.array(fc.oneof(piece, fc.nat(2)), { maxLength: 3 }),
        (people, parts, wishes) => {
          const of = caseOf(
            ...people.map((n, i) => party(10 + i, i === 0 ? "claimant" : "respondent", n, { kind: "person" })),
            put("order", 3, { number: "20240501001", item: "x", paidFen: 1, orderedAt: instant("2024-05-01 10:02") }),
          );
          const filled = (list: readonly (string | number)[]): readonly string[] =>
            list.map((p) => (typeof p === "number" ? (people[p % people.length] ?? "") : p));
          const r = redactText(filled(parts).join(""), redactionTerms(of), { keep: filled(wishes) });
          expect(r.text).not.toMatch(/\p{Nd}{7}/u);
          for (const n of people) expect(r.text.normalize("NFC")).not.toContain(n.normalize("NFC"));
          expect(redactText(r.text, redactionTerms(of), { keep: filled(wishes) })).toMatchObject({
            text: r.text,
            masked: [],
          });
        },
      ),
      { seed, numRuns: 400 },
    );
  });

  it(`[P2] numbers of the case are found in any text around them (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (before, after) => {
        const r = masking(`${before}20240501001${after}`);
        expect(r.text).not.toContain("20240501001");
        expect(r.masked.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 200 },
    );
  });
});
