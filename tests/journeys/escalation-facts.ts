/**
 * A yearly membership of 299.00 yuan whose sports package never came, as a person has it on the device: bills in the format of the real export,
 * screenshots, what is typed and what they answered. Data.
 *
 * 1. Every moment is counted back from now and stands on the clock of Asia/Shanghai, as the app's fields have it: nothing waits for a time to pass.
 */
import { screenshot } from "../cli/screenshot.ts";
import type { ClauseFacts, GivenFile, NewCase, PromiseFacts } from "./drive.ts";

/** Units: minutes. */
export const hours = (n: number): number => n * 60;
/** Units: minutes. */
export const days = (n: number): number => hours(n * 24);

const SHANGHAI = hours(8);
const MS = 60_000;
/** Read once: what two exports say of one refund is the same to the minute. */
const NOW = Date.now();

/** A moment as a field takes it, to the minute. Units: minutes before now. */
export const ago = (minutes: number): string => new Date(NOW + (SHANGHAI - minutes) * MS).toISOString().slice(0, 16);

const picture = (name: string, grey: number): GivenFile => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(screenshot(grey)),
});

const COMPANY = "某某视频科技有限公司";
const NUMBER = "VIP2026110001";
const TRANSACTION = "2026110122001400000000000299";
/** To the second, as a bill has it. */
const orderedAt = `${ago(days(20))}:31`;

export const memberCase: NewCase = {
  title: "视频会员年卡（含体育包）",
  category: "membership",
  respondent: COMPANY,
  number: NUMBER,
  paid: "299.00",
  orderedAt,
};

/** `counter` is worded by whoever enters it. */
export const packagePromise: Omit<PromiseFacts, "counter"> = {
  quote: "开通年卡，体育包24小时内到账",
  startWithinHours: "24",
  screenshot: picture("会员开通页.png", 200),
};

export const packageClause: ClauseFacts = {
  document: "会员服务协议",
  article: "第6条",
  quote: "权益包未激活的，支持退还会员费",
  screenshot: picture("会员服务协议.png", 90),
};

/** What they say one after the other. */
export const said = {
  vague: "亲，您的问题我们会尽快反馈",
  refused: "您好，虚拟服务不支持退款，请您理解",
  withdraw: "您先撤销投诉，我们给您退100元",
  payFirst: "请先交200元解冻费，交完马上给您退",
} as const;

/** When it all happened. Units: minutes before now. */
export const when = {
  applied: days(6),
  // 72 hours after the request were over three days ago.
  reminded: hours(70),
  vague: hours(60),
  refused: hours(30),
  // 24 hours after it were over four hours ago.
  remindedAgain: hours(28),
  association: hours(3),
  associationAccepted: hours(2.5),
  offer: hours(2),
  payFirst: hours(1),
  complaint: 30,
  complaintAccepted: 25,
  partRefund: 20,
  restRefund: 10,
} as const;

/** GB18030 by the decoder's own table, turned round: the export comes in it. */
const gb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder("gb18030");
  const wanted = new Set(text);
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (wanted.has(sign)) bytes.set(sign, [lead, trail]);
    }
  return Buffer.from([...text].flatMap((sign) => bytes.get(sign) ?? [...Buffer.from(sign, "ascii")]));
};

/** Units: `yuan` as the export has it, `ago` in minutes before now. */
export interface RefundRow {
  readonly yuan: string;
  readonly ago: number;
}

const clock = (minutes: number): string => `${ago(minutes).replace("T", " ")}:00`;
/** A row of the export; its cells in two halves, as the columns are named below. */
const row = (first: readonly string[], second: readonly string[]): string => `${[...first, ...second].join(",")},`;

/** The phone export of Alipay with the payment of 299.00 and these refunds. */
export function bill(name: string, refunds: readonly RefundRow[]): GivenFile {
  const lines = [
    "-".repeat(84),
    "导出信息：",
    "姓名：张三",
    "支付宝账户：138****0001",
    `起始时间：[${clock(days(30))}]    终止时间：[${clock(0)}]`,
    "导出交易类型：[全部]",
    `导出时间：[${clock(0)}]`,
    `共${1 + refunds.length}笔记录`,
    "",
    `${"-".repeat(24)}支付宝（中国）网络技术有限公司  电子客户回单${"-".repeat(24)}`,
    row(
      ["交易时间", "交易分类", "交易对方", "对方账号", "商品说明", "收/支"],
      ["金额", "收/付款方式", "交易状态", "交易订单号", "商家订单号", "备注"],
    ),
    row(
      [orderedAt.replace("T", " "), "文化休闲", COMPANY, "vip***@example.com", memberCase.title, "支出"],
      ["299.00", "余额宝", "交易成功", `${TRANSACTION}\t`, `${NUMBER}\t`, ""],
    ),
    ...refunds.map(({ yuan, ago: minutes }, n) =>
      row(
        [clock(minutes), "退款", COMPANY, "vip***@example.com", `退款-${memberCase.title}`, "不计收支"],
        [yuan, "余额宝", "退款成功", `${TRANSACTION}_${NUMBER}${n}\t`, `${NUMBER}\t`, ""],
      ),
    ),
  ];
  return { name, mimeType: "text/csv", buffer: gb18030(`${lines.join("\r\n")}\r\n`) };
}

const part: RefundRow = { yuan: "100.00", ago: when.partRefund };
/** The export again and again: before anything came, with the first 100.00, and with all of it. */
export const bills = {
  before: bill("账单-付款.csv", []),
  part: bill("账单-部分退款.csv", [part]),
  whole: bill("账单-全部退款.csv", [part, { yuan: "199.00", ago: when.restRefund }]),
} as const;
