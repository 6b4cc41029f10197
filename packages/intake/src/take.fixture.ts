/**
 * The samples as files, and a case of alice's to take them into. Reads the samples from disk, so only tests can use it.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  all,
  apply,
  type Case,
  type Change,
  emptyCase,
  id,
  type Id,
  instant,
  type MaterialType,
  sha256,
} from "@recourse/core";
import { type FileIn, type TakeContext, takeFile, type Taken } from "./index.ts";

const SAMPLES = new URL("../samples/", import.meta.url);
export const APP = "支付宝_手机端_电子客户回单_GB18030.csv";
export const WEB = "支付宝_网页端_交易记录明细_GB18030.txt";
export const WECHAT = "微信支付账单_UTF8BOM.csv";
export const XLSX = "微信支付账单.xlsx";
export const SERIES = "粉丝数时间序列.csv";
export const LIST = "粉丝列表抽样.csv";
export const QQ = "QQ_消息记录.txt";
export const WINDOW = "客服窗口复制.txt";
export const BY_HAND = "微信_手动整理聊天.txt";
export const ALIPAY_NO = "2024050122001400000000000001";
export const WECHAT_NO = "4200002000202405010000000001";
/** Ids have no I, L, O or U (Crockford). */
export const ulid = (text: string): Id => id(text.padEnd(26, "0"));
export const alice = ulid("01HXA11CE");
export const caseId = ulid("01HXCASE");
export const orderId = ulid("01HX0RDER");
export const now = instant("2024-05-08T10:00:00+08:00");

export const digest = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
/** First 32 hex of SHA-256 over parts joined by NUL, worked out by another implementation. */
export const derived = (...parts: readonly string[]): string => digest(parts.join("\0")).slice(0, 32);
export const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(encodeURIComponent(name), SAMPLES)));

export function fileOf(name: string, bytes: Uint8Array = sample(name), more: Partial<FileIn> = {}): FileIn {
  return { bytes, name, size: bytes.length, sha256: sha256(digest(bytes)), via: "drop", ...more };
}
export const textFile = (name: string, text: string, more: Partial<FileIn> = {}): FileIn =>
  fileOf(name, new TextEncoder().encode(text), more);

const type = (typeId: string, elements: MaterialType["elements"], hints: readonly string[] = []): MaterialType => ({
  id: typeId,
  en: typeId,
  elements,
  categories: [],
  hints: [...hints],
  tipZh: "",
  tipEn: "",
});
const materialTypes: readonly MaterialType[] = [
  type("服务承诺", ["order_exists"], ["承诺"]),
  type("平台规则", ["responsibility", "breach"], ["规则", "协议"]),
  type("后台数据", ["breach"]),
  type("沟通记录", ["responsibility"]),
  type("商家信息", ["respondent_identity"]),
  type("订单截图", ["order_exists"], ["订单"]),
];

let minted = 0;
export function contextOf(of: Case): TakeContext {
  const ids = (): Id => id(`01HXM${String((minted += 1)).padStart(21, "0")}`);
  return { case: of, ids, now, by: alice, materialTypes, clausePatterns: [] };
}

/** An order as the person wrote it down; every record given by hand. */
export function caseWith(
  order: Partial<{ number: string; paidFen: number }> | undefined = {},
  more: readonly Change[] = [],
): Case {
  const value = {
    number: "20240501001",
    item: "1000真实粉丝包月",
    paidFen: 10_000,
    orderedAt: instant("2024-05-01T10:02:31+08:00"),
    ...order,
  };
  return apply(emptyCase(caseId), [{ op: "put", kind: "order", id: orderId, value }, ...more]).case;
}
export const noOrder = emptyCase(caseId);

export async function take(of: Case, file: FileIn): Promise<Taken & { readonly after: Case }> {
  const taken = await takeFile(file, contextOf(of));
  const applied = apply(of, taken.changes);
  if (applied.skipped.length > 0) throw new Error(`changes that do not apply: ${JSON.stringify(applied.skipped)}`);
  return { ...taken, after: applied.case };
}
export async function takeAll(of: Case, names: readonly string[]): Promise<Case> {
  let now_ = of;
  for (const name of names) now_ = (await take(now_, fileOf(name))).after;
  return now_;
}
export const codes = (taken: Taken): readonly string[] => taken.findings.map((f) => f.code.replace("intake.", ""));
export const argsOf = (taken: Taken, code: string): unknown =>
  taken.findings.find((f) => f.code === `intake.${code}`)?.args;
export const links = (of: Case): readonly string[] =>
  all(of, "link")
    .map((l) => `${l.element} ${l.code} ${l.shows ?? ""} ${l.locator ?? ""}`.trim())
    .toSorted();
