/**
 * Words of letters: the sentences of core's letter templates, formal, objective and respectful. What is quoted is quoted as it stands.
 *
 * 1. zh sets no gap around numbers, as letters and forms are written; amounts, dates and figures are those of the facts.
 * 2. `{exhibits:exhibits}` closes each sentence that rests on exhibits: （证据1、3） (guide step 3, A2).
 * 3. `them` is how the letter calls the other side: 贵方 in a letter to them, 被投诉人, 商家 or 被告 in a paper about them.
 * 4. No article of law except in `letter.basis.law`, no word on legality, no request to go on (A7): one set of words serves every category.
 */
import type { Wording } from "../word.ts";

export const letters = {
  "letter.order.paid": [
    "本人于{paidAt:moment}支付{amountFen:yuan}元[?item 购买“{item}”][?orderNo ，订单号{orderNo}]，收款方为“{payee}”[?transaction ，支付单号{transaction}]{exhibits:exhibits}。",
    "On {paidAt:moment} I paid {amountFen:yuan} yuan[?item  for “{item}”][?orderNo , order number {orderNo}], to “{payee}”[?transaction , payment number {transaction}]{exhibits:exhibits}.",
  ],
  "letter.order.charged": [
    "本人账单显示，{paidAt:moment}向“{payee}”支付{amountFen:yuan}元[?item ，账单所列名目为“{item}”][?transaction ，支付单号{transaction}]{exhibits:exhibits}。",
    "My bill shows a payment of {amountFen:yuan} yuan to “{payee}” on {paidAt:moment}[?item , listed as “{item}”][?transaction , payment number {transaction}]{exhibits:exhibits}.",
  ],
  "letter.order.placed": [
    "本人于{orderedAt:moment}下单[?item 购买“{item}”][?orderNo ，订单号{orderNo}]，订单金额{amountFen:yuan}元{exhibits:exhibits}。",
    "On {orderedAt:moment} I placed an order[?item  for “{item}”][?orderNo , order number {orderNo}], for {amountFen:yuan} yuan{exhibits:exhibits}.",
  ],
  "letter.order.promise": [
    "[?shownAtOrder=yes 下单时，]{them:letter.phrase.them}承诺：“{quote}”[?shownAtOrder=no （该内容为下单后截取）][?shownAtOrder=unknown （该内容截取于下单前或下单后，尚不确定）]{exhibits:exhibits}。",
    "{them:letter.phrase.They} promised[?shownAtOrder=yes , at the order]: “{quote}”[?shownAtOrder=no  (captured after the order)][?shownAtOrder=unknown  (whether captured before or after the order is not certain)]{exhibits:exhibits}.",
  ],

  "letter.problem.not_started_until": [
    "自{orderedAt:moment}下单起，截至{lastAt:moment}（下单后{hours}小时{minutes}分），{counter:letter.phrase.counter}为{value}，[?baseline 与下单前的{baseline}相比，]{growth:change}，未超过自然波动的判定线{line}，服务尚未启动[?sourceFile （截图“{sourceFile}”）]{exhibits:exhibits}。",
    "From the order on {orderedAt:moment} until {lastAt:moment} ({hours} h {minutes} min after it) {counter:letter.phrase.counter} stood at {value}[?baseline , against {baseline} before the order], {growth:change}, not above the line of {line} for natural movement; the service had not started[?sourceFile  (screenshot “{sourceFile}”)]{exhibits:exhibits}.",
  ],
  "letter.problem.started_later": [
    "{firstAt:moment}（{orderedAt:moment}下单后{hours}小时{minutes}分），{counter:letter.phrase.counter}首次超过自然波动的判定线{line}，为{value}，[?baseline 与下单前的{baseline}相比，]{growth:change}[?sourceFile （截图“{sourceFile}”）]{exhibits:exhibits}。",
    "On {firstAt:moment} ({hours} h {minutes} min after the order of {orderedAt:moment}) {counter:letter.phrase.counter} first rose above the line of {line} for natural movement: {value}[?baseline , against {baseline} before the order], {growth:change}[?sourceFile  (screenshot “{sourceFile}”)]{exhibits:exhibits}.",
  ],
  "letter.problem.progress": [
    "截至{newestAt:moment}，{counter:letter.phrase.counter}为{value}，[?baseline 与下单前的{baseline}相比，]{gained:change}；约定数量为{quantity}，完成{progressRatio:percent}[?sourceFile （截图“{sourceFile}”）]{exhibits:exhibits}。",
    "As of {newestAt:moment} {counter:letter.phrase.counter} stood at {value}[?baseline , against {baseline} before the order], {gained:change}; {quantity} were agreed, {progressRatio:percent} was done[?sourceFile  (screenshot “{sourceFile}”)]{exhibits:exhibits}.",
  ],
  "letter.problem.drop": [
    "{fromAt:moment}至{toAt:moment}（{hours}小时{minutes}分），{counter:letter.phrase.counter}由{fromValue}降至{toValue}，减少{lost}，占已增加数量的{ofGainRatio:percent}、占当时总数的{ofTotalRatio:percent}[?sourceFile （截图“{sourceFile}”）]{exhibits:exhibits}。",
    "From {fromAt:moment} to {toAt:moment} ({hours} h {minutes} min) {counter:letter.phrase.counter} fell from {fromValue} to {toValue}, a loss of {lost}: {ofGainRatio:percent} of what had been gained, {ofTotalRatio:percent} of the total at that time[?sourceFile  (screenshot “{sourceFile}”)]{exhibits:exhibits}.",
  ],
  "letter.problem.newest": [
    "[?peak 其间最高为{peak}（{peakAt:moment}）；]{counter:letter.phrase.counter}最近一次读数为{value}（{newestAt:moment}）[?gained ，与下单前相比{gained:change}][?sourceFile （截图“{sourceFile}”）]{exhibits:exhibits}。",
    "[?peak The highest reading was {peak} ({peakAt:moment}). ]The newest reading of {counter:letter.phrase.counter} is {value} ({newestAt:moment})[?gained , {gained:change} against the time before the order][?sourceFile  (screenshot “{sourceFile}”)]{exhibits:exhibits}.",
  ],
  "letter.problem.received": [
    "本人已使用或得到的部分：[?unitsTotal 共购买{unitsTotal}份；][?unitsUsed 已使用{unitsUsed}份；][?giftUnits 另有赠送{giftUnits}份；][?giftUsed 赠送部分已使用{giftUsed}份；][?valueFen 已得到的价值为{valueFen:yuan}元；]以上如实列出{exhibits:exhibits}。",
    "What I have used or received: [?unitsTotal {unitsTotal} units bought; ][?unitsUsed {unitsUsed} used; ][?giftUnits {giftUnits} given on top; ][?giftUsed {giftUsed} of those used; ][?valueFen value received {valueFen:yuan} yuan; ]stated as it is{exhibits:exhibits}.",
  ],
  "letter.problem.sample": [
    "[?rule 抽样方法：“{rule}”；]抽样{n}人，{suspicious}人同时具有两项以上异常特征（无头像{noAvatar}人，无作品{noPosts}人，关注多而粉丝少{massFollow}人，注册时间集中{burst}人），计入抽样误差，该比例在{lowRatio:percent}至{highRatio:percent}之间{exhibits:exhibits}。",
    "[?rule Sampled as follows: “{rule}”. ]Of {n} accounts sampled, {suspicious} show two or more unusual features (no avatar {noAvatar}, no posts {noPosts}, many follows with few followers {massFollow}, registered together {burst}); allowing for sampling error the share lies between {lowRatio:percent} and {highRatio:percent}{exhibits:exhibits}.",
  ],
  "letter.problem.incident": [
    "[?happenedAt {happenedAt:moment}，][?happenedOn {happenedOn:date}，]{what:letter.phrase.incident}[?quote ：“{quote}”]{exhibits:exhibits}。",
    "{what:letter.phrase.incident}[?happenedAt , on {happenedAt:moment}][?happenedOn , on {happenedOn:date}][?quote : “{quote}”]{exhibits:exhibits}.",
  ],
  "letter.problem.renewal_no_notice": [
    "{paidAt:moment}，“{payee}”自动续费扣款{amountFen:yuan}元；扣款之前，本人未收到醒目的续费提醒{exhibits:exhibits}。",
    "On {paidAt:moment} “{payee}” charged {amountFen:yuan} yuan as an automatic renewal; I had received no clear notice before the charge{exhibits:exhibits}.",
  ],
  "letter.problem.duplicate": [
    "{firstAt:moment}至{lastAt:moment}，同一订单有{count}笔付款，每笔{amountFen:yuan}元，合计{totalFen:yuan}元{exhibits:exhibits}。",
    "Between {firstAt:moment} and {lastAt:moment} the same order was paid {count} times, {amountFen:yuan} yuan each, {totalFen:yuan} yuan in all{exhibits:exhibits}.",
  ],
  "letter.problem.account_state": [
    "下单之后，[?happenedAt 自{happenedAt:moment}起，][?happenedOn 自{happenedOn:date}起，]本人账号出现限流、封禁或者扣分的情况{exhibits:exhibits}。",
    "After the order[?happenedAt , from {happenedAt:moment} on][?happenedOn , from {happenedOn:date} on], my account was limited, blocked or marked down{exhibits:exhibits}.",
  ],
  "letter.problem.ground": [
    "[?happenedAt {happenedAt:moment}，][?happenedOn {happenedOn:date}，]{kind:letter.phrase.ground}{exhibits:exhibits}。",
    "{kind:letter.phrase.ground}[?happenedAt  ({happenedAt:moment})][?happenedOn  ({happenedOn:date})]{exhibits:exhibits}.",
  ],
  "letter.problem.clause_state": [
    "以上情况与{them:letter.phrase.them}《{document}》{article}所写的情形一致{exhibits:exhibits}。",
    "This is the situation that {them:letter.phrase.their} “{document}”, {article}, describes{exhibits:exhibits}.",
  ],
  "letter.problem.asked_support": [
    "[?askedAt 本人于{askedAt:moment}联系{them:letter.phrase.them}后，]{them:letter.phrase.them}[?sender “{sender}”][?staffNo （工号{staffNo}）]于{repliedAt:moment}通过{medium:letter.phrase.medium}答复[?quote ：“{quote}”]{exhibits:exhibits}。",
    "[?askedAt I contacted {them:letter.phrase.them} on {askedAt:moment}. ]On {repliedAt:moment} the answer by {medium:letter.phrase.medium}[?sender  from “{sender}”][?staffNo  (staff number {staffNo})] was[?quote : “{quote}”]{exhibits:exhibits}.",
  ],
  "letter.problem.no_reply": [
    "本人于{askedAt:moment}通过{medium:letter.phrase.medium}联系{them:letter.phrase.them}[?quote ：“{quote}”]，至今未收到答复{exhibits:exhibits}。",
    "On {askedAt:moment} I wrote to {them:letter.phrase.them} by {medium:letter.phrase.medium}[?quote : “{quote}”]; so far there has been no answer{exhibits:exhibits}.",
  ],
  "letter.problem.unreachable": [
    "{firstAt:moment}至{lastAt:moment}，本人在{dates}个不同日期通过{media:letter.phrase.medium}联系{them:letter.phrase.them}{count}次，截至{lastAt:moment}未获答复{exhibits:exhibits}。",
    "Between {firstAt:moment} and {lastAt:moment} I tried to reach {them:letter.phrase.them} {count} times, on {dates} different days, by {media:letter.phrase.medium}; as of {lastAt:moment} there was no answer{exhibits:exhibits}.",
  ],

  "letter.evidence.list": ["随附材料：{names:numbered}。", "Enclosed: {names:numbered}."],
  "letter.basis.clause": [
    "{them:letter.phrase.them}《{document}》{article}规定：“{quote}”[?capturedAt （截取于{capturedAt:moment}）][?capturedOn （截取于{capturedOn:date}）][?shownAtOrder=unknown （为现行版本，下单时是否相同未知）][?shownAtOrder=no （下单时的版本与此不同）]{exhibits:exhibits}。",
    "{them:letter.phrase.Their} “{document}”, {article}, reads: “{quote}”[?capturedAt  (captured {capturedAt:moment})][?capturedOn  (captured {capturedOn:date})][?shownAtOrder=unknown  (the present version; whether it read the same at the order is not known)][?shownAtOrder=no  (the version at the order was different)]{exhibits:exhibits}.",
  ],
  "letter.basis.law": ["《{law}》{article}规定：“{text}”", "{law}, {article}, reads: “{text}”"],

  "letter.demand.refunded_already": [
    "{them:letter.phrase.them}已退回{refundedFen:yuan}元（共{count}笔）{exhibits:exhibits}。",
    "{them:letter.phrase.They} refunded {refundedFen:yuan} yuan so far, in {count} {count|payment|payments}{exhibits:exhibits}.",
  ],
  "letter.demand.full": [
    "现申请全额退款：请退还{claimFen:yuan}元至原支付账户{exhibits:exhibits}。",
    "I ask for a full refund: please return {claimFen:yuan} yuan to the account from which it was paid{exhibits:exhibits}.",
  ],
  "letter.demand.partial": [
    "本人已付{paidFen:yuan}元，减去已退回的{refundedFen:yuan}元，再减去已得到的价值{receivedFen:yuan}元，余额为{claimFen:yuan}元；现申请部分退款，请退还{claimFen:yuan}元至原支付账户{exhibits:exhibits}。",
    "{paidFen:yuan} yuan paid, less {refundedFen:yuan} yuan refunded, less {receivedFen:yuan} yuan of value received, leaves {claimFen:yuan} yuan; I ask for a partial refund: please return {claimFen:yuan} yuan to the account from which it was paid{exhibits:exhibits}.",
  ],
  "letter.demand.either": [
    "已付{paidFen:yuan}元，已退回{refundedFen:yuan}元；不扣除已得到的部分为{highFen:yuan}元，扣除已得到的部分为{lowFen:yuan}元{exhibits:exhibits}。",
    "{paidFen:yuan} yuan paid, {refundedFen:yuan} yuan refunded; {highFen:yuan} yuan without, {lowFen:yuan} yuan with a deduction for what was received{exhibits:exhibits}.",
  ],
  "letter.demand.answer_by": [
    "请于[?answerAt {answerAt:moment}][?answerOn {answerOn:date}]前告知退或不退；如不退，请写明所依据的条款名称和编号。",
    "Please say by [?answerAt {answerAt:moment}][?answerOn {answerOn:date}] whether you will refund; if not, please name the term and its number on which you rely.",
  ],
} as const satisfies Record<string, Wording>;
