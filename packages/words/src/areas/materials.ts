/**
 * Names of materials, as file names and lists of evidence have them (F4).
 */
import type { Wording } from "../word.ts";

export const materials = {
  "material.支付凭证": ["支付凭证", "Payment record"],
  "material.订单截图": ["订单截图", "Order page"],
  "material.服务承诺": ["服务承诺", "What was promised"],
  "material.平台规则": ["平台规则", "Platform terms"],
  "material.后台数据": ["后台数据", "Dashboard data"],
  "material.粉丝列表": ["粉丝列表", "Follower sample"],
  "material.充值记录": ["充值记录", "Top-up record"],
  "material.消费流水": ["消费流水", "Wallet ledger"],
  "material.余额截图": ["余额截图", "Balance screenshot"],
  "material.会员页面": ["会员页面", "Membership page"],
  "material.扣费通知": ["扣费通知", "Charge notice"],
  "material.课程记录": ["课程记录", "Lesson record"],
  "material.使用记录": ["使用记录", "Usage record"],
  "material.合同协议": ["合同协议", "Contract"],
  "material.沟通记录": ["沟通记录", "Conversation"],
  "material.通话录音": ["通话录音", "Call recording"],
  "material.系统提示": ["系统提示", "System notice"],
  "material.无法访问": ["无法访问", "Unreachable"],
  "material.商家信息": ["商家信息", "Who they are"],
  "material.退款申请记录": ["退款申请记录", "Refund request"],
  "material.送达凭证": ["送达凭证", "Proof of delivery"],
  "material.受理回执": ["受理回执", "Filing receipt"],
  "material.到账凭证": ["到账凭证", "Money received"],
  "material.身份关系": ["身份关系", "Identity and relation"],
  "material.委托书": ["委托书", "Power of attorney"],
  "material.其他": ["其他", "Other"],
} as const satisfies Record<string, Wording>;
