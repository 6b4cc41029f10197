/**
 * Words of deadlines: what each is called, what happens when its time is over, and the neutral titles of calendar files (K4, K7, P3).
 *
 * 1. A title says what is waited for, a consequence what follows by itself; neither says what somebody else will do.
 * 2. `ics.*` names nobody, no amount, no authority and no dispute: others may read a calendar.
 */
import type { Wording } from "../word.ts";

export const deadlines = {
  "clock.rule.samr-accept": ["市场监管部门告知受不受理", "The regulator says whether it accepts"],
  "clock.rule.samr-mediation": ["调解的期限", "Time for mediation"],
  "clock.rule.samr-mediation-old": ["调解的期限（旧规）", "Time for mediation (old rule)"],
  "clock.rule.samr-terminate-notice": ["告知调解终止", "Notice that mediation ended"],
  "clock.rule.samr-clue": ["核查线索", "Check of a clue"],
  "clock.rule.samr-complaint-limit": ["可以投诉到 12315 的最后一天", "Last day for a 12315 complaint"],
  "clock.rule.limitation": ["诉讼时效", "Limitation of the claim"],
  "clock.rule.rescind-fraud": ["因受误导请求撤销", "Rescission because of deception"],
  "clock.rule.rescind-mistake": ["因弄错请求撤销", "Rescission because of a mistake"],
  "clock.rule.terminate-right": ["解除合同的权利", "Right to terminate"],
  "clock.rule.minor-ratify": ["家长或监护人表态", "The guardian’s word"],
  "clock.rule.prepaid-7d": ["七日内要回预付款", "Prepaid money back within seven days"],
  "clock.rule.goods-7d": ["七日无理由退货", "Return of goods within seven days"],
  "clock.rule.rules-notice": ["新规则最早实施的日子", "Earliest day of the new rules"],
  "clock.rule.closing-notice": ["最早停业的日子", "Earliest day of closing"],
  "clock.rule.records-keep": ["平台的交易记录至少保存到", "The platform keeps its records at least until"],
  "clock.rule.payment-records": ["支付机构提供这笔记录到", "The payment service provides the record until"],
  "clock.rule.court-docket": ["法院答复立不立案", "The court says whether it takes the case"],
  "clock.rule.small-claims-evidence": [
    "小额诉讼交证据（以法院定的为准）",
    "Evidence in small claims (as the court sets it)",
  ],
  "clock.rule.court-period": ["法院定的日期", "The date the court set"],
  "clock.rule.small-claims-end": ["小额诉讼审完", "End of the small-claims procedure"],
  "clock.rule.summary-end": ["简易程序审完", "End of the summary procedure"],
  "clock.rule.presuit-preservation": ["先保全以后去起诉", "Claim after preservation"],
  "clock.rule.promise": ["对方答应的时间", "The time they promised"],
  "clock.rule.offer-expiry": ["方案的有效时间", "The time an offer stands"],
  "clock.rule.entry-check": ["再看一次退款入口", "Look again for a refund entry"],

  "clock.promise": ["对方答应的时间", "The time they promised"],
  "clock.over.promise": ["对方答应的时间已过", "The time they promised has passed"],
  "clock.offer-expiry": ["方案的有效时间", "The time an offer stands"],
  "clock.over.offer-expiry": ["方案的时间已过", "The offer’s time has passed"],
  "clock.entry-check": ["您定的再看一次的日子", "Your day to look again"],
  "clock.over.entry-check": ["可以再看一次入口了", "Time to look for the entry again"],
  "clock.court-period": ["法院定的日期", "The court’s date"],
  "clock.over.court-period": ["法院定的日期已过", "The court’s date has passed"],
  "clock.latest": ["最晚到 {due:moment}", "{due:moment} at the latest"],
  "clock.longstop": ["最长到 {due:moment}，不再延长", "Until {due:moment} at most; nothing moves it"],
  "clock.restarted": ["从 {at:moment} 起重新计算", "Counted anew from {at:moment}"],
  "clock.paused": ["鉴定、检测期间不计，先停着", "Standing still: time of testing is not counted"],
  "clock.indicative": ["一般是这样，以法院定的为准", "As is usual; the court sets it"],

  "consequence.samr-accept": [
    "到时候还没有告知的，可以打电话去问。没有回音不等于不受理。",
    "If nothing was said by then, you may call and ask. No word is not a refusal.",
  ],
  "consequence.samr-mediation": [
    "到时候谈不成，调解就终止；之后还可以起诉。",
    "Without an agreement by then mediation ends; a court claim is still open.",
  ],
  "consequence.samr-mediation-old": [
    "按旧规，到时候谈不成，调解就终止；之后还可以起诉。",
    "By the old rule mediation ends without an agreement by then; a court claim is still open.",
  ],
  "consequence.samr-terminate-notice": [
    "到时候还没有收到告知的，可以打电话去问结果。",
    "If no notice came by then, you may call and ask for the result.",
  ],
  "consequence.samr-clue": [
    "这是机关自己核查的时间，退款的事照常进行。",
    "This is the authority’s own time to check; the refund goes on as before.",
  ],
  "consequence.samr-complaint-limit": [
    "过了这一天，12315 不再受理这件事；发过催办也不会延长。",
    "After this day 12315 no longer accepts the matter; reminders do not make it longer.",
  ],
  "consequence.limitation": [
    "过了这一天，对方可以说已经过了时效，法院可能不支持。送达的催办、对方同意退款、起诉，都会让时间重新计算。",
    "After this day they may say it is too late, and a court may agree. A delivered demand, their yes, or a claim starts the time anew.",
  ],
  "consequence.rescind-fraud": [
    "过了这一天，因受误导而撤销的权利就没有了。催办不会延长；撤销要请法院或者仲裁机构来做。",
    "After this day the right to rescind for deception is gone. Reminders do not make it longer; only a court or arbitrator can rescind.",
  ],
  "consequence.rescind-mistake": [
    "过了这一天，因弄错而撤销的权利就没有了。催办不会延长；撤销要请法院或者仲裁机构来做。",
    "After this day the right to rescind for a mistake is gone. Reminders do not make it longer; only a court or arbitrator can rescind.",
  ],
  "consequence.terminate-right": [
    "过了这一天，解除合同的权利就没有了；催办不会延长。",
    "After this day the right to terminate is gone; reminders do not make it longer.",
  ],
  "consequence.minor-ratify": [
    "家长或监护人到时候没有表示的，视为不同意这笔付款。",
    "If the guardian has said nothing by then, the payment counts as not agreed to.",
  ],
  "consequence.prepaid-7d": [
    "过了这一天，不能再用七日内退回预付款这一条；其他理由不受影响。",
    "After this day the seven-day rule for prepaid money no longer helps; other reasons stay as they are.",
  ],
  "consequence.goods-7d": [
    "过了这一天，不能再用七日无理由退货；其他理由不受影响。",
    "After this day the seven-day return no longer helps; other reasons stay as they are.",
  ],
  "consequence.rules-notice": [
    "在这一天以前，改过的规则还不能实施。",
    "Before this day the changed rules do not apply yet.",
  ],
  "consequence.closing-notice": [
    "公告以后最早到这一天才能停业，要办的事请早办。",
    "They may not close before this day; do what is left in time.",
  ],
  "consequence.records-keep": [
    "过了这一天，平台可以不再保存这笔记录。请先导出来。",
    "After this day the platform need not keep the record. Export it before.",
  ],
  "consequence.payment-records": [
    "过了这一天，支付机构可以不再提供这笔记录。请先把账单导出来。",
    "After this day the payment service need not provide the record. Export the bill before.",
  ],
  "consequence.court-docket": [
    "到时候还没有消息的，可以去问法院的立案窗口。",
    "If there is no word by then, you may ask at the court’s filing window.",
  ],
  "consequence.small-claims-evidence": [
    "以法院定的日期为准；过了期限再交的材料，法院可能不采纳。",
    "The court’s own date counts; what comes later the court may leave aside.",
  ],
  "consequence.court-period": [
    "过了法院定的日期，法院可能当作没有交。当天交邮的不算过期。",
    "After the court’s date it may be treated as not handed in. Posted by then is in time.",
  ],
  "consequence.small-claims-end": [
    "到时候还没有结果的，可以问法院；可能是延长了，也可能改用了别的程序。",
    "If there is no result by then, you may ask the court; it may have been made longer or moved to another procedure.",
  ],
  "consequence.summary-end": [
    "到时候还没有结果的，可以问法院；可能是延长了。",
    "If there is no result by then, you may ask the court; it may have been made longer.",
  ],
  "consequence.presuit-preservation": [
    "过了这一天还没有起诉的，法院应当解除保全。",
    "Without a claim by this day the court lifts the preservation.",
  ],
  "consequence.demand-period": [
    "时间到了，由您决定下一步。没有答复不等于同意，也不等于不退。",
    "When it is over the next step is yours. No answer is neither a yes nor a no.",
  ],
  "consequence.published-period": [
    "对方自己公布的时间过了，可以在下一封里写明是哪一条。",
    "Once their own published time is over, the next letter may name the term.",
  ],
  "consequence.promise": [
    "对方答应的时间过了，可以在下一封里写明哪天答应、答应了什么。",
    "Once the time they promised is over, the next letter may say what was promised, and when.",
  ],
  "consequence.offer-expiry": [
    "过了这个时间，这个方案可能不再有效。",
    "After this time the offer may no longer stand.",
  ],
  "consequence.entry-check": [
    "再看一次退款入口开了没有；没有开，也可以用邮件或者电话。",
    "Look again whether the refund entry is open; e-mail or phone will do as well.",
  ],

  "ics.name": ["提醒", "Reminders"],
  "ics.title.mine": ["有一件事今天到期", "Something is due today"],
  "ics.title.theirs": ["看一看有没有答复", "See whether an answer came"],
  "ics.title.authority": ["看一看有没有结果", "See whether there is a result"],
  "ics.title.record": ["有一份记录请在今天以前存好", "Save a record by today"],
  "ics.note": ["内容在您存资料的那台设备上。", "The details are on the device that keeps your papers."],
  "ics.note.provisional": [
    "日期是暂估的，到时候再看一眼。内容在您存资料的那台设备上。",
    "The date is provisional: look again when it comes. The details are on the device that keeps your papers.",
  ],
} as const satisfies Record<string, Wording>;
