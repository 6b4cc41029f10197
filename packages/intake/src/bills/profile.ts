/**
 * Bill profiles: the exports of Alipay and WeChat Pay by their column names. Pure data.
 *
 * Source: 6-evidence, "Bills". Alipay's app writes its columns in two orders; a set of names covers both.
 */
import type { Synonyms } from "../columns.ts";

export type BillProfile = "alipay-app" | "alipay-web" | "wechat";
export type BillField =
  | "at"
  | "createdAt"
  | "kind"
  | "payee"
  | "item"
  | "direction"
  | "amount"
  | "status"
  | "transaction"
  | "merchantOrder"
  | "refunded"
  | "remark";

export interface Profile {
  readonly id: BillProfile;
  readonly provider: "alipay" | "wechat";
  readonly columns: Synonyms<BillField>;
  readonly required: readonly BillField[];
}

const none: readonly string[] = [];

export const profiles: readonly Profile[] = [
  {
    id: "wechat",
    provider: "wechat",
    columns: {
      at: ["交易时间"],
      createdAt: none,
      kind: ["交易类型"],
      payee: ["交易对方"],
      item: ["商品"],
      direction: ["收/支"],
      amount: ["金额(元)"],
      status: ["当前状态"],
      transaction: ["交易单号"],
      merchantOrder: ["商户单号"],
      refunded: none,
      remark: ["备注"],
    },
    required: ["at", "payee", "direction", "amount", "status", "transaction", "merchantOrder"],
  },
  {
    id: "alipay-web",
    provider: "alipay",
    columns: {
      at: ["付款时间"],
      createdAt: ["交易创建时间"],
      kind: ["类型"],
      payee: ["交易对方"],
      item: ["商品名称"],
      direction: ["收/支"],
      amount: ["金额(元)"],
      status: ["交易状态"],
      transaction: ["交易号"],
      merchantOrder: ["商家订单号"],
      refunded: ["成功退款(元)"],
      remark: ["备注"],
    },
    required: ["at", "payee", "direction", "amount", "status", "transaction", "merchantOrder"],
  },
  {
    id: "alipay-app",
    provider: "alipay",
    columns: {
      at: ["交易时间"],
      createdAt: none,
      kind: ["交易分类"],
      payee: ["交易对方"],
      item: ["商品说明"],
      direction: ["收/支"],
      amount: ["金额"],
      status: ["交易状态"],
      transaction: ["交易订单号"],
      merchantOrder: ["商家订单号"],
      refunded: none,
      remark: ["备注"],
    },
    required: ["at", "kind", "payee", "direction", "amount", "status", "transaction", "merchantOrder"],
  },
];
