/**
 * Words of findings in letters: what it is, why it hurts, what to write instead; and the titles of fixes.
 */
import type { Wording } from "../word.ts";

export const findings = {
  "A2.no_source": [
    "这句话没有材料支持，对方可以不认。给它指一份材料，或者不写。",
    "Nothing supports this sentence, so they can simply deny it. Name an exhibit for it, or leave it out.",
  ],
  "A2.not_filled": [
    "{phrase} 还没填。填上事实，或者改回原来的写法。",
    "{phrase} is still to be filled in. Enter the fact, or go back to the proposed words.",
  ],
  "A2.no_text": [
    "这句是空的。改回原来的写法，或者不写这句。",
    "This sentence is empty. Go back to the proposed words, or leave it out.",
  ],
  "A2.part_missing": [
    "还缺“{part:letter.part}”这一段。少了它，看的人接不上。",
    "The part “{part:letter.part}” is missing. Without it the reader cannot follow.",
  ],
  "A2.twice": ["这句写了两遍，留一句就够。", "This is said twice; once is enough."],

  "A3.source_gone": [
    "这句依据的材料已经不在了，不能再写它。",
    "What this sentence rested on is gone; it can no longer stand.",
  ],
  "A3.value_changed": [
    "您写的是“{was}”，记录已经改了[?now ，现在是“{now}”]。前后对不上，对方会抓住这一点。",
    "You wrote “{was}”; the record has changed since[?now , it now reads “{now}”]. They will point at the difference.",
  ],
  "A3.other_source": [
    "“{value}”有材料，但不是这句指的那份。把材料加上就好。",
    "“{value}” stands in an exhibit, but not in the one named here. Add that one.",
  ],
  "A3.unsupported": [
    "“{value}”（{kind:value}）在案件里找不到。写错一处，整封信都会被怀疑。只写材料里有的。",
    "“{value}” ({kind:value}) is not found in the case. One wrong detail casts doubt on the whole letter. Write only what an exhibit shows.",
  ],
  "A3.sent_old": [
    "已发送版本使用旧值：当时写“{was}”，[?now 现在是“{now}”][?gone 这一条现在已经不在]。已发出的不会改；需要时另发一封说明。",
    "The sent version uses an old value: it says “{was}”[?now , the record now says “{now}”][?gone , and the record is gone]. What was sent stays as it is; send a note if needed.",
  ],

  "A6.newest": [
    "还要写上后来的情况，写上更可信：{newestAt:moment} {counter:counter}是 {value}。",
    "Also say what came later, it makes the letter more credible: {counter:counter} {value} on {newestAt:moment}.",
  ],
  "A6.refunded": [
    "还要写上已退回的 {refundedFen:yuan} 元，写上更可信。",
    "Also say that {refundedFen:yuan} yuan came back; it makes the letter more credible.",
  ],
  "A6.delivered": [
    "还要写上已经得到的部分，写上更可信[?counter ：{counter:counter}后来多了 {gained}（{newestAt:moment}）][?used ：用了 {used}，价值 {valueFen:yuan} 元]。",
    "Also say what you did receive; it makes the letter more credible[?counter : {counter:counter} {gained} more on {newestAt:moment}][?used : {used} used, worth {valueFen:yuan} yuan].",
  ],
  "A7.law": [
    "[?phrase “{phrase}”：]这一类信不写法律条文。合同本身可能被认定无效，写了反而对您不利。写平台自己的规则和读数。",
    "[?phrase “{phrase}”: ]Letters of this kind cite no law. The contract itself may be held void, so citing law works against you. Name their own term and the readings.",
  ],
  "A7.performance": [
    "“{phrase}”：不要请对方接着做或补上。这类服务可能无效，写了会成为您的不利材料。只写要退的钱。",
    "“{phrase}”: do not ask them to go on or to top up. Such a service may be void, and the request could be used against you. Ask only for the money.",
  ],
  "A7.legality": [
    "“{phrase}”：这封信里不谈合不合法。谈了容易扯到您自己。只写发生了什么。",
    "“{phrase}”: leave out what is lawful and what is not. It easily turns on yourself. Say only what happened.",
  ],

  "A7.channel": [
    "“{phrase}”：给对方的信里不提这些地方。去那里会说出您自己买了刷量。只写要退的钱。",
    "“{phrase}”: leave such places out of a letter to them. Going there discloses your own purchase. Ask only for the money.",
  ],

  "P2.personal": [
    "“{phrase}”能认出人或者订单，不能公开。遮住它，或者不写这句。",
    "“{phrase}” identifies a person or an order and cannot be published. Mask it, or leave the sentence out.",
  ],
  "X7.not_for_case": [
    "这个案件不写“{letter:letterKind}”：{reason:letter.barred}。",
    "This case does not get the “{letter:letterKind}”: {reason:letter.barred}.",
  ],
  "X10.closed": [
    "按现在的记录，12315 不会受理这件事。先看渠道里写的原因。",
    "By what is recorded, 12315 will not take this matter. See the reasons among the channels first.",
  ],
  "R1.party_missing": [
    "还没有写{side:letter.phrase.side}是谁。少了它，这份材料没有人会受理。",
    "It is not entered who the {side:letter.phrase.side} is. Without it nobody will take this paper.",
  ],
  "K7.past": [
    "信里请对方在 {due:moment} 前答复，这个时间已经过了。换一个时间再发。",
    "The letter asks for an answer by {due:moment}, which is over. Set another time before it goes out.",
  ],

  "B6.unknown": [
    "查不到《{law}》第 {article} 条，不能写进信里。写平台自己的规则，或者删掉这半句。",
    "{law}, Art. {article}, is not found, so it cannot stand in the letter. Name their own term, or delete this part.",
  ],
  "B6.disputed": [
    "《{law}》第 {article} 条没有这句话，常有人引错。写了，对方会用它反驳整封信。",
    "{law}, Art. {article}, does not say this; it is often misquoted. They would use it against the whole letter.",
  ],
  "B6.unverified": [
    "《{law}》第 {article} 条的原文还没核对过，先不写。",
    "The text of {law}, Art. {article}, is not checked yet; leave it out for now.",
  ],
  "B6.not_in_force": [
    "《{law}》第 {article} 条在下单那天不是有效的条文，不能用。",
    "{law}, Art. {article}, was not in force on the day of the order and cannot be used.",
  ],
  "B6.wrong_article": [
    "这句话不在《{law}》第 {article} 条，是别的条。引错了，对方会先揪这个。",
    "These words do not stand in {law}, Art. {article}, but elsewhere. They would start with that mistake.",
  ],
  "B6.not_verbatim": [
    "和《{law}》第 {article} 条的原文有出入。引用要一字不差，用原文替换。",
    "This differs from the text of {law}, Art. {article}. A quote has to be exact; put in the official text.",
  ],
  "D4.excess": [
    "这里要 {askedFen:yuan} 元，算下来最多是 {claimFen:yuan} 元。多要又没有依据，容易整个被拒。",
    "This asks for {askedFen:yuan} yuan; by the computation it is at most {claimFen:yuan}. Asking for more without a basis invites a refusal of all of it.",
  ],

  "wording.insult": [
    "“{phrase}”是骂人的话。对方会揪住它，不谈退款。改写成发生了什么。",
    "“{phrase}” is an insult. They would answer that and not the refund. Say what happened instead.",
  ],
  "wording.accusation": [
    "“{phrase}”是给对方定性，您的材料说明不了。对方容易借此回避。改写成：承诺了什么，实际是什么。",
    "“{phrase}” accuses, and your exhibits do not show it. It lets them dodge. Write what was promised and what came.",
  ],
  "wording.threat_report": [
    "不要把退款和向主管部门反映写在一起。这样写会被当成要挟，投诉也可能不被受理。只写事实和要退的钱。",
    "Do not tie the refund to telling an authority. It reads as pressure, and a complaint may then be turned down. Write the facts and the amount.",
  ],
  "wording.threat_exposure": [
    "不要把退款和公开发布写在一起。这样写会被当成要挟，您可能要负责任。只写事实和要退的钱。",
    "Do not tie the refund to publishing. It reads as pressure and you may be held liable. Write the facts and the amount.",
  ],
  "wording.threat_other": [
    "“{phrase}”像在吓唬对方，对您不利。写清要求和您设的答复时间就够了。",
    "“{phrase}” sounds like a warning and works against you. The request and the time you set are enough.",
  ],
  "wording.pressure": [
    "“{phrase}”语气太硬，不会更快。写：请在您设的时间前答复退或不退。",
    "“{phrase}” is harsh and speeds nothing up. Ask for a yes or no by the time you set.",
  ],
  "wording.demand_excess": [
    "“{phrase}”超出了要退的钱。没有依据的要求会拖累该退的部分。只写算得出的金额。",
    "“{phrase}” goes beyond the refund. A claim without a basis harms the part that is due. Ask for the amount that can be computed.",
  ],
  "wording.absolute": [
    "“{phrase}”说得太满，对方只要找到一个例外就能反驳。写次数、时间和读数。",
    "“{phrase}” is absolute; one exception disproves it. Give times, counts and readings.",
  ],
  "wording.overclaim_evidence": [
    "“{phrase}”把材料说过头了。导入以后没变过，不等于内容真实。只写材料显示了什么。",
    "“{phrase}” claims more than an exhibit can. Unchanged since import does not mean true. Say what it shows.",
  ],
  "wording.overclaim_legal": [
    "“{phrase}”是在替法院下结论。写错了，整封信都会被怀疑。写规则原话和事实。",
    "“{phrase}” decides what only a court can. If it is wrong, the whole letter is doubted. Quote the term and the facts.",
  ],
  "wording.win_claim": [
    "“{phrase}”：结果谁也说不准，写了对方不会信。写您的要求和材料。",
    "“{phrase}”: nobody can know the outcome, and they will not believe it. State your request and your exhibits.",
  ],
  "wording.emotion": [
    "“{phrase}”说的是心情，大家都理解，但帮不上忙。事实更有力。",
    "“{phrase}” speaks of feelings. That is understandable, but facts carry further.",
  ],
  "wording.sarcasm": [
    "“{phrase}”带讽刺，对方容易借此不谈正事。直接写发生了什么。",
    "“{phrase}” is sarcastic and gives them a way out. Say plainly what happened.",
  ],
  "wording.vague_fact": [
    "“{phrase}”太含糊，对方可以说不记得。写具体的日期、次数或数量。",
    "“{phrase}” is vague; they can say they do not recall. Give the date, the count or the quantity.",
  ],
  "wording.privacy": [
    "“{phrase}”涉及别人的个人信息。写出去可能要担责任。用工号或昵称，遮住一部分。",
    "“{phrase}” is someone’s personal data. Passing it on may make you liable. Use part of the staff number or nickname.",
  ],
  "wording.discrimination": [
    "“{phrase}”是针对一类人的话，会伤人，也对您不利。删掉它，只写这件事。",
    "“{phrase}” targets a group of people. It hurts, and it harms your case. Delete it and keep to the matter.",
  ],
  "wording.self_risk": [
    "“{phrase}”可能对您自己不利。我们不替您改：先看“先看这个”，想清楚再发，不要编，也不要瞒。",
    "“{phrase}” may count against yourself. We do not rewrite it for you: see “Read this first”, think it over, and neither invent nor hide anything.",
  ],
  "wording.safety": [
    "看到“{phrase}”，先顾好自己。这件事可以慢慢来，找家人、朋友或心理援助热线说一说。",
    "Seeing “{phrase}”: look after yourself first. This can wait; talk to someone close or to a crisis line.",
  ],
  "wording.mixing": [
    "“{phrase}”：投诉和举报要分开写，写在一起可能不被受理。这份只写您的争议和要退的钱。",
    "“{phrase}”: a complaint and a report go in separate papers, or neither may be accepted. Keep this one to your dispute and the amount.",
  ],

  "fix.rewrite": ["改成事实", "Say it from the facts"],
  "fix.omit": ["不写这句", "Leave this sentence out"],
  "fix.reset": ["改回原来的写法", "Back to the proposed words"],
  "fix.state": ["写上这一句", "Add this sentence"],
  "fix.add_source": ["加上这份材料", "Name this exhibit"],
  "fix.right_value": ["改成现在的数值", "Put in the right value"],
  "fix.delete_clause": ["删掉这半句", "Delete this part"],
  "fix.delete_phrase": ["删掉这个说法", "Delete these words"],
  "fix.compose": ["补上这一段", "Compose this part"],
  "fix.mask": ["遮住", "Mask it"],
  "fix.add_party": ["登记是谁", "Enter who it is"],
  "fix.new_period": ["从今天重新算", "Count from today again"],
  "fix.enter_order_number": ["填订单号", "Enter the number"],
  "fix.use_bill_amount": ["以账单为准", "Take the bill’s amount"],
  "fix.claim_after_value": ["要求扣除已得到的部分", "Ask for the rest after what was received"],
  "fix.claim_full": ["要求全部", "Ask for all"],
  "fix.say_what_it_shows": ["写明能说明什么", "Say what it shows"],
  "fix.add_screenshot": ["加截图", "Add a screenshot"],
  "fix.check_quote": ["核对原话", "Check the words"],
  "fix.state_sampling": ["写明怎么抽的", "Say how it was sampled"],
  "fix.show_raw": ["查看原文", "Show raw"],
  "fix.choose_value": ["选一个", "Choose one"],

  "limits.text": [
    "字数超了：现在 {used} 字，最多 {limit} 字，要减 {over} 字",
    "Too long: {used} characters, at most {limit}; take out {over}",
  ],
  "limits.files": [
    "文件太多：现在 {used} 个，最多 {limit} 个，要减 {over} 个",
    "Too many files: {used}, at most {limit}; take out {over}",
  ],
  "limits.total": [
    "文件加起来太大：{used:size}，最多 {limit:size}",
    "The files are too large together: {used:size}, at most {limit:size}",
  ],
  "limits.file_size": [
    "“{name}”太大：{size:size}，每个最多 {limit:size}。可以压缩或切分副本，原件不动。",
    "“{name}” is too large: {size:size}, at most {limit:size} each. Compress or split a copy; the original stays.",
  ],
  "limits.format": [
    "“{name}”的格式对方不收。能收的：{formats:list}",
    "They do not take the format of “{name}”. Taken are: {formats:list}",
  ],
  "reason.no_options": ["先把平台给的退款原因选项抄进来", "First enter the refund reasons the platform offers"],
  "reason.no_ground": ["还没有退款理由，先补材料", "There is no reason for refund yet; add material first"],
  "reason.matched": ["选“{label}”：最接近“{ground:ground}”", "Choose “{label}”: it is nearest to “{ground:ground}”"],
  "reason.other": [
    "没有贴近“{ground:ground}”的选项，选“{label}”，再写明具体情况",
    "No option is near “{ground:ground}”; choose “{label}” and say what happened",
  ],
  "reason.no_match": [
    "这些选项都不贴近“{ground:ground}”，您来选一个",
    "None of the options is near “{ground:ground}”; please choose one",
  ],
  "reason.tie": [
    "这几个都贴近“{ground:ground}”：{labels:list}。您来选一个",
    "These are equally near “{ground:ground}”: {labels:list}. Please choose one",
  ],
} as const satisfies Record<string, Wording>;
