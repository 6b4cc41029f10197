/** A yearly membership that was paid and never switched on, with bill, promise and talk: what letters and their screens are tried with. */
import { ref, sha256, type Id } from "@recourse/core";
import { createMemoryCase, type MemoryCase } from "./memory-case.fixture.ts";

export interface LetterCase extends MemoryCase {
  readonly bill: Id;
  readonly chat: Id;
  /** Their answer in the talk: "虚拟服务不支持退款". */
  readonly refusal: Id;
}

const first = (made: readonly Id[]): Id => {
  const [id] = made;
  if (id === undefined) throw new Error("nothing was made");
  return id;
};

/** Must be called under an owner. `more`: facts of the case itself. */
export function letterCase(more: Readonly<Record<string, unknown>> = {}): LetterCase {
  const of = createMemoryCase({
    title: "视频会员年卡",
    category: "membership",
    purpose: "life",
    respondent: { name: "某影视科技有限公司" },
    order: { number: "VIP-88213407", item: "会员年卡", paidFen: 22_800, orderedAt: "2024-05-01T02:02:31.000Z" },
    ...more,
  });
  const [order = ""] = Object.keys(of.case().live.order);
  const exhibit = (digit: string, name: string, materialType: string): Id =>
    first(
      of.must("exhibit.add", {
        sha256: sha256(digit.repeat(64)),
        size: 1000,
        name,
        mediaType: "image/png",
        materialType,
        importedAt: `2024-05-04T00:00:0${digit}.000Z`,
        importedVia: "drop",
        strength: 1,
      }),
    );
  const bill = exhibit("1", "账单.png", "支付凭证");
  const promised = exhibit("2", "承诺页.png", "服务承诺");
  const chat = exhibit("3", "聊天.png", "沟通记录");
  const payment = first(
    of.must("payment.add", {
      provider: "alipay",
      transaction: "2024050122001",
      merchantOrder: "VIP-88213407",
      payee: "某影视科技有限公司",
      payeeKind: "merchant",
      amountFen: 22_800,
      paidAt: "2024-05-01T02:03:00.000Z",
      order,
    }),
  );
  of.must("sighting.add", { of: ref("payment", payment), exhibit: bill, row: 1, amountFen: 22_800 });
  of.must("undertaking.add", {
    order,
    counter: "days",
    quantity: 365,
    startWithinHours: 1,
    quote: "付款后立即开通",
    exhibit: promised,
    shownAtOrder: "yes",
  });
  of.must("usage.add", { order, valueFen: 0, exhibit: promised });
  of.must("party.add", { role: "claimant", name: "石某", foundIn: "told" });
  const talk = (at: string, direction: string, sender: string, text: string): Id =>
    first(of.must("communication.add", { at, direction, medium: "chat", sender, text, exhibit: chat }));
  talk("2024-05-02T02:00:00.000Z", "mine", "我", "订单VIP-88213407还没开通，请处理");
  const refusal = talk("2024-05-02T02:10:00.000Z", "theirs", "客服", "虚拟服务不支持退款");
  return { ...of, bill, chat, refusal };
}

/** Starts a letter, or goes on with the one in hand; its id. */
export const begin = (of: MemoryCase, data: Readonly<Record<string, unknown>>): Id => {
  of.must("draft.start", data);
  const sent = new Set<string>(of.live.all("sentVersion").map((v) => v.draft));
  const draft = of.live.all("draft").find((d) => d.kind === data["kind"] && !sent.has(d.id));
  if (draft === undefined) throw new Error("no letter was begun");
  return draft.id;
};
