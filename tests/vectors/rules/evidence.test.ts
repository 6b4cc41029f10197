/** Pairs for evidence (E) and for who the other side is (R1): each differs in one input and flips the result. */
import { createHash } from "node:crypto";
import { describe } from "vitest";
import { emptyCase, instant, sha256 } from "@recourse/core";
import { withheldExhibits } from "@recourse/dossier";
import { takeFile } from "@recourse/intake";
import { createMemoryStore } from "@recourse/vault";
// @boundaries-ignore the tests prove the whole repository, the web app included
import { materialTip } from "../../../apps/web/src/parts/pack-words.ts";
import { mint, NOW, pack } from "../real-case.ts";
import { findings, letterOf, textOf } from "./letters-of.ts";
import { pair } from "./pair.ts";
import { exhibit, guide, link, membership, said } from "./stories.ts";
import {
  assessed,
  caseOf,
  CASE,
  edited,
  ground,
  refOf,
  withoutField,
  withRecords,
  without,
  type Story,
} from "./story.ts";

/** `order_exists ok …` of the best ground. */
const table = (story: Story): readonly string[] => assessed(story).elements.map((e) => `${e.id} ${e.verdict}`);
const element = (name: string) => (story: Story) => {
  const found = assessed(story).elements.find((e) => e.id === name);
  return [found?.verdict, ...(found?.why ?? []).map((m) => m.code)];
};
const closed = ["order_exists ok", "breach ok", "responsibility ok", "respondent_identity ok", "amount ok"];
const with_ = (changed: string): readonly string[] =>
  closed.map((line) => (line.split(" ")[0] === changed.split(" ")[0] ? changed : line));

/** Takes a text in as a file, and what it noticed. */
async function taken(text: string): Promise<readonly unknown[]> {
  const bytes = new TextEncoder().encode(text);
  const digest = sha256(createHash("sha256").update(bytes).digest("hex"));
  const file = { bytes, name: "聊天.txt", size: bytes.length, sha256: digest, via: "test" };
  const context = { case: emptyCase(CASE), now: NOW, ids: mint, materialTypes: pack.materialTypes, clausePatterns: [] };
  const { exhibit: made } = await takeFile(file, context);
  return [made.status, made.fields.marks?.includes("intake.chat_deleted") ?? false];
}

const toPerson: Story = withRecords(edited(guide, "payment", { payeeKind: "person" }), {
  asks: said("theirs", "2024-05-01 10:00", "请转账到这个收款码，备注订单号"),
  chatOrder: link("chat", "order_exists"),
});

