/**
 * Words of measurements and grounds: what readings, samples and attempts say, and why a ground holds or not.
 */
import type { Wording } from "../word.ts";

export const measures = {
  "M1.no_baseline": [
    "下单（{orderedAt:moment}）之前没有读数，不知道原来是多少",
    "No reading before the order ({orderedAt:moment}); the starting value is not known",
  ],
  "M2.not_started_until": [
    "截至下单后 {hours} 小时 {minutes} 分（{at:moment}，{file}）仍未启动：{value}，增加 {growth}，未超过判定线 {line}",
    "Not started as of {hours} h {minutes} min after the order ({at:moment}, {file}): {value}, up {growth}, not above the line of {line}",
  ],
  "M2.small_growth": ["增加 {growth}，未超过判定线 {line}", "Up {growth}, not above the line of {line}"],
  "M2.started_at": [
    "{at:moment}（下单后 {hours} 小时 {minutes} 分，{file}）首次超过判定线 {line}：{value}，增加 {growth}",
    "First above the line of {line} at {at:moment} ({hours} h {minutes} min after the order, {file}): {value}, up {growth}",
  ],
  "M2.newest": [
    "最新读数 {at:moment}：{value}[?gained ，比下单前多 {gained}]（{file}）",
    "Newest reading {at:moment}: {value}[?gained , {gained} more than before the order] ({file})",
  ],
  "M2.peak": [
    "最高 {at:moment}：{value}[?gained ，比下单前多 {gained}]（{file}）",
    "Highest {at:moment}: {value}[?gained , {gained} more than before the order] ({file})",
  ],
  "M3.progress": [
    "截至 {at:moment} 增加 {gained}，约定 {quantity}，完成 {progressRatio:percent}（{file}）",
    "As of {at:moment} up {gained} of {quantity} promised, {progressRatio:percent} done ({file})",
  ],
  "M3.no_finish_time": ["没写明什么时候该做完", "No finishing time is stated"],
  "M3.no_quantity": ["没写明约定的数量", "The promised quantity is not stated"],
  "M4.drop": [
    "{hours} 小时内减少 {lost}：{fromAt:moment} {fromValue}（{fromFile}）→ {toAt:moment} {toValue}（{toFile}）；占已增加量 {ofGainRatio:percent}，占总数 {ofTotalRatio:percent}",
    "Down {lost} within {hours} h: {fromAt:moment} {fromValue} ({fromFile}) → {toAt:moment} {toValue} ({toFile}); {ofGainRatio:percent} of the gain, {ofTotalRatio:percent} of the total",
  ],
  "M4.too_few_readings": ["只有 {n} 次读数，看不出有没有减少", "Only {n} {n|reading|readings}; a drop cannot be seen"],
  "M5.gap": [
    "{fromAt:moment} 到 {toAt:moment} 之间 {hours} 小时没有读数，[?thresholdAt 关键时刻 {thresholdAt:moment} 落在里面，]无法判断",
    "No reading for {hours} h between {fromAt:moment} and {toAt:moment}[?thresholdAt , and the moment that counts, {thresholdAt:moment}, lies in it]; it cannot be told",
  ],
  "M5.no_reading_after": [
    "{thresholdAt:moment} 之后还没有读数[?lastAt （最后一次是 {lastAt:moment}）]",
    "No reading after {thresholdAt:moment}[?lastAt  (the last was {lastAt:moment})]",
  ],
  "M6.sample": [
    "抽样 {n} 人，{k} 人同时具有两项以上异常特征（无头像 {noAvatar}，无作品 {noPosts}，大量关注少粉丝 {massFollow}，注册集中 {burst}）；95% 区间 {lowRatio:percent}–{highRatio:percent}",
    "{n} sampled, {k} with two or more unusual features (no avatar {noAvatar}, no posts {noPosts}, follows many with few followers {massFollow}, registered together {burst}); 95% interval {lowRatio:percent}–{highRatio:percent}",
  ],
  "M6.no_sample": ["还没有粉丝抽样", "No sample of followers yet"],
  "M6.too_small": ["只抽了 {n} 个，至少要 {least} 个", "Only {n} sampled; at least {least} are needed"],
  "M6.rule_missing": ["没写明怎么抽的", "How it was sampled is not stated"],
  "M6.interval_contains": [
    "抽样太少，还看不出是不是超过 {limitRatio:percent}",
    "The sample is too small to tell whether it is above {limitRatio:percent}",
  ],
  "M7.attempts": [
    "{n} 次联系未获答复（{dates} 天、{media} 种方式[?spanHours ，前后 {spanHours} 小时]）",
    "{n} {n|attempt|attempts} unanswered (on {dates} {dates|day|days}, by {media} {media|medium|media}[?spanHours , over {spanHours} h])",
  ],
  "M7.not_enough": [
    "已记 {n} 次联系，还不够：要 3 次以上、两天以上、两种方式以上",
    "{n} {n|attempt|attempts} noted, not enough: at least 3, on 2 days, by 2 media",
  ],
  "M7.reached": ["{at:moment} {medium:medium}联系上了", "They were reached on {at:moment} by {medium:medium}"],
  "M7.later_message": ["{at:moment} {sender} 又发来了消息", "{sender} wrote again at {at:moment}"],

  "B1.failure_notice": ["{at:moment} 的系统提示[?text ：“{text}”]", "Failure notice of {at:moment}[?text : “{text}”]"],
  "B1.failure_told": [
    "{at:moment} 的系统提示是您填的，还没有截图",
    "The failure notice of {at:moment} was typed in; no screenshot yet",
  ],
  "B1.no_failure_notice": ["没有系统失败提示", "No failure notice"],
  "B2.clause": ["《{document}》{article}：“{quote}”", "{document}, {article}: “{quote}”"],
  "B2.no_clause": ["还没有写明能退款的对方规则", "No rule of theirs on refunds is captured"],
  "B2.not_captured": ["《{document}》还没有截图", "“{document}” has no screenshot yet"],
  "B2.quote_not_in_exhibit": [
    "《{document}》的原话在“{file}”的文字里找不到，核对一下",
    "The words of “{document}” are not found in the text of “{file}”; check them",
  ],
  "B3.no_order": ["还没有订单", "No order yet"],
  "B3.no_readings": ["还没有读数", "No readings yet"],
  "B3.which_account": [
    "有几个账号的读数：{accounts:list}，没写明是哪个",
    "Readings of several accounts: {accounts:list}; which one is not stated",
  ],
  "B3.unknown": ["还看不出来", "Cannot tell yet"],
  "B3.not_met": ["材料说明这一条不符合", "The material shows it is not so"],
  "B4.not_started_within": [
    "下单后 {withinHours} 小时内没有开始：{at:moment}（下单后 {hours} 小时 {minutes} 分，{file}）读数 {value}，增加 {growth}，未超过判定线 {line}",
    "Not started within {withinHours} h of the order: {value} at {at:moment} ({hours} h {minutes} min after it, {file}), up {growth}, not above the line of {line}",
  ],
  "B4.progress_below": [
    "到 {thresholdAt:moment} 只完成 {progressRatio:percent}，低于 {limitRatio:percent}",
    "Only {progressRatio:percent} done by {thresholdAt:moment}, below {limitRatio:percent}",
  ],
  "B4.progress_reached": [
    "到 {thresholdAt:moment} 已完成 {progressRatio:percent}，不低于 {limitRatio:percent}",
    "{progressRatio:percent} done by {thresholdAt:moment}, not below {limitRatio:percent}",
  ],
  "B4.not_asked": [
    "还没问过对方为什么没做完；没问过不能说对方没解释",
    "They were not asked why; unasked is not unexplained",
  ],
  "B4.asked_not_explained": ["问过对方，没有给出解释", "They were asked and gave no explanation"],
  "B4.explained": ["对方给过解释", "They gave an explanation"],
  "B4.explanation_open": ["问过对方，还没写有没有解释", "They were asked; whether they explained is not entered"],
  "B4.denominator": [
    "分母未写明：规则没说“掉 {limitRatio:percent}”按已增加量还是按总数算，两种算法结果不同",
    "The rule does not say what “{limitRatio:percent}” is taken of, gain or total; the two give different answers",
  ],
  "B4.drop_over": [
    "{withinHours} 小时内减少超过 {limitRatio:percent}",
    "Dropped by more than {limitRatio:percent} within {withinHours} h",
  ],
  "B4.drop_not_over": [
    "{withinHours} 小时内减少没有超过 {limitRatio:percent}",
    "Did not drop by more than {limitRatio:percent} within {withinHours} h",
  ],
  "B4.no_drop": ["没有看到减少", "No drop is seen"],
  "B4.no_number": ["规则没写多少算“大量”", "The rule does not say how many is “many”"],
  "B4.no_start_time": ["没写明什么时候该开始", "No starting time is stated"],
  "B4.suspicious_over": [
    "异常账号的比例超过[?limitRatio  {limitRatio:percent}]",
    "The share of unusual accounts is above[?limitRatio  {limitRatio:percent}]",
  ],
  "B4.suspicious_not_over": [
    "异常账号的比例没有超过[?limitRatio  {limitRatio:percent}]",
    "The share of unusual accounts is not above[?limitRatio  {limitRatio:percent}]",
  ],
  "B7.rank": ["排在第 {position}：还差 {missing} 样", "Ranked {position}: {missing} missing"],
  "B8.no_longer": ["后来已经开始了，这一条现在不再符合", "It has started since; this no longer holds"],
  "B9.answered": ["您回答过这个问题", "You answered this question"],
  "B9.not_answered": ["有一个问题还没回答", "A question is not answered yet"],
  "B9.nothing_asked": ["没有可问的", "There is nothing to ask"],
  "B9.no_second_payment": ["只看到 {n} 次付款", "Only {n} {n|payment|payments} seen"],
  "B9.two_payments": [
    "同一订单付了 {n} 次，每次 {amountFen:yuan} 元",
    "The same order was paid {n} times, {amountFen:yuan} yuan each",
  ],
  "B9.two_payments_refunded": [
    "同一订单付了 {n} 次，每次 {amountFen:yuan} 元，多付的已经退回",
    "The same order was paid {n} times, {amountFen:yuan} yuan each; what was paid too much came back",
  ],
  "B10.version_unknown": [
    "《{document}》是后来截的现行版本，下单时是否相同未知",
    "“{document}” was captured later; whether it was the same at the order is not known",
  ],
  "B10.not_at_order": ["《{document}》下单时不是这样写的", "“{document}” did not read so at the order"],
  "G5.age": ["付款时 {age} 岁", "Age {age} at payment"],
  "G5.age_unknown": ["还没填付款时多大", "Age at payment is not entered"],
  "R1.identified": [
    "对方是“{name}”，从{foundIn:place}看到的",
    "The other side is “{name}”, as found in {foundIn:place}",
  ],
  "R1.not_found": [
    "查过{places:place}，[?on 到 {on:date} ]没找到对方是谁",
    "Looked at {places:place}[?on , as of {on:date}]; who they are was not found",
  ],

  "missing.readings": ["补下单前后的读数（后台数据）", "Add readings from before and after the order"],
  "missing.baseline": ["补一张 {beforeAt:moment} 以前的读数", "Add a reading from before {beforeAt:moment}"],
  "missing.reading_after": ["补一张 {thresholdAt:moment} 以后的读数", "Add a reading from after {thresholdAt:moment}"],
  "missing.reading_between": [
    "补 {fromAt:moment} 到 {toAt:moment} 之间的读数",
    "Add a reading between {fromAt:moment} and {toAt:moment}",
  ],
  "missing.which_account": ["写明是哪个账号：{accounts:list}", "Say which account: {accounts:list}"],
  "missing.denominator": [
    "补上规则里写明怎么算的那句话，没有就不用这一条",
    "Add the sentence of the rule that says how it is counted, or leave this rule out",
  ],
  "missing.explanation_answer": ["写明对方有没有解释", "Say whether they explained"],
  "missing.ask_explanation": ["先问对方为什么没做完，把聊天放进来", "Ask them why first, and add the chat"],
  "missing.many_defined": ["补上规则里写明多少算“大量”的那句话", "Add the sentence that says how many is “many”"],
  "missing.promised_start": ["补上对方答应什么时候开始", "Add by when they promised to start"],
  "missing.promised_finish": ["补上对方答应什么时候做完", "Add by when they promised to finish"],
  "missing.promised_quantity": ["补上约定的数量", "Add the promised quantity"],
  "missing.second_payment": ["补上第二次付款的账单", "Add the bill with the second payment"],
  "missing.answer": ["回答一个问题", "Answer a question"],
  "missing.payer_age": ["填上付款时多大", "Enter the age at payment"],
  "missing.larger_sample": ["多抽一些账号（现在 {n} 个）", "Sample more accounts (now {n})"],
  "missing.sample": ["补一份粉丝抽样，至少 {n} 个", "Add a sample of at least {n} followers"],
  "missing.sample_rule": ["写明是怎么抽的", "Say how it was sampled"],
  "missing.attempts_after_message": ["{at:moment} 之后再联系，记下来", "Try again after {at:moment} and note it"],
  "missing.clause_at_order": ["补下单时的规则截图", "Add the rule as it read at the order"],
} as const satisfies Record<string, Wording>;
