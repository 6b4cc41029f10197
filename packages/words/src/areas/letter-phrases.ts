/**
 * Words inside and around letters: names of kinds in formal language, headings and titles, labels of sources, slots still to be filled.
 */
import type { Wording } from "../word.ts";

export const letterPhrases = {
  "letter.title.application": ["退款申请书", "Application for refund"],
  "letter.title.reminder1": ["退款催办函", "Reminder about a refund"],
  "letter.title.reminder2": ["退款催办函（第二次）", "Second reminder about a refund"],
  "letter.title.demand": ["退款催告函", "Formal demand for a refund"],
  "letter.title.termination": ["解除合同通知书", "Notice of termination"],
  "letter.title.payment_dispute": ["交易争议说明", "Statement on a disputed payment"],
  "letter.title.complaint12315": ["消费者投诉书", "Consumer complaint"],
  "letter.title.association": ["消费者投诉书", "Consumer complaint"],
  "letter.title.attorney": ["授权委托书", "Power of attorney"],
  "letter.title.claim": ["民事起诉状", "Statement of claim"],
  "letter.title.post": ["情况说明", "Statement of facts"],
  "letter.part.order": ["订单信息", "Order"],
  "letter.part.problem": ["服务问题", "What went wrong"],
  "letter.part.evidence": ["证据列举", "Evidence"],
  "letter.part.basis": ["依据", "Basis"],
  "letter.part.demand": ["诉求", "Request"],

  "letter.phrase.to": ["致：{name}", "To: {name}"],
  "letter.phrase.from": ["申请人：{name}", "From: {name}"],
  "letter.phrase.moment": ["{at:moment}", "{at:moment}"],
  "letter.phrase.day": ["{on:date}", "{on:date}"],
  "letter.phrase.exhibit": ["证据{number}", "Exhibit {number}"],
  "letter.phrase.citation": ["《{law}》{article}", "{law}, {article}"],
  "letter.phrase.clause": ["《{document}》{article}", "“{document}”, {article}"],
  "letter.phrase.clause_says": [
    "贵方《{document}》{article}写明“{quote}”{exhibits:exhibits}。",
    "Your “{document}”, {article}, says “{quote}”{exhibits:exhibits}.",
  ],
  "letter.phrase.counter_offer": ["本人可以接受的金额为{offerFen:yuan}元。", "I would accept {offerFen:yuan} yuan."],
  "letter.phrase.elapsed": ["[?days {days}天]{hours}小时", "[?days {days} {days|day|days} ]{hours} h"],
  "letter.phrase.breakdown": [
    "已付{paidFen:yuan}元−已退回{refundedFen:yuan}元−已得到的价值{receivedFen:yuan}元={claimFen:yuan}元",
    "{paidFen:yuan} yuan paid − {refundedFen:yuan} yuan refunded − {receivedFen:yuan} yuan received = {claimFen:yuan} yuan",
  ],
  "letter.phrase.missing": ["缺：{slot:letter.slot}", "missing: {slot:letter.slot}"],
  "letter.phrase.counter.followers": ["粉丝数", "the number of followers"],
  "letter.phrase.counter.likes": ["点赞数", "the number of likes"],
  "letter.phrase.counter.views": ["播放量", "the number of views"],
  "letter.phrase.counter.comments": ["评论数", "the number of comments"],
  "letter.phrase.counter.days": ["天数", "the number of days"],
  "letter.phrase.counter.lessons": ["课时数", "the number of lessons"],
  "letter.phrase.counter.credits": ["点数", "the credits"],
  "letter.phrase.counter.other": ["数量", "the quantity"],
  "letter.phrase.medium.chat": ["在线聊天", "chat"],
  "letter.phrase.medium.phone": ["电话", "phone"],
  "letter.phrase.medium.email": ["电子邮件", "e-mail"],
  "letter.phrase.medium.form": ["网页表单", "web form"],
  "letter.phrase.medium.letter": ["书面信函", "letter"],
  "letter.phrase.medium.visit": ["上门", "visit"],
  "letter.phrase.medium.other": ["其他方式", "other means"],
  "letter.phrase.incident.order_failed": ["页面提示订单处理失败", "The page said that the order had failed"],
  "letter.phrase.incident.site_down": ["网站无法打开", "The site could not be opened"],
  "letter.phrase.incident.other": ["页面出现异常提示", "The page showed a failure notice"],
  "letter.phrase.ground.not_started": ["服务在约定时间内尚未开始", "The service had not started in the time agreed"],
  "letter.phrase.ground.under_delivered": ["实际提供的数量少于约定", "Less was delivered than agreed"],
  "letter.phrase.ground.quality_below_standard": [
    "实际提供的内容未达到所写的标准",
    "What was delivered is below the standard stated",
  ],
  "letter.phrase.ground.post_delivery_loss": [
    "提供之后，内容又减少、失效或者被收回",
    "What was delivered was afterwards lost, invalid or taken back",
  ],
  "letter.phrase.ground.platform_failure": [
    "因系统故障，订单未能完成",
    "Because of a failure of the system the order was not completed",
  ],
  "letter.phrase.ground.platform_unreachable": [
    "本人多次联系，未获答复",
    "I tried several times to reach you and had no answer",
  ],
  "letter.phrase.ground.misrepresentation": [
    "下单前页面或者客服的说明与实际提供的内容不一致",
    "What the page or support said before the order differs from what was provided",
  ],
  "letter.phrase.ground.account_harm": ["下单之后，本人账号受到限制", "After the order my account was limited"],
  "letter.phrase.ground.other": ["实际提供的内容与约定不一致", "What was provided differs from what was agreed"],
  "letter.phrase.ground.auto_renew_no_notice": [
    "自动续费扣款之前，本人未收到醒目的提醒",
    "Before the automatic renewal I received no clear notice",
  ],
  "letter.phrase.ground.unauthorised_payment": [
    "该笔款项不是本人支付，本人也未同意支付",
    "I did not make this payment and did not agree to it",
  ],
  "letter.phrase.ground.duplicate_charge": ["同一订单被重复扣款", "The same order was charged more than once"],
  "letter.phrase.ground.minor_payment": [
    "付款人付款时未满十八周岁",
    "The payer was under eighteen at the time of payment",
  ],
  "letter.phrase.ground.seller_unidentified": [
    "经查找，本人未能找到经营者的名称、地址和有效联系方式",
    "I looked for the operator’s name, address and contact and did not find them",
  ],
  "letter.phrase.ground.unfair_term": [
    "不予退款的内容，下单前没有以醒目方式提示本人",
    "The term by which no refund is given was not clearly shown to me before the order",
  ],
  "letter.phrase.ground.terminate_prepaid": [
    "预付款之后，约定的服务没有得到提供",
    "After the prepayment the service was not provided as agreed",
  ],
  "letter.phrase.ground.prepaid_7d": [
    "本人在付款之日起七日内已提出退款，签约之前没有体验过相同服务",
    "I asked for the refund within seven days of the payment and had not tried the same service before the contract",
  ],

  "letter.source.case": ["案件资料[?value ：{value}]", "Case[?value : {value}]"],
  "letter.source.party": [
    "对方或本人的资料[?value ：{value}]{exhibits:exhibits}",
    "Party[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.order": ["订单[?value ：{value}]{exhibits:exhibits}", "Order[?value : {value}]{exhibits:exhibits}"],
  "letter.source.undertaking": [
    "当时承诺[?value ：{value}]{exhibits:exhibits}",
    "What was promised[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.clause": [
    "平台条款[?value ：{value}]{exhibits:exhibits}",
    "Platform term[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.lookup": ["查找记录[?value ：{value}]", "Look-up[?value : {value}]"],
  "letter.source.answer": [
    "您的回答[?value ：{value}]{exhibits:exhibits}",
    "Your answer[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.usage": [
    "用了多少[?value ：{value}]{exhibits:exhibits}",
    "What was used[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.override": ["您改过的数值[?value ：{value}]", "A value you changed[?value : {value}]"],
  "letter.source.reasonOption": ["平台给的选项[?value ：{value}]", "Option of the platform[?value : {value}]"],
  "letter.source.note": ["笔记", "Note"],
  "letter.source.request": ["请求", "Request"],
  "letter.source.exhibit": ["材料{exhibits:exhibits}", "Material{exhibits:exhibits}"],
  "letter.source.link": ["材料说明{exhibits:exhibits}", "What an exhibit shows{exhibits:exhibits}"],
  "letter.source.derivative": ["副本{exhibits:exhibits}", "Copy{exhibits:exhibits}"],
  "letter.source.payment": [
    "付款[?value ：{value}]{exhibits:exhibits}",
    "Payment[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.refund": [
    "退回的钱[?value ：{value}]{exhibits:exhibits}",
    "Refund[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.sighting": ["账单里的一行{exhibits:exhibits}", "Row of a bill{exhibits:exhibits}"],
  "letter.source.reading": [
    "读数[?value ：{value}]{exhibits:exhibits}",
    "Reading[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.sample": ["抽样[?value ：{value}]{exhibits:exhibits}", "Sample[?value : {value}]{exhibits:exhibits}"],
  "letter.source.communication": [
    "聊天[?value ：{value}]{exhibits:exhibits}",
    "Conversation[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.attempt": [
    "联系记录[?value ：{value}]{exhibits:exhibits}",
    "Attempt to reach them[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.incident": [
    "系统提示[?value ：{value}]{exhibits:exhibits}",
    "Failure notice[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.explanation": [
    "对方的解释[?value ：{value}]{exhibits:exhibits}",
    "Their explanation[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.event": ["经过[?value ：{value}]{exhibits:exhibits}", "Event[?value : {value}]{exhibits:exhibits}"],
  "letter.source.filing": ["提交[?value ：{value}]", "Submission[?value : {value}]"],
  "letter.source.offer": [
    "对方的方案[?value ：{value}]{exhibits:exhibits}",
    "Offer[?value : {value}]{exhibits:exhibits}",
  ],
  "letter.source.draft": ["您设的时间", "The time you set"],
  "letter.source.sentence": ["信里的一句", "Sentence of a letter"],
  "letter.source.sentVersion": ["已发出的版本", "Sent version"],
  "letter.source.provision": ["法律条文", "Law article"],
  "letter.source.demand": ["算出来的金额[?value ：{value}元]", "The amount as computed[?value : {value} yuan]"],
  "letter.source.unknown": ["不认识的来源", "Unknown source"],

  "letter.missing.order": ["先写订单或放进账单", "Enter the order or add the bill first"],
  "letter.missing.order_number": ["[?item “{item}”]还没有订单号", "The order number[?item  of “{item}”] is missing"],
  "letter.missing.payment": ["还没有付款记录，放进账单", "No payment yet; add the bill"],
  "letter.missing.problem": ["还没有材料能说明哪里没做到", "Nothing shows yet what was not done"],
  "letter.missing.evidence": ["还没有可以附上的证据", "There is no exhibit to enclose yet"],
  "letter.missing.party": [
    "还没有写{side:letter.phrase.side}是谁，先登记姓名或名称",
    "It is not entered who the {side:letter.phrase.side} is; enter the name first",
  ],
  "letter.missing.asked": [
    "还没有记下之前什么时候提过，先发第一封，或者把发过的记下来",
    "No earlier request is recorded; send the first letter, or record the one you sent",
  ],
  "letter.missing.excuses": [
    "常见说法还没载入，载入后再写这一段",
    "The usual excuses are not loaded yet; this part follows once they are",
  ],
  "letter.missing.law_text": [
    "法律原文还没载入，载入后再写这一段",
    "The texts of the law are not loaded yet; this part follows once they are",
  ],
  "letter.missing.amount": [
    "还算不出要退多少，先填金额和用量",
    "The amount cannot be computed yet; enter the price and what was used",
  ],
  "letter.missing.choice": [
    "要 {highFen:yuan} 元还是 {lowFen:yuan} 元，您选一个",
    "{highFen:yuan} or {lowFen:yuan} yuan: choose one",
  ],
  "letter.missing.nothing_left": [
    "按现在的记录，没有剩下要退的钱。核对一下付款和退款。",
    "By what is entered nothing is left to refund. Check the payments and refunds.",
  ],
} as const satisfies Record<string, Wording>;