describe("[E1–E15] evidence", () => {
  // The ground "not started" needs order, payment and promise for its order; without the promise's page two of the three are left.
  pair("[E1] an order is shown by record, payment and the promise the ground needs", {
    base: guide,
    change: (s) => without(s, "promisePage"),
    of: table,
    results: [closed, with_("order_exists weak")],
  });

  // The readings are all there; nothing says what the file proves.
  pair("[E2] an exhibit proves only through a link that says what", {
    base: guide,
    change: (s) => without(s, "seriesBreach"),
    of: element("breach"),
    results: [
      ["ok", "B4.not_started_within", "M2.not_started_until", "M2.small_growth", "M2.newest"],
      ["weak", "E2.not_linked"],
    ],
  });

  const e3 = (story: Story) =>
    assessed(story)
      .problems.map((p) => p.code)
      .filter((code) => code.startsWith("E3."));
  pair("[E3] the amount on the bill is that of the order, or it is said", {
    base: guide,
    change: (s) => edited(s, "order", { paidFen: 12_000 }),
    of: (s) => [table(s)[0], ...e3(s)],
    results: [["order_exists ok"], ["order_exists weak", "E3.amount_differs"]],
  });
  // 10:01 is a minute before the order of 10:02.
  pair("[E3] a payment comes after its order", {
    base: edited(guide, "payment", { paidAt: instant("2024-05-01 10:02") }),
    change: (s) => edited(s, "payment", { paidAt: instant("2024-05-01 10:01") }),
    of: (s) => element("order_exists")(s).slice(0, 2),
    results: [
      ["ok", "E3.order_number_on_payment"],
      ["weak", "E3.payment_before_order"],
    ],
  });

  // Both sides speak and the order is named; without their answer the talk is one-sided, which is weak with that reason.
  pair("[E4] weak says why, and the chain is closed only when all is ok", {
    base: guide,
    change: (s) => without(s, "answered"),
    of: (s) => [assessed(s).closed, ...element("responsibility")(s)],
    results: [
      [true, "ok", "E1.conversation_shown"],
      [false, "weak", "E1.conversation_one_sided"],
    ],
  });

  pair("[E5] the next step is the smallest addition that closes the best ground", {
    base: guide,
    change: (s) => without(s, "promisePage"),
    of: (s) => {
      const { code, element: of, material } = assessed(s).next;
      return [code, of, material];
    },
    results: [
      ["next.write_application", undefined, undefined],
      ["missing.promise", "order_exists", "服务承诺"],
    ],
  });

  // The chat carries responsibility and nothing else.
  pair("[E6] removing an exhibit reopens exactly what it carried", {
    base: guide,
    change: (s) => ({ ...s, removed: ["chat"] }),
    of: table,
    results: [closed, with_("responsibility none")],
  });

  // Published: SHA-256 of "abc".
  const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  pair("[E7] bytes are named by their SHA-256, and one letter more or other is another file", {
    base: "abc",
    change: () => "abd",
    of: async (text) => {
      const put = await createMemoryStore().put(
        { bytes: new Blob([new TextEncoder().encode(text)]) },
        { expected: sha256(ABC) },
      );
      return String(put.ok ? put.value.sha256 : put.error.kind);
    },
    results: [ABC, "corrupt"],
  });

  // "Notarised" is more than a screenshot is. With trusted time (2) that is said instead; without it the word can only go.
  pair("[E8] words never claim more than the exhibit's strength", {
    base: {
      story: edited(guide, "promisePage", { strength: 1 }),
      own: {
        notarised: { part: "evidence" as const, text: "截图已公证。", sources: [refOf("exhibit", "promisePage")] },
      },
    },
    change: (w) => ({ ...w, story: edited(w.story, "promisePage", { strength: 2 }) }),
    of: (w) =>
      findings(w, "notarised")
        .filter((p) => p.code.startsWith("W1."))
        .map((p) => p.fixes.some((f) => String(f.data["text"]).includes("可信时间"))),
    results: [[false], [true]],
  });

  // 撤回 is a mark of the export that a message is gone. The file is taken all the same.
  pair("[E9] a deleted message is a finding, never a refusal", {
    base: "2024-05-02 10:00:01 我\n到现在没有开始\n\n2024-05-02 10:03:10 客服\n系统排队中\n",
    change: () => "2024-05-02 10:00:01 我\n到现在没有开始\n\n2024-05-02 10:03:10 客服\n撤回了一条消息\n",
    of: taken,
    results: [
      ["new", false],
      ["new", true],
    ],
  });

  // 开头告诉对方 = announced, 整段 = whole, 不剪 = uncut, 原件 = keep the carrier.
  pair("[E10] a recording is asked for whole, uncut, announced, on its carrier", {
    base: "沟通记录",
    change: () => "通话录音",
    of: (material) => {
      const tip = materialTip(pack, "zh-CN", material) ?? "";
      return ["告诉对方", "整段", "不剪", "原件"].map((word) => tip.includes(word));
    },
    results: [
      [false, false, false, false],
      [true, true, true, true],
    ],
  });

  // The row is there and so is the promise; whether the payee asked for the money on their side decides.
  pair("[E11] money to a person counts when the payee asked for it in a chat", {
    base: toPerson,
    change: (s) => edited(s, "asks", { text: "您好" }),
    of: (s) =>
      element("order_exists")(s).filter((said_) => said_ === "ok" || said_ === "weak" || said_?.startsWith("E11.")),
    results: [
      ["ok", "E11.person_confirmed"],
      ["weak", "E11.person_unconfirmed"],
    ],
  });

  // With a number it stands in the letter; without one the nickname identifies, and nothing is weaker for it.
  pair("[E13] a staff number that is never shown is no weakness", {
    base: edited(guide, "answered", { staffNo: "KF0087" }),
    change: (s) => withoutField(s, "answered", "staffNo"),
    of: (s) => {
      const text = textOf(letterOf({ story: s }));
      return [table(s)[2], text.includes("平台客服01"), text.includes("KF0087")];
    },
    results: [
      ["responsibility ok", true, true],
      ["responsibility ok", true, false],
    ],
  });

  // A court looks at such a list; the platform has no use for other people's names.
  pair<"court" | "platform", readonly string[]>(
    "[E14] a list of other people's accounts goes to a court and to nobody else",
    {
      base: "court",
      change: () => "platform",
      of: (profile) =>
        withheldExhibits(caseOf(withRecords(guide, { list: exhibit("粉丝列表.csv", "粉丝列表") })), { profile }).map(
          (e) => e.name,
        ),
      results: [[], ["粉丝列表.csv"]],
    },
  );

  // The chat is not linked: it is what is asked for next, and with it comes how not to lose it.
  pair("[E15] the tip against losing it comes when the chat is asked for", {
    base: guide,
    change: (s) => without(s, "chatDuty"),
    of: (s) => {
      const tip = materialTip(pack, "zh-CN", assessed(s).next.material) ?? "";
      return [tip.includes("不要删"), tip.includes("不要卸载")];
    },
    results: [
      [false, false],
      [true, true],
    ],
  });
});

const looked: Story = withRecords(without(membership, "respondent"), {
  licence: { is: "lookup", place: "licence", result: "not_found", on: "2026-11-20" },
  icp: { is: "lookup", place: "icp", result: "not_found", on: "2026-11-20" },
  terms: { is: "lookup", place: "terms", result: "not_found", on: "2026-11-20" },
  bill: { is: "lookup", place: "bill", result: "not_found", on: "2026-11-20" },
});

describe("[R1] who they are", () => {
  // Licence, filing number, terms and bill: a site of their own has no other place for a name.
  pair("[R1] nobody is unidentified before every place was looked at", {
    base: looked,
    change: (s) => without(s, "terms"),
    of: (s) => {
      const g = ground(s, "law/seller_unidentified");
      return [g.verdict, ...g.missing.flatMap((m) => m.args["places"] ?? [])];
    },
    results: [["met"], ["unknown", "terms", "platform"]],
  });
});
