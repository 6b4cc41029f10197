/**
 * Words of bundles by reader and of masked text: for whom, what stays out and why, what was masked.
 */
import type { Wording } from "../word.ts";

export const papers = {
  "bundle.profile.platform": ["给平台", "For the platform"],
  "bundle.profile.12315": ["给 12315、消费者协会等部门", "For 12315, consumer associations and authorities"],
  "bundle.profile.court": ["给法院", "For a court"],
  "bundle.profile.minor": ["未成年人退款入口", "For a minors’ refund portal"],
  "bundle.profile.public": ["公开发布：只有打过码的文字", "For publication: masked text only"],
  "bundle.withheld.others": [
    "{name} 含他人个人信息，只放进给法院的材料包",
    "{name} holds data of other people and goes only into a bundle for a court",
  ],
  "bundle.withheld.identity": [
    "{name} 是身份材料，没有放进这个材料包",
    "{name} shows somebody’s identity and is left out of this bundle",
  ],
  "bundle.withheld.identity_unmarked": [
    "{name} 是身份材料，还没有放。先自己加上“只用于这次办理”的水印，再选放进来",
    "{name} shows somebody’s identity and is not in yet. First put “for this matter only” across it yourself, then choose to include it",
  ],
  "bundle.withheld.text_only": [
    "{name} 没有放：公开发布只放打过码的文字",
    "{name} is left out: only masked text is for publication",
  ],
  "bundle.identity.include": [
    "放进身份材料（我已加上“只用于这次办理”的水印）",
    "Include proof of identity (I have marked it “for this matter only”)",
  ],
  "bundle.refused.engagement": [
    "这类订单不公开发布：等于公开说出您自己买过刷量",
    "Such an order is not for publication: it would make your own purchase public",
  ],
  "bundle.refused.minor": ["未成年人的事不公开发布", "Matters of minors are not for publication"],
  "bundle.refused.no_letter": ["正文还没写好", "The text is not written yet"],
  "bundle.refused.letter_blocked": ["正文还有 {n} 处要改", "{n} {n|place|places} in the text must be changed"],
  "bundle.refused.no_bundle": ["这个渠道不用交材料包", "This way needs no bundle"],
  "bag.profile_mixed": [
    "这是公开发布用的，里面却有原件，和写明的不一样",
    "It says it is for publication, yet it holds originals",
  ],
  "redact.title": ["遮住了什么", "What is masked"],
  "redact.item": ["{kind:redact.kind}：{count} 处", "{kind:redact.kind}: {count}"],
  "redact.kept": ["您选了保留：{name}", "Kept at your wish: {name}"],
  "redact.refused": [
    "“{name}”是人名或者长串数字，公开时不保留",
    "“{name}” is somebody’s name or a long number and is not kept in public",
  ],
  "redact.limit": [
    "软件只遮得住它认识的名字和数字。发出去之前，自己从头看一遍；图片不放。",
    "Only names and numbers that are recognised are masked. Read it through yourself before you publish; no pictures.",
  ],
  "redact.kind.person": ["人名和称呼", "Names and nicknames"],
  "redact.kind.phone": ["电话", "Telephone numbers"],
  "redact.kind.identity": ["证件号码", "Identity numbers"],
  "redact.kind.card": ["卡号", "Card numbers"],
  "redact.kind.email": ["邮箱", "E-mail addresses"],
  "redact.kind.address": ["地址", "Addresses"],
  "redact.kind.account": ["账号", "Accounts"],
  "redact.kind.staff": ["工号", "Staff numbers"],
  "redact.kind.order": ["订单号", "Order numbers"],
  "redact.kind.transaction": ["交易单号", "Transaction numbers"],
  "redact.kind.reference": ["受理编号", "Reference numbers"],
  "redact.kind.number": ["长串数字", "Long numbers"],
  "dossier.signed.complaint12315": ["投诉人：{name}", "Complainant: {name}"],
  "dossier.signed.association": ["投诉人：{name}", "Complainant: {name}"],
  "dossier.signed.claim": ["具状人：{name}", "Plaintiff: {name}"],
  "dossier.signed.attorney": ["委托人：{name}", "Principal: {name}"],
  "dossier.signed.guardian": ["家长或监护人：{name}", "Parent or guardian: {name}"],
  "dossier.withheld.identity": ["{name}（身份材料，不随附）", "{name} (proof of identity; not enclosed)"],
} as const satisfies Record<string, Wording>;
