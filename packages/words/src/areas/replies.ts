/**
 * Words of replies and offers: how a reply counts, where an offer stands, what taking it gives up (X5, X11).
 *
 * 1. What is given up is said, and in which order to do things; whether to take it is the person's to decide (L4).
 */
import type { Wording } from "../word.ts";

export const replies = {
  "replyAs.agreed": ["同意退款", "They agree"],
  "replyAs.refused": ["不退", "They refuse"],
  "replyAs.vague": ["没给准话", "No clear answer"],
  "replyAs.silent": ["没有回应", "No response"],
  "replyAs.offer": ["提出方案", "An offer"],
  "replyAs.danger": ["要先交钱，或者要验证码", "Asks for money or a code first"],

  "offerStatus.open": ["还没答复", "Not answered yet"],
  "offerStatus.accepted": ["已接受", "Accepted"],
  "offerStatus.refused": ["没接受", "Not accepted"],
  "offerStatus.countered": ["另提了数额", "Countered"],
  "offerStatus.expired": ["已过期", "Lapsed"],
  "offerAsks.nothing": ["没有条件", "No condition"],
  "offerAsks.withdraw": ["要撤回投诉或起诉", "Withdraw the complaint or suit"],
  "offerAsks.waiver": ["要保证不再追究", "Waive everything else"],
  "offerAsks.take_down": ["要删掉发过的内容", "Take down what was posted"],
  "offerAsks.praise": ["要写好评", "Write a good review"],
  "offerAsks.other": ["其他条件", "Another condition"],

  "X11.rest": [
    "接受了，其余的 {restFen:yuan} 元一般就不能再要（您算的是 {claimFen:yuan} 元，方案是 {amountFen:yuan} 元）。",
    "Taking it usually ends the claim to the other {restFen:yuan} yuan (by your sum {claimFen:yuan}, offered {amountFen:yuan}).",
  ],
  "X11.rest_either": [
    "您的金额还没选定：接受 {amountFen:yuan} 元，会少 {lowFen:yuan} 到 {highFen:yuan} 元。先选好金额再比。",
    "Your amount is not chosen yet: taking {amountFen:yuan} yuan leaves {lowFen:yuan} to {highFen:yuan} behind. Choose it first, then compare.",
  ],
  "X11.amount_open": [
    "方案里没有写退多少。先问清楚金额、时间和退回哪个账户。",
    "The offer names no amount. First ask how much, when and to which account.",
  ],
  "X11.credit": [
    "退到平台余额不是退钱，不一定取得出来。可以要求退回原支付账户。",
    "A balance at the platform is not money and may not be withdrawable. You may ask for the paying account instead.",
  ],
  "X11.redo": [
    "接受重新提供，就是暂时不退款。要写清楚补什么、到哪天、没做到怎么退。",
    "Taking a redo means no refund for now. Have it in writing: what, by when, and the refund if it fails.",
  ],
  "X11.redo_engagement": [
    "刷量订单不要接受补单、补量：会再来一次同样的风险，也会让退款更难说。",
    "Do not take more engagement instead of money: the same risk comes again, and a refund gets harder to ask for.",
  ],
  "X11.money_before_withdrawal": [
    "先到账，再撤回。撤回就等于调解结束，钱没到就没有人再催了。",
    "First the money, then the withdrawal. A withdrawal ends the mediation, and nobody will press on if the money does not come.",
  ],
  "X11.ask_for_paper": [
    "在 12315 谈成的，请调解人员写成调解书，双方盖章签字，各拿一份。",
    "If it is agreed at 12315, ask for the mediation paper, signed by both sides, one copy each.",
  ],
  "X11.waiver": [
    "签了“不再追究”，这一单一般就不能再要钱，也不能再投诉。",
    "Signing “no further claims” usually ends both money claims and complaints about this order.",
  ],
  "X11.waiver_scope": [
    "要签，就写清楚：只限这一单、退多少、哪天到账、退回哪个账户；到账以后再签。不写与事实不符的话。",
    "If you sign: this order only, how much, by which day, to which account; and sign after the money is there. Write nothing untrue.",
  ],
  "X11.take_down": [
    "先到账，再删。删之前自己留好截图和网址。",
    "First the money, then the deletion. Keep screenshots and addresses before you delete.",
  ],
  "X11.praise": [
    "不写与事实不符的好评。可以只答应不再发新的内容。",
    "Do not write praise that is not true. You can offer to post nothing more instead.",
  ],
  "X11.condition": [
    "他们的条件是“{condition}”。做不到的、与事实不符的，不要答应。",
    "Their condition is “{condition}”. Agree to nothing you cannot do or that is not true.",
  ],
  "X11.settling_ends_mediation": [
    "双方自己谈好，12315 的调解也就结束了。到账以后再去说谈好了。",
    "A settlement among yourselves ends the 12315 mediation. Tell them after the money is there.",
  ],
  "X11.not_twice": [
    "同一件事 12315 基本只受理一次，结束以后再投一般不受理。",
    "12315 takes the same matter once; after it ended, a second complaint is usually refused.",
  ],
  "X11.expires": ["这个方案到 {expiresAt:moment} 为止。", "The offer stands until {expiresAt:moment}."],
  "X11.lapsed": [
    "这个方案到 {expiresAt:moment} 已经过期。还想接受，先问对方还算不算数。",
    "The offer lapsed on {expiresAt:moment}. To take it, first ask whether it still stands.",
  ],
  "X11.not_money_yet": [
    "接受不等于到账。看到账单里的钱，才算退了。",
    "Taking it is not the money. It is back when your bill shows it.",
  ],

  "error.answered": ["这个方案已经答复过了（{as:offerStatus}）", "This offer was answered already ({as:offerStatus})"],
  "error.lapsed": [
    "这个方案到 {at:moment} 已经过期，先问对方还算不算数",
    "The offer lapsed on {at:moment}; first ask whether it still stands",
  ],
} as const satisfies Record<string, Wording>;
