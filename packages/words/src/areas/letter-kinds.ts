/**
 * Words of letters beyond the application: how the other side is called, headings, what was asked and what came back, requests by kind, refusals.
 *
 * 1. Formal, factual, polite. No sentence says what follows if there is no refund (L8); every period is named as the person’s own (K7).
 * 2. No article of law, no word on legality, no request to go on (A7): one set of words serves every category.
 */
import type { Wording } from "../word.ts";

export const letterKinds = {
  "letter.phrase.them.you": ["贵方", "you"],
  "letter.phrase.them.complained": ["被投诉人", "the respondent"],
  "letter.phrase.them.merchant": ["商家", "the merchant"],
  "letter.phrase.them.defendant": ["被告", "the defendant"],
  "letter.phrase.They.you": ["贵方", "You"],
  "letter.phrase.They.complained": ["被投诉人", "The respondent"],
  "letter.phrase.They.merchant": ["商家", "The merchant"],
  "letter.phrase.They.defendant": ["被告", "The defendant"],
  "letter.phrase.their.you": ["贵方", "your"],
  "letter.phrase.their.complained": ["被投诉人", "the respondent’s"],
  "letter.phrase.their.merchant": ["商家", "the merchant’s"],
  "letter.phrase.their.defendant": ["被告", "the defendant’s"],
  "letter.phrase.Their.you": ["贵方", "Your"],
  "letter.phrase.Their.complained": ["被投诉人", "The respondent’s"],
  "letter.phrase.Their.merchant": ["商家", "The merchant’s"],
  "letter.phrase.Their.defendant": ["被告", "The defendant’s"],
  "letter.phrase.side.complainant": ["投诉人", "complainant"],
  "letter.phrase.side.complained": ["被投诉人", "respondent"],
  "letter.phrase.side.plaintiff": ["原告", "plaintiff"],
  "letter.phrase.side.defendant": ["被告", "defendant"],
  "letter.phrase.side.guardian": ["监护人", "guardian"],
  "letter.phrase.side.principal": ["委托人", "principal"],
  "letter.phrase.side.agent": ["受托人", "agent"],
  "letter.phrase.side.merchant": ["商家", "merchant"],

  "letter.part.reminder2.problem": ["此前的请求与答复", "What was asked and what came back"],
  "letter.part.reminder2.basis": ["对答复的说明", "On that answer"],
  "letter.part.termination.demand": ["解除与退款", "Termination and refund"],
  "letter.part.payment_dispute.order": ["交易信息", "Transaction"],
  "letter.part.complaint12315.order": ["当事人与交易情况", "Parties and transaction"],
  "letter.part.complaint12315.problem": ["事实依据", "Facts of the dispute"],
  "letter.part.complaint12315.demand": ["投诉请求", "Request"],
  "letter.part.association.order": ["当事人与交易情况", "Parties and transaction"],
  "letter.part.association.problem": ["事实依据", "Facts of the dispute"],
  "letter.part.association.demand": ["投诉请求", "Request"],
  "letter.part.attorney.order": ["委托人与受托人", "Principal and agent"],
  "letter.part.attorney.problem": ["委托事项", "Matter"],
  "letter.part.attorney.demand": ["权限与期限", "Scope and period"],
  "letter.part.claim.demand": ["诉讼请求", "Requests"],
  "letter.part.claim.order": ["当事人与合同情况", "Parties and contract"],
  "letter.part.claim.problem": ["事实与理由", "Facts and reasons"],
  "letter.part.post.demand": ["目前情况", "Where it stands"],
  "letter.part.post.evidence": ["记录", "Records"],

  "letter.order.party": [
    "{side:letter.phrase.side}：{name}[?creditCode ，统一社会信用代码{creditCode}][?address ，地址：{address}][?contact ，联系方式：{contact}][?site ，网站：{site}]{exhibits:exhibits}。",
    "The {side:letter.phrase.side} is {name}[?creditCode , credit code {creditCode}][?address , address: {address}][?contact , contact: {contact}][?site , site: {site}]{exhibits:exhibits}.",
  ],
  "letter.order.place": [
    "交易在网上进行，地点为“{place}”，时间为{orderedAt:moment}{exhibits:exhibits}。",
    "The transaction took place online, at “{place}”, on {orderedAt:moment}{exhibits:exhibits}.",
  ],
  "letter.order.posted": [
    "{paidOn:date}，本人支付{amountFen:yuan}元[?item 购买“{item}”][?payee ，收款方为“{payee}”][?orderNo ，订单号（部分遮住）{orderNo}]{exhibits:exhibits}。",
    "On {paidOn:date} I paid {amountFen:yuan} yuan[?item  for “{item}”][?payee  to “{payee}”][?orderNo , order number (partly masked) {orderNo}]{exhibits:exhibits}.",
  ],

  "letter.problem.asked_before": [
    "本人已于[?sentAt {sentAt:moment}][?sentOn {sentOn:date}][?channel 通过{channel:channel}]向{them:letter.phrase.them}发出《{letter:letter.title}》[?asked ，请求退还{asked}元][?periodHours ，并请在{periodHours}小时内答复][?deliveredAt ，该函于{deliveredAt:moment}送达][?deliveredOn ，该函于{deliveredOn:date}送达]{exhibits:exhibits}。",
    "On [?sentAt {sentAt:moment}][?sentOn {sentOn:date}] I sent {them:letter.phrase.them} a letter titled “{letter:letter.title}”[?channel  ({channel:channel})][?asked , asking for {asked} yuan][?periodHours  and for an answer within {periodHours} hours][?deliveredAt ; it was delivered on {deliveredAt:moment}][?deliveredOn ; it was delivered on {deliveredOn:date}]{exhibits:exhibits}.",
  ],
  "letter.problem.came_back": [
    "{them:letter.phrase.them}于[?repliedAt {repliedAt:moment}][?repliedOn {repliedOn:date}]答复[?quote ：“{quote}”][?stance=refused ，表示不退][?stance=agreed ，表示同意退款][?as=offer ，提出了方案][?offerFen ，金额为{offerFen:yuan}元][?as=vague ，没有写明退或不退]{exhibits:exhibits}。",
    "{them:letter.phrase.They} answered on [?repliedAt {repliedAt:moment}][?repliedOn {repliedOn:date}][?quote : “{quote}”][?stance=refused , refusing a refund][?stance=agreed , agreeing to a refund][?as=offer , with an offer][?offerFen  of {offerFen:yuan} yuan][?as=vague , without saying whether a refund is given]{exhibits:exhibits}.",
  ],
  "letter.problem.promise_made": [
    "{them:letter.phrase.them}于[?madeAt {madeAt:moment}][?madeOn {madeOn:date}]答应处理[?dueAt ，时间为{dueAt:moment}之前][?dueOn ，时间为{dueOn:date}之前]；截至{untilOn:date}，本人没有看到该笔款项退回{exhibits:exhibits}。",
    "{them:letter.phrase.They} promised on [?madeAt {madeAt:moment}][?madeOn {madeOn:date}] to settle this[?dueAt  by {dueAt:moment}][?dueOn  by {dueOn:date}]; as of {untilOn:date} I have not seen the money come back{exhibits:exhibits}.",
  ],
  "letter.problem.no_answer": [
    "截至{untilOn:date}，本人没有收到{them:letter.phrase.them}对此的答复{exhibits:exhibits}。",
    "As of {untilOn:date} I have had no answer to this from {them:letter.phrase.them}{exhibits:exhibits}.",
  ],
  "letter.problem.mediated": [
    "同一事项[?channel 经{channel:channel}]的调解已于[?endedAt {endedAt:moment}][?endedOn {endedOn:date}]结束[?result=agreed ，双方达成一致][?result=failed ，双方没有达成一致][?result=withdrawn ，由本人撤回]{exhibits:exhibits}。",
    "Mediation of the same matter[?channel  by {channel:channel}] ended on [?endedAt {endedAt:moment}][?endedOn {endedOn:date}][?result=agreed , with an agreement][?result=failed , without an agreement][?result=withdrawn , withdrawn by me]{exhibits:exhibits}.",
  ],
  "letter.problem.money": [
    "本人已付{paidFen:yuan}元[?refundedFen ，已退回{refundedFen:yuan}元][?receivedFen ，已得到的价值为{receivedFen:yuan}元][?claimFen ，余额为{claimFen:yuan}元]{exhibits:exhibits}。",
    "I paid {paidFen:yuan} yuan[?refundedFen ; {refundedFen:yuan} yuan were refunded][?receivedFen ; what I received is worth {receivedFen:yuan} yuan][?claimFen ; {claimFen:yuan} yuan remain]{exhibits:exhibits}.",
  ],
  "letter.problem.matter": [
    "委托事项：[?orderNo 订单{orderNo}][?item （“{item}”）]的退款事宜[?respondent ，对方为{respondent}]。",
    "The matter is the refund[?orderNo  for order {orderNo}][?item  (“{item}”)][?respondent , the other side being {respondent}].",
  ],

  "letter.evidence.kept": [
    "以上各项都有记录可以核对：{names:numbered}。",
    "Each of these points can be checked against a record: {names:numbered}.",
  ],
  "letter.answer.excuse": ["{answer}", "{answer}"],

  "letter.demand.period": [
    "请最迟于[?answerAt {answerAt:moment}][?answerOn {answerOn:date}]答复一个问题：退，还是不退；如不退，请写明所依据的条款名称和编号。这个时间由本人设定。",
    "Please answer one question by [?answerAt {answerAt:moment}][?answerOn {answerOn:date}]: will you refund or not; if not, please name the term and its number on which you rely. This time is one that I set.",
  ],
  "letter.demand.formal": [
    "本函为书面催告：请最迟于[?answerAt {answerAt:moment}][?answerOn {answerOn:date}]退还上述款项，或者书面答复不退的理由和所依据的条款。这个时间由本人设定[?days ，自本函写成之日起共{days}日]。",
    "This is a formal demand: please return the amount above by [?answerAt {answerAt:moment}][?answerOn {answerOn:date}], or give in writing the reason and the term on which you rely. This time is one that I set[?days , {days} {days|day|days} from the day of this letter].",
  ],
  "letter.demand.cure": [
    "在[?answerAt {answerAt:moment}][?answerOn {answerOn:date}]之前，贵方也可以把约定的服务提供完毕，并书面告知完成的时间和数量。",
    "Until [?answerAt {answerAt:moment}][?answerOn {answerOn:date}] you may also provide in full what was agreed, and tell me in writing when and how much was done.",
  ],
  "letter.demand.terminate": [
    "现通知贵方：解除[?orderNo 订单{orderNo}][?item （“{item}”）]所涉的合同，自本通知到达贵方之时起解除。",
    "I hereby give notice that the contract[?orderNo  of order {orderNo}][?item  (“{item}”)] is terminated, as from the arrival of this notice.",
  ],
  "letter.demand.pay_by": [
    "请最迟于[?answerAt {answerAt:moment}][?answerOn {answerOn:date}]退还上述款项。这个时间由本人设定。",
    "Please return the amount above by [?answerAt {answerAt:moment}][?answerOn {answerOn:date}]. This time is one that I set.",
  ],
  "letter.demand.mediation": [
    "除双方直接协商以外，消费争议也可以请求12315调解；这与本函的请求各自独立，互不为条件。",
    "Apart from settling it between us, a consumer dispute may also be brought to 12315 for mediation; that stands apart from this request, and neither is a condition of the other.",
  ],
  "letter.demand.mediate": [
    "请组织调解，由{them:letter.phrase.them}退还{claimFen:yuan}元至原支付账户{exhibits:exhibits}。",
    "Please mediate, so that {them:letter.phrase.them} may return {claimFen:yuan} yuan to the account from which it was paid{exhibits:exhibits}.",
  ],
  "letter.demand.verify": [
    "请核实上述交易，向{them:letter.phrase.them}了解已经提供的内容，并协助把{claimFen:yuan}元退回原支付账户{exhibits:exhibits}。",
    "Please check the transaction above, ask {them:letter.phrase.them} what was provided, and help to return {claimFen:yuan} yuan to the account from which it was paid{exhibits:exhibits}.",
  ],
  "letter.demand.judge": [
    "请求判令{them:letter.phrase.them}退还{claimFen:yuan}元{exhibits:exhibits}。",
    "I ask the court to order {them:letter.phrase.them} to return {claimFen:yuan} yuan{exhibits:exhibits}.",
  ],
  "letter.demand.costs": [
    "请求判令案件受理费由{them:letter.phrase.them}负担。",
    "I ask that the court fee be borne by {them:letter.phrase.them}.",
  ],
  "letter.demand.status": [
    "截至{untilOn:date}，双方还没有就其中{claimFen:yuan}元的退还达成一致。以上只写有记录可以核对的事实。",
    "As of {untilOn:date} there is no agreement on the return of {claimFen:yuan} yuan. Only facts that can be checked against a record are stated here.",
  ],
  "letter.demand.scope": [
    "委托权限：代为整理和提交材料、查询进度、接收文书；不包括代为承认、放弃、变更请求，不包括代为和解或者收取退款。",
    "The agent may prepare and hand in papers, ask about progress and receive documents; not admit, waive or change requests, nor settle or take the refund.",
  ],
  "letter.demand.term": [
    "委托期限：自{fromOn:date}起至[?untilAt {untilAt:moment}][?untilOn {untilOn:date}]止。",
    "The authority runs from {fromOn:date} until [?untilAt {untilAt:moment}][?untilOn {untilOn:date}].",
  ],

  "letter.barred.engagement_public": [
    "公开写出来，会说出您自己买了刷量",
    "publishing it would disclose your own purchase of fake engagement",
  ],
  "letter.barred.minor_public": ["付款人未满 18 岁，不公开写这件事", "the payer was under 18, so nothing is published"],
  "letter.barred.engagement_termination": [
    "这一类合同可能本来就无效，不写解除通知",
    "such a contract may be void anyway, so it is not terminated by notice",
  ],
  "letter.barred.no_termination_ground": [
    "按现在的材料，还没有可以解除合同的理由",
    "by what is shown so far there is no right to end the contract",
  ],
  "letter.barred.business_complaint": [
    "经营用的购买，12315 和消费者协会通常不受理",
    "for a business purchase 12315 and consumer associations usually do not act",
  ],
  "error.not_for_case": [
    "这个案件不写“{letter:letterKind}”：{reason:letter.barred}",
    "This case does not get the “{letter:letterKind}”: {reason:letter.barred}",
  ],
} as const satisfies Record<string, Wording>;
