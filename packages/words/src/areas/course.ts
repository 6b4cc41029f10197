/**
 * Words of the course of a case: rounds, turns, the next step, clocks, notices, the four questions, stored trouble, refusals.
 */
import type { Wording } from "../word.ts";

export const course = {
  "round.prepare": ["准备", "Prepare"],
  "round.apply": ["申请退款", "Ask for the refund"],
  "round.first": ["第一次催办", "First reminder"],
  "round.second": ["第二次催办", "Second reminder"],
  "round.third": ["请第三方处理", "Ask a third party"],
  "round.settle": ["核对到账", "Check the refund"],
  "turn.mine": ["该我了", "My move"],
  "turn.theirs": ["等对方", "Waiting for them"],
  "turn.authority": ["等处理机关", "Waiting for the authority"],
  "turn.none": ["已结束", "Closed"],

  "ui.next": ["下一步", "Next step"],
  "next.create": ["新建案件", "Start a case"],
  "next.lawyer_first": [
    "先别发、别投诉、别举报。先问律师。",
    "Do not send, complain or report yet. Ask a lawyer first.",
  ],
  "next.police_first": ["先停一下：这可能是刷单骗局，先看说明", "Stop first: this may be a task scam. Read the notice"],
  "next.guardian": ["请家长或监护人来办，先登记", "A parent or guardian must act: enter them first"],
  "next.situation": ["先回答一个问题：这是给谁刷的？", "First one question: whose account was it for?"],
  "next.closed": ["这件事已结束", "This case is closed"],
  "next.wait_authority": [
    "等处理机关答复[?due ，到 {due:moment}]",
    "Wait for the authority’s answer[?due , until {due:moment}]",
  ],
  "next.wait_reply": ["等对方答复[?due ，到 {due:moment}]", "Wait for their answer[?due , until {due:moment}]"],
  "next.add_bill": ["先放进支付账单", "Add your payment bill first"],
  "next.find_clause": ["找一条能用的对方规则，截图放进来", "Find a rule of theirs that fits, and capture it"],
  "next.look_at_table": ["看一下材料对照表还差什么", "See what the proof table still lacks"],
  "next.write_application": ["写退款申请", "Write the refund request"],
  "next.finish_application": ["看一遍退款申请，发出去后告诉我", "Read the refund request, send it, then say so here"],
  "next.reminder1": [
    "[?basis=person 您设的时间到了，][?basis=captured 对方公布的时间已过，][?remainingFen 还差 {remainingFen:yuan} 元，]发第一次催办",
    "[?basis=person Your waiting time is over: ][?basis=captured Their published time has passed: ][?remainingFen {remainingFen:yuan} yuan are still missing: ]send the first reminder",
  ],
  "next.reminder2": [
    "[?basis=person 您设的时间到了，][?basis=captured 对方公布的时间已过，][?remainingFen 还差 {remainingFen:yuan} 元，]发第二次催办",
    "[?basis=person Your waiting time is over: ][?basis=captured Their published time has passed: ][?remainingFen {remainingFen:yuan} yuan are still missing: ]send the second reminder",
  ],
  "next.third": [
    "[?basis=person 您设的时间到了，][?basis=captured 对方公布的时间已过，][?basis=law 法定时间已过，][?remainingFen 还差 {remainingFen:yuan} 元，]看看下一个渠道：{channel:channel}",
    "[?basis=person Your waiting time is over: ][?basis=captured Their published time has passed: ][?basis=law The legal time has passed: ][?remainingFen {remainingFen:yuan} yuan are still missing: ]look at the next channel: {channel:channel}",
  ],
  "next.choose_door": [
    "[?basis=law 法定时间已过，][?remainingFen 还差 {remainingFen:yuan} 元，]选接下来去哪里，或者到此为止",
    "[?basis=law The legal time has passed: ][?remainingFen {remainingFen:yuan} yuan are still missing: ]choose where to go next, or stop here",
  ],
  "next.prepare_filing": ["把{channel:channel}要的材料补齐", "Complete what is needed for: {channel:channel}"],
  "next.hand_in": [
    "材料齐了，自己去提交：{channel:channel}，交了以后告诉我",
    "All is there: file it yourself ({channel:channel}), then say so here",
  ],
  "next.other_entry": ["对方没有开通退款入口，换一种方式提出", "They offer no entry for refunds: ask another way"],
  "next.check_refund": [
    "导入新账单，核对到账[?remainingFen （还差 {remainingFen:yuan} 元）]",
    "Import a new bill and check the refund[?remainingFen  ({remainingFen:yuan} yuan still missing)]",
  ],
  "next.close_case": [
    "看到 {receivedFen:yuan} 元到账了，可以结束这件事",
    "{receivedFen:yuan} yuan have come back: close the case and look back",
  ],
  "next.answer_offer": [
    "对方提出方案[?amountFen ：{amountFen:yuan} 元]，看清楚再答复[?due ，到 {due:moment}]",
    "They made an offer[?amountFen : {amountFen:yuan} yuan]; look closely, then answer[?due , until {due:moment}]",
  ],
  "next.money_before_withdrawal": [
    "先到账，再撤回：看清楚对方的方案",
    "Money first, withdrawal after: look closely at their offer",
  ],
  "next.stop_paying": ["先停下，不要再付钱", "Stop. Do not pay again"],
  "next.weigh_stop": ["先算一算值不值：到此为止也可以", "Weigh it first: stopping here is fine too"],

  "clock.person": ["您设的时间", "Your own period"],
  "clock.captured": ["对方公布的时间", "Their published period"],
  "clock.law": ["法定期限", "Legal deadline"],
  "clock.over.person": ["您设的时间到了", "Your waiting time is over"],
  "clock.over.captured": ["对方公布的时间已过", "Their published time has passed"],
  "clock.over.law": ["法定时间已过", "The legal time has passed"],
  "clock.provisional": ["暂估", "Provisional"],
  "clock.rule.demand-period": ["您设的答复时间", "The time you set for an answer"],
  "clock.rule.published-period": ["对方公布的答复时间", "The time they publish for an answer"],
  "clock.owner.mine": ["您要做的", "For you to do"],
  "clock.owner.theirs": ["对方要做的", "For them to do"],
  "clock.owner.authority": ["处理机关要做的", "For the authority to do"],
  "clock.owner.record": ["材料保存期", "How long records are kept"],
  "clock.left.days": ["剩 {n} 天", "{n} {n|day|days} left"],
  "clock.left.hours": ["剩 {n} 小时", "{n} h left"],
  "clock.left.minutes": ["剩 {n} 分钟", "{n} min left"],

  "L1.void": ["购买刷量服务的合同可能被认定无效。", "A contract for fake engagement may be held void."],
  "L1.may_refuse": ["对方和处理机关都可能不同意退款。", "The other side and the authorities may both refuse a refund."],
  "L1.both_fault": [
    "双方都可能被认为有过错，能退多少说不准。",
    "Both sides may be held at fault; how much comes back cannot be said.",
  ],
  "L1.discloses": [
    "投诉、举报或起诉会说出您自己买了刷量。",
    "A complaint, report or suit discloses your own purchase.",
  ],
  "L1.account": ["您的账号可能被平台处理。", "Your account may be sanctioned by its platform."],
  "L3.ask": [
    "这是生活消费还是经营用？经营用的不一定适用消费者保护规则。",
    "Was it for daily life or for business? Consumer rules may not cover business purchases.",
  ],
  "L3.business": [
    "经营用的购买不一定适用消费者保护规则，12315 可能不受理。",
    "Consumer rules may not cover a business purchase; 12315 may not accept it.",
  ],
  "L6.ask": [
    "先说一下：这是给自己的账号、给店铺或生意，还是您在替别人做？",
    "First: was it for your own account, for a shop or business, or did you work for it?",
  ],
  "L6.business": [
    "先别发、别投诉、别举报。先问律师。不要删材料，也不要编材料。",
    "Do not send, complain or report yet. Ask a lawyer first. Delete nothing and make nothing up.",
  ],
  "L6.worked": [
    "这可能是刷单骗局。先停一下，保护好钱：联系支付机构，必要时报警。",
    "This may be a task scam. Stop and protect your money: contact the payment provider and, if needed, the police.",
  ],
  "L7.small": [
    "金额是 {claimFen:yuan} 元。到此为止也是一个可以选的办法，和继续一样好。",
    "The amount is {claimFen:yuan} yuan. Stopping here is a choice of equal rank.",
  ],
  "L7.unidentified": [
    "还查不到对方是谁。12315 和法院都需要知道对方是谁；到此为止也是可以选的办法。",
    "It is not known who they are. 12315 and a court both need that; stopping here is a choice of equal rank.",
  ],
  "G5.minor": [
    "付款时 {age} 岁：要由家长或监护人来办，发出去之前先登记。",
    "Age {age} at payment: a parent or guardian must act before anything is sent.",
  ],
  "notice.title": ["先看这个", "Read this first"],

  "L10.q.in_time": ["还来得及吗", "Still in time?"],
  "L10.q.how_much": ["能要回多少", "How much can come back?"],
  "L10.q.cost": ["要不要花钱", "Does it cost money?"],
  "L10.q.who_knows": ["会不会让别人知道", "Will others know?"],
  "L10.in_time.one_passed": [
    "有一个期限 {due:date} 已过，先看它影响什么",
    "One deadline passed on {due:date}; see what it affects",
  ],
  "L10.in_time.until": ["最近的期限是 {due:date}，还没到", "The nearest deadline is {due:date}; it has not passed"],
  "L10.in_time.records_until": [
    "说不准，要看哪天知道的；交易记录至少保存到 {due:date}",
    "Cannot say: it depends on when you knew. The records must be kept at least until {due:date}",
  ],
  "L10.in_time.unknown": ["说不准，先填下单时间", "Cannot say; enter the order time first"],
  "L10.how_much.up_to": [
    "最多 {claimFen:yuan} 元（付 {paidFen:yuan}，已退 {refundedFen:yuan}），对方不一定同意",
    "At most {claimFen:yuan} yuan (paid {paidFen:yuan}, refunded {refundedFen:yuan}); they may not agree",
  ],
  "L10.how_much.either": [
    "{lowFen:yuan} 或 {highFen:yuan} 元，看已得到的算多少",
    "{lowFen:yuan} or {highFen:yuan} yuan, depending on what was received",
  ],
  "L10.how_much.unknown": ["说不准，先填订单金额", "Cannot say; enter the amount first"],
  "L10.cost.free_first": [
    "向对方申请和 12315 调解不收费；起诉才有诉讼费",
    "Asking them and 12315 mediation are free; only a suit has a fee",
  ],
  "L10.who.engagement": [
    "向对方申请只有对方知道；投诉、举报、起诉会说出您买了刷量",
    "Only they know of a request; a complaint, report or suit discloses the purchase",
  ],
  "L10.who.respondent": [
    "申请只有对方知道；投诉时处理机关也会知道",
    "Only they know of a request; in a complaint the authority knows too",
  ],

  "data.foreign": [
    "有一条新版本的记录（{kind:screen.kind}），这个版本看不懂，已原样保留",
    "A record of a newer version ({kind:screen.kind}) is kept as it is; this version cannot read it",
  ],
  "data.quarantine": [
    "有一条记录坏了（{kind:screen.kind}），已原样保留，没有用它",
    "A record is damaged ({kind:screen.kind}); it is kept as it is and not used",
  ],
  "data.conflict": ["两边改了同一处，请选留哪一个", "The same place was changed twice; please choose which to keep"],

  "error.unknown_command": ["没有“{command}”这个命令", "There is no command “{command}”"],
  "error.bad_data": ["{command} 的内容不对：{path} {reason}", "{command}: {path} {reason}"],
  "error.not_allowed": ["您在这个案件里只能看", "You can only view this case"],
  "error.unknown_record": ["找不到 {ref}", "{ref} was not found"],
  "error.removed_record": ["{ref} 已被移除，先恢复它", "{ref} was removed; restore it first"],
  "error.exists": ["{ref} 已经有了", "{ref} is already there"],
  "error.in_future": [
    "{at:moment} 还没到，只能记已经发生的事",
    "{at:moment} has not come yet; only what has happened can be recorded",
  ],
  "error.not_ready": [
    "还不能标为已发送，先处理这几处：{problems:list}",
    "Not ready to be marked as sent; first deal with: {problems:list}",
  ],
  "error.immutable": ["{ref} 已经发出，不能改", "{ref} was sent and cannot be changed"],
} as const satisfies Record<string, Wording>;
