/**
 * Words of events: sentences of the timeline, and the channels and answers they name (X1).
 *
 * 1. An event says only what happened; facts it may carry stand in optional stretches.
 */
import type { Wording } from "../word.ts";

export const events = {
  "event.application.submitted": [
    "提交了退款申请[?channel ：{channel:channel}][?periodHours ，您设的时间 {periodHours} 小时][?publishedHours ，对方公布的时间 {publishedHours} 小时]",
    "Refund request submitted[?channel : {channel:channel}][?periodHours , {periodHours} h set for an answer][?publishedHours , {publishedHours} h by their own terms]",
  ],
  "event.entry.unavailable": ["对方没有开通退款入口", "They offer no entry for refunds"],
  "event.demand.sent": [
    "发出催办[?channel ：{channel:channel}][?periodHours ，您设的时间 {periodHours} 小时][?publishedHours ，对方公布的时间 {publishedHours} 小时]",
    "Reminder sent[?channel : {channel:channel}][?periodHours , {periodHours} h set for an answer][?publishedHours , {publishedHours} h by their own terms]",
  ],
  "event.termination.sent": [
    "发出解除合同的通知[?channel ：{channel:channel}]",
    "Notice of termination sent[?channel : {channel:channel}]",
  ],
  "event.termination.delivered": [
    "解除合同的通知已送达[?how （{how}）]",
    "Notice of termination delivered[?how  ({how})]",
  ],
  "event.demand.delivered": ["催办已送达[?how （{how}）]", "Reminder delivered[?how  ({how})]"],
  "event.reply.received": [
    "对方答复[?as=agreed ：同意退款][?as=refused ：不退][?as=vague ：没给准话][?as=silent ：没有回应][?as=offer ：提出方案][?as=danger ：要您先交钱或给信息][?phrase ，“{phrase}”]",
    "They answered[?as=agreed : yes][?as=refused : no][?as=vague : nothing clear][?as=silent : no response][?as=offer : made an offer][?as=danger : asked for money or data first][?phrase , “{phrase}”]",
  ],
  "event.promise.made": [
    "对方答应[?dueAt 在 {dueAt:moment} 前]处理[?what ：{what}][?phrase ：“{phrase}”]",
    "They promised to act[?dueAt  by {dueAt:moment}][?what : {what}][?phrase : “{phrase}”]",
  ],
  "event.filing.submitted": [
    "您提交了[?channel ：{channel:channel}][?reference ，编号 {reference}]",
    "You submitted[?channel : {channel:channel}][?reference , number {reference}]",
  ],
  "event.filing.accepted": [
    "已受理[?channel ：{channel:channel}][?reference ，编号 {reference}]",
    "Accepted[?channel : {channel:channel}][?reference , number {reference}]",
  ],
  "event.filing.refused": [
    "没有受理[?channel ：{channel:channel}][?ground ，原因：{ground}]",
    "Not accepted[?channel : {channel:channel}][?ground , because: {ground}]",
  ],
  "event.filing.withdrawn": ["您撤回了[?channel ：{channel:channel}]", "You withdrew[?channel : {channel:channel}]"],
  "event.appraisal.started": ["开始鉴定、检测", "Testing began"],
  "event.appraisal.ended": ["鉴定、检测结束", "Testing ended"],
  "event.mediation.ended": [
    "调解结束[?result=agreed ：谈成了][?result=failed ：没谈成][?result=withdrawn ：撤回了]",
    "Mediation ended[?result=agreed : agreed][?result=failed : no agreement][?result=withdrawn : withdrawn]",
  ],
  "event.suit.filed": ["向法院递交了起诉材料", "Claim handed in to the court"],
  "event.suit.docketed": [
    "法院立案[?reference ，案号 {reference}]",
    "The court took the case[?reference , number {reference}]",
  ],
  "event.suit.ended": ["法院的程序结束[?result ：{result}]", "The court procedure ended[?result : {result}]"],
  "event.offer.made": [
    "[?side=mine 您][?side=theirs 对方]提出方案[?amountFen ：退 {amountFen:yuan} 元][?condition ，条件：{condition}]",
    "Offer made[?side=mine  by you][?side=theirs  by them][?amountFen : {amountFen:yuan} yuan][?condition , on condition: {condition}]",
  ],
  "event.offer.answered": [
    "您答复了对方的方案[?as=accepted ：接受][?as=refused ：不接受][?as=countered ：另提数额]",
    "You answered the offer[?as=accepted : accepted][?as=refused : refused][?as=countered : another amount]",
  ],
  "event.refund.received": [
    "账单里看到退款[?amountFen  {amountFen:yuan} 元]",
    "Refund seen in the bill[?amountFen : {amountFen:yuan} yuan]",
  ],
  "event.case.closed": ["这件事结束了[?outcome ：{outcome:outcome}]", "Case closed[?outcome : {outcome:outcome}]"],
  "event.case.reopened": ["这件事重新打开了", "Case opened again"],
  "event.deadline.met": ["有一个期限已经办好", "A deadline was dealt with"],
  "event.event.retracted": ["撤销了一条记错的", "A mistaken entry was taken back"],
  "event.order.placed": ["下单", "Order placed"],
  "event.payment.made": ["付款", "Payment made"],
  "event.contract.formed": ["下单成功", "Order concluded"],
  "event.transaction.completed": ["交易完成", "Transaction completed"],
  "event.debtor.agreed": ["对方同意退款", "They agreed to refund"],
  "event.goods.received": ["收到商品", "Goods received"],
  "event.infringement.known": ["知道权益受损", "The harm became known"],
  "event.infringement.happened": ["权益受损", "The harm happened"],
  "event.fraud.known": ["知道被误导", "It became known that one was misled"],
  "event.mistake.known": ["知道弄错了", "The mistake became known"],
  "event.termination_ground.known": ["知道可以解除的原因", "The reason to terminate became known"],
  "event.guardian.notified": ["已通知家长或监护人", "Parent or guardian notified"],
  "event.operator.closing": ["对方宣布停业", "They announced to close"],
  "event.platform.rule_change_published": ["平台公布改规则", "The platform announced new rules"],
  "event.complaint.received_by_regulator": ["投诉已送到市场监管部门", "The complaint reached the regulator"],
  "event.complaint.accepted": ["投诉已受理", "The complaint was accepted"],
  "event.mediation.terminated": ["调解已终止", "Mediation was ended"],
  "event.mediation.clue_found": ["调解中发现线索", "A clue was found in mediation"],
  "event.court.sets_period": ["法院定了期限", "The court set a time"],
  "event.preservation.ordered": ["法院同意先保全财产", "The court ordered preservation"],

  "outcome.refunded": ["钱退回来了", "Money came back"],
  "outcome.partly_refunded": ["退回了一部分", "Part came back"],
  "outcome.refused": ["没退", "Not refunded"],
  "outcome.stopped": ["到此为止", "Stopped here"],

  "channel.platform_form": ["平台退款入口", "Refund form of the platform"],
  "channel.platform_letter": ["邮件或信函", "E-mail or letter"],
  "channel.platform_phone": ["客服电话", "Phone call"],
  "channel.platform_intervention": ["平台介入", "Marketplace intervention"],
  "channel.app_store": ["应用商店退款", "App-store refund"],
  "channel.auto_debit_off": ["关闭自动扣款", "Switch off auto-debit"],
  "channel.account_protect": ["保护账号", "Protect the account"],
  "channel.payment_dispute": ["支付机构交易投诉", "Payment-app dispute"],
  "channel.payment_unauthorised": ["申报不是本人付的款", "Report an unauthorised payment"],
  "channel.samr_complaint": ["12315 投诉", "12315 complaint"],
  "channel.samr_report": ["12315 举报", "12315 report"],
  "channel.consumer_association": ["消费者协会投诉", "Consumer association"],
  "channel.gov_hotline": ["12345 政务热线", "Government hotline 12345"],
  "channel.payment_regulator": ["支付机构监管投诉", "Payment-institution oversight"],
  "channel.cac_report": ["12377 举报", "12377 report"],
  "channel.public_heimao": ["公开投诉网站（黑猫）", "Public complaint site (Heimao)"],
  "channel.public_jutousu": ["公开投诉网站（聚投诉）", "Public complaint site (Jutousu)"],
  "channel.police": ["报警", "Police report"],
  "channel.peoples_mediation": ["人民调解或诉前调解", "Mediation before a suit"],
  "channel.small_claims": ["起诉", "Court claim"],
  "channel.notary": ["公证保全", "Notarised evidence"],
  "channel.trusted_time": ["可信时间", "Trusted time"],
  "channel.legal_help": ["法律咨询", "Legal advice"],
  "channel.minor_portal": ["未成年人退款入口", "Refund portal for minors"],
  "channel.stop_here": ["到此为止", "Stop here"],
} as const satisfies Record<string, Wording>;
