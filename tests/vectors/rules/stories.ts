/**
 * The cases the vectors start from: the guide's order of followers, and a membership. Data.
 */
import { createHash } from "node:crypto";
import { instant } from "@recourse/core";
import { idOf, refOf, type Story, type Told } from "./story.ts";

export const ORDERED_AT = "2024-05-01 10:02:31";

export const exhibit = (name: string, materialType: string, more: Readonly<Record<string, unknown>> = {}): Told => ({
  is: "exhibit",
  sha256: createHash("sha256").update(name).digest("hex"),
  size: 1000,
  name,
  mediaType: "image/png",
  materialType,
  importedAt: instant("2024-05-06 09:00"),
  importedVia: "test",
  strength: 1,
  ...more,
});

export const link = (of: string, element: string): Told => ({ is: "link", exhibit: idOf(of), element });

export const reading = (at: string, value: number): Told => ({
  is: "reading",
  counter: "followers",
  at: instant(at),
  value,
  exhibit: idOf("series"),
});

export const said = (direction: "mine" | "theirs", at: string, text: string): Told => ({
  is: "communication",
  at: instant(at),
  direction,
  medium: "chat",
  sender: direction === "mine" ? "我" : "平台客服01",
  text,
  exhibit: idOf("chat"),
});

export const happened = (type: string, at: string, data: Readonly<Record<string, unknown>> = {}): Told => ({
  is: "event",
  type,
  at: at.includes(":") ? instant(at) : at,
  recordedAt: instant("2026-11-22 12:00"),
  refs: [],
  data,
});

const QUOTE = "下单后24小时内未开始的，可申请全额退款";

/**
 * The guide's order: 1,000 followers for 100.00, paid through Alipay, 3 more after 24 hours to the second.
 * Everything the ground "not started within 24 hours" needs is linked, so the table is closed.
 * One reading before the order: the baseline is 5230 and the line for a start 2 % of 1000 = 20.
 */
export const guide: Story = {
  me: {
    title: "1000真实粉丝包月",
    category: "engagement",
    lang: "zh-CN",
    purpose: "life",
    situation: "own",
    paidTo: "merchant",
  },
  records: {
    order: {
      is: "order",
      number: "20240501001",
      item: "1000真实粉丝包月",
      paidFen: 10_000,
      orderedAt: instant(ORDERED_AT),
    },
    respondent: { is: "party", role: "respondent", name: "某某网络科技工作室" },
    bill: exhibit("账单.csv", "支付凭证"),
    payment: {
      is: "payment",
      provider: "alipay",
      transaction: "T1",
      merchantOrder: "20240501001",
      payee: "某某网络科技工作室",
      payeeKind: "merchant",
      amountFen: 10_000,
      paidAt: instant(ORDERED_AT),
      order: idOf("order"),
    },
    paymentRow: { is: "sighting", of: refOf("payment", "payment"), exhibit: idOf("bill"), row: 21, amountFen: 10_000 },
    promisePage: exhibit("承诺.png", "服务承诺"),
    promise: {
      is: "undertaking",
      order: idOf("order"),
      counter: "followers",
      quantity: 1000,
      quote: "1000真实粉丝",
      exhibit: idOf("promisePage"),
      shownAtOrder: "yes",
    },
    series: exhibit("粉丝数.csv", "后台数据"),
    before: reading("2024-05-01 09:00", 5230),
    after24h: reading("2024-05-02 10:02:31", 5233),
    rules: exhibit("规则.png", "平台规则", { text: `第5条 ${QUOTE}` }),
    clause: {
      is: "clause",
      document: "服务规则",
      article: "第5条",
      quote: QUOTE,
      exhibit: idOf("rules"),
      ground: "not_started",
      condition: { type: "not_started", hours: 24, tense: "ever" },
      shownAtOrder: "yes",
    },
    chat: exhibit("聊天.txt", "沟通记录"),
    asked: said("mine", "2024-05-02 10:00:01", "订单20240501001 到现在没有开始"),
    answered: said("theirs", "2024-05-02 10:03:10", "亲，系统排队中"),
    billOrder: link("bill", "order_exists"),
    billAmount: link("bill", "amount"),
    billName: link("bill", "respondent_identity"),
    promiseOrder: link("promisePage", "order_exists"),
    seriesBreach: link("series", "breach"),
    chatDuty: link("chat", "responsibility"),
  },
  removed: [],
  now: "2024-05-08 12:00",
};

/** The ground that rests on the guide's clause. */
export const CLAUSE_GROUND = `clause/${idOf("clause")}`;

/** A year of membership for 228.00, renewed by itself in November 2026; nothing shown yet. */
export const membership: Story = {
  me: { title: "会员年卡", category: "membership", lang: "zh-CN", purpose: "life", paidTo: "merchant" },
  records: {
    order: {
      is: "order",
      number: "M20261101",
      item: "会员年卡",
      paidFen: 22_800,
      orderedAt: instant("2026-11-01 10:00"),
    },
    respondent: { is: "party", role: "respondent", name: "某某视频" },
  },
  removed: [],
  now: "2026-11-22 12:00",
};

/** 60 lessons for 1,980.00. */
export const course: Story = {
  me: { title: "60节课", category: "course", lang: "zh-CN", purpose: "life", paidTo: "merchant" },
  records: {
    order: { is: "order", number: "C1", item: "60节课", paidFen: 198_000, orderedAt: instant("2026-09-01 10:00") },
    respondent: { is: "party", role: "respondent", name: "某某教育" },
  },
  removed: [],
  now: "2026-11-22 12:00",
};

/**
 * A membership that renewed itself on 1 November 2026 for 228.00 without a notice, shown in every point: bill, page, chat, both names and
 * addresses, and never handled elsewhere. Nothing has been filed.
 */
export const renewal: Story = {
  me: { title: "会员年卡", category: "membership", lang: "zh-CN", purpose: "life", paidTo: "merchant" },
  records: {
    order: {
      is: "order",
      number: "M20261101",
      item: "会员年卡",
      paidFen: 22_800,
      orderedAt: instant("2026-11-01 10:00"),
    },
    respondent: { is: "party", role: "respondent", name: "某某视频", address: "上海市某路1号", contact: "02112345678" },
    claimant: { is: "party", role: "claimant", name: "alice", address: "南京市某街2号", contact: "13800000001" },
    bill: exhibit("账单.csv", "支付凭证"),
    payment: {
      is: "payment",
      provider: "wechat",
      transaction: "T9",
      merchantOrder: "M20261101",
      payee: "某某视频",
      payeeKind: "merchant",
      amountFen: 22_800,
      paidAt: instant("2026-11-01 10:00"),
      order: idOf("order"),
    },
    paymentRow: { is: "sighting", of: refOf("payment", "payment"), exhibit: idOf("bill"), row: 18, amountFen: 22_800 },
    page: exhibit("会员页.png", "会员页面"),
    notice: { is: "answer", question: "renewal_notice_before", value: "no", exhibit: idOf("page") },
    elsewhere: { is: "answer", question: "handled_before", value: "no" },
    chat: exhibit("聊天.txt", "沟通记录"),
    asked: said("mine", "2026-11-02 10:00", "订单M20261101 没有通知就扣了费，请退款"),
    answered: said("theirs", "2026-11-02 10:05", "虚拟商品不支持退款"),
    billOrder: link("bill", "order_exists"),
    billAmount: link("bill", "amount"),
    billName: link("bill", "respondent_identity"),
    pageBreach: link("page", "breach"),
    chatDuty: link("chat", "responsibility"),
  },
  removed: [],
  now: "2026-11-22 12:00",
};
