/**
 * Words of the settlement: what came back, what is missing, how it ended (S1–S4), and the answers to the four questions (L10).
 */
import type { Wording } from "../word.ts";

export const settle = {
  "S1.complete": [
    "都到账了：看到 {receivedFen:yuan} 元，应退 {expectedFen:yuan} 元。",
    "All there: {receivedFen:yuan} yuan seen, {expectedFen:yuan} expected.",
  ],
  "S1.partial": [
    "还差 {remainingFen:yuan} 元：应退 {expectedFen:yuan} 元，看到 {receivedFen:yuan} 元。",
    "{remainingFen:yuan} yuan missing: {expectedFen:yuan} expected, {receivedFen:yuan} seen.",
  ],
  "S1.nothing_yet": [
    "还没看到到账。应退 {expectedFen:yuan} 元。",
    "Nothing seen yet. Expected: {expectedFen:yuan} yuan.",
  ],
  "S1.expected_unknown": [
    "应退多少还没定下来；看到的有 {receivedFen:yuan} 元。",
    "What should come back is not settled yet; {receivedFen:yuan} yuan seen.",
  ],
  "S1.credit": [
    "有 {creditFen:yuan} 元退到了平台余额，不算退回来的钱。",
    "{creditFen:yuan} yuan went to a balance at the platform; that is not money back.",
  ],
  "S1.route_open": [
    "有 {amountFen:yuan} 元看不出是不是退回原支付账户，核对一下退到了哪里。",
    "For {amountFen:yuan} yuan it does not show whether it went to the paying account; check where it arrived.",
  ],
  "S1.fee": [
    "退款时被扣了 {feeFen:yuan} 元，看看有没有依据。",
    "{feeFen:yuan} yuan was kept back; see whether a rule allows it.",
  ],
  "S1.repeated": [
    "有一笔 {amountFen:yuan} 元的退款记了两次，只算一次。",
    "A refund of {amountFen:yuan} yuan is recorded twice and counted once.",
  ],
  "S1.over": [
    "退回来的比付的多 {overFen:yuan} 元，可能两边都退了。多出来的要还回去，先别用。",
    "{overFen:yuan} yuan more came back than was paid; two doors may both have refunded. The surplus has to go back: do not use it.",
  ],
  "S2.not_seen": [
    "说已经退了 {amountFen:yuan} 元，账单里还没看到。导入新账单再核对。",
    "{amountFen:yuan} yuan is said to be refunded, but no bill shows it. Import a new bill and check.",
  ],
  "error.not_settled": [
    "还不能这样结束：看到 {receivedFen:yuan} 元[?remainingFen ，还差 {remainingFen:yuan} 元]。写“钱退回来了”要在账单里看到；选别的结果，请写一句原因。",
    "It cannot end like this yet: {receivedFen:yuan} yuan seen[?remainingFen , {remainingFen:yuan} missing]. “Money came back” has to be seen in a bill; for another outcome please give a reason.",
  ],
  "outcome.settled": ["谈好了", "Settled"],
  "outcome.partial": ["只退回一部分", "Only part came back"],
  "outcome.lost": ["没要回来", "Not recovered"],
  "outcome.other": ["其他", "Other"],

  "L10.in_time.over": ["这件事已经结束", "This matter is over"],
  "L10.in_time.some_passed": [
    "有一个期限 {passedOn:date} 已过；还有一个到 {due:date}",
    "One deadline passed on {passedOn:date}; another runs until {due:date}",
  ],
  "L10.in_time.engagement_until": [
    "最近的期限是 {due:date}，还没到；这类合同可能无效，到时怎么算说不准",
    "The nearest deadline, {due:date}, has not passed; such a contract may be void, so what it means cannot be said",
  ],
  "L10.in_time.provisional": [
    "说不准，暂估到 {due:date}；那一年的放假安排还没公布",
    "Cannot say for sure, provisionally until {due:date}; the holidays of that year are not published yet",
  ],
  "L10.in_time.cannot_say": [
    "说不准，先填哪一天知道出了问题",
    "Cannot say; first enter the day you knew something was wrong",
  ],
  "L10.how_much.agreed": [
    "说好退 {expectedFen:yuan} 元，已看到 {receivedFen:yuan} 元",
    "{expectedFen:yuan} yuan agreed, {receivedFen:yuan} seen so far",
  ],
  "L10.how_much.nothing_left": [
    "没有要退的了（已退 {refundedFen:yuan} 元）",
    "Nothing is left to refund ({refundedFen:yuan} yuan refunded)",
  ],
  "L10.how_much.engagement": [
    "说不准，最多 {claimFen:yuan} 元（付 {paidFen:yuan}，已退 {refundedFen:yuan}）；双方可能都有过错",
    "Cannot say; at most {claimFen:yuan} yuan (paid {paidFen:yuan}, refunded {refundedFen:yuan}); both sides may be at fault",
  ],
  "L10.how_much.engagement_either": [
    "说不准，最多 {lowFen:yuan} 或 {highFen:yuan} 元；双方可能都有过错",
    "Cannot say; at most {lowFen:yuan} or {highFen:yuan} yuan; both sides may be at fault",
  ],
  "L10.cost.over": ["已经结束，不再花钱", "It is over and costs nothing more"],
  "L10.cost.free": ["{channel:channel}不收费", "Free: {channel:channel}"],
  "L10.cost.ask": ["{channel:channel}要收费，先问清楚多少", "{channel:channel} costs money; ask how much first"],
  "L10.cost.postage": ["写信要一点邮费，发邮件不用", "A letter costs postage; an e-mail nothing"],
  "L10.cost.court": [
    "起诉先交 {reducedFen:yuan} 到 {fullFen:yuan} 元诉讼费，最后由输的一方负担",
    "A suit costs {reducedFen:yuan} to {fullFen:yuan} yuan in advance; whoever loses bears it",
  ],
  "L10.cost.court_unknown": [
    "起诉要诉讼费，最少 50 元左右；先定下要多少钱才算得出",
    "A suit has a fee, around 50 yuan at the least; it can be worked out once the amount is settled",
  ],
  "L10.who.public": ["{channel:channel}是公开的，谁都能看到", "{channel:channel} is public: anybody can see it"],
  "L10.who.engagement_told": [
    "已经通过{channel:channel}说出您买了刷量，对方和那边都知道",
    "Your purchase was disclosed through: {channel:channel}. They and that office know",
  ],
  "L10.who.court": [
    "对方和法院会知道；裁判文书可能公开",
    "They and the court will know; the judgment may be published",
  ],
  "L10.who.authority": [
    "对方和{channel:channel}那边会知道，要填您的身份",
    "They and the office will know, with your identity: {channel:channel}",
  ],
  "L10.who.provider": ["对方和{channel:channel}那边会知道", "They and this place will know: {channel:channel}"],
  "L10.who.nobody": ["没有人会知道", "Nobody will know"],
  "L10.who.cannot_say": ["说不准，要看走哪一条路", "Cannot say; it depends on the way taken"],
} as const satisfies Record<string, Wording>;
