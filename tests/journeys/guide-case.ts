/**
 * The guide's order as a person has it on the device: the exports, two screenshots, and what is typed. Data.
 */
import { screenshot } from "../cli/screenshot.ts";
import { samples } from "../cli/program.ts";
import type { ClauseFacts, GivenFile, NewCase, PromiseFacts } from "./drive.ts";

export { samples };

const picture = (name: string, grey: number): GivenFile => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(screenshot(grey)),
});

export const guideCase: NewCase = {
  title: "1000真实粉丝包月",
  category: "engagement",
  respondent: "某某网络科技工作室",
  number: "20240501001",
  paid: "100.00",
  orderedAt: "2024-05-01T10:02:31",
};

export const promise: PromiseFacts = {
  quote: "1000真实粉丝包月，2小时内启动",
  counter: "粉丝数",
  quantity: "1000",
  startWithinHours: "2",
  screenshot: picture("20240501001-服务承诺.png", 200),
};

export const startClause: ClauseFacts = {
  document: "退款政策",
  article: "第3条",
  quote: "下单后24小时内未开始刷赞的，支持全额退款",
  screenshot: picture("退款政策.png", 90),
};
