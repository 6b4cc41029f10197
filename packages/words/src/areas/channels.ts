/**
 * Words of channels: who files, what shuts what, where it goes, what is told, and stopping as a choice (X7–X16, L7).
 */
import type { Wording } from "../word.ts";

export const channels = {
  // Who files (X7, X15, G5).
  "X7.filed_by_self": ["由您自己提交", "You file it yourself"],
  "X7.filed_by_guardian": ["由家长或监护人提交", "A parent or guardian files it"],
  "X7.filed_by_helper": [
    "由“{name}”代办，有委托书原件。委托书要写明事项、权限和期限，由您签名。",
    "“{name}” files it with the original power of attorney. It must state matter, powers and term, and bear your signature.",
  ],
  "X7.guardian_only": ["这条只能由家长或监护人办", "Only a parent or guardian can do this"],
  "X7.anyone": ["谁都可以办", "Anyone may do this"],
  "X7.helper_carries": ["帮手可以帮您整理，由您自己提交", "A helper may prepare it; you file it yourself"],
  "X7.helper_no": ["帮手不能办这一样", "A helper cannot do this"],
  "X7.original_missing": [
    "照片和复印件不行，要授权委托书原件",
    "A photo or copy will not do: the original power of attorney is needed",
  ],
  "X7.authorization_missing": [
    "帮手代办，要有您签名的授权委托书原件",
    "For a helper to file, the original power of attorney signed by you is needed",
  ],
  "X7.agent_missing": [
    "写上代办的人是谁，还要带他的身份证明",
    "Say who files for you; proof of identity is needed too",
  ],
  "X7.own_phone": ["留的是您自己的电话", "The telephone number given is your own"],
  "X7.helper_phone": [
    "电话写您自己的，不写帮手的。很多件留同一个电话，可能不受理。",
    "Give your own telephone, not the helper’s. Many matters under one number may be refused.",
  ],
  "X15.friend": [
    "朋友可以帮您整理，不能替您出庭。律师、基层法律服务工作者、近亲属，或者社区、单位、社会团体推荐的人可以。",
    "A friend may help you prepare, not appear for you in court. A lawyer, a legal-service worker, a close relative, or a person recommended by community, employer or a body may.",
  ],
  "G5.guardian": [
    "付款时 {age} 岁：先登记家长或监护人，再办别的",
    "Age {age} at payment: enter a parent or guardian before anything else",
  ],
  "G5.guardian_there": ["家长或监护人：{name}", "Parent or guardian: {name}"],
  "G5.guardian_files": [
    "付款的人未成年，要由家长或监护人提交",
    "The payer was a minor: a parent or guardian must file it",
  ],

  // What the kind of case says (L1, L3, L6, L9).
  "L6.situation_open": ["先回答一个问题：这是给谁刷的？", "First one question: whose account was it for?"],
  "L3.daily_life": ["生活消费", "Bought for daily life"],
  "L3.not_daily_life": ["不是为生活消费买的，不予受理", "Not bought for daily life: it is not accepted"],
  "L3.purpose_open": ["这次是自己生活用，还是做生意用？", "Was this for your own life, or for a business?"],
  "L3.not_here": ["做生意买的，不走这条", "Bought for a business: this way does not fit"],
  "L3.warn": ["做生意买的：先想清楚谁会看到", "Bought for a business: think first who will see it"],
  "L3.serious": [
    "做生意买的：这样会说出您自己的购买，风险大",
    "Bought for a business: this tells of your own purchase, a serious risk",
  ],
  "L1.not_here": ["刷赞刷粉的订单，不走这条", "For likes and followers this way does not fit"],
  "L1.warn": [
    "会有人看到您买了刷量。账号可能被处理。",
    "Others will see that you bought engagement. The account may be sanctioned.",
  ],
  "L1.serious": [
    "风险大：会说出您自己买了刷量；可能不受理，也可能不支持退款。",
    "A serious risk: it tells that you bought engagement; it may be refused, and so may the refund.",
  ],
  "L9.engagement": [
    "这是公开的渠道。刷赞刷粉的订单不公开。",
    "This way is public. Orders for likes and followers stay private.",
  ],
  "L9.minor": ["未成年人的事不公开", "Matters of minors stay private"],
  "X7.off": ["停用：到 {asOf:date} 为止没法核实", "Off: it could not be verified as of {asOf:date}"],
  "X7.look_up": [
    "这条没有核实过（资料截至 {asOf:date}），先查一下再用",
    "Not verified (as of {asOf:date}); look it up first",
  ],
  "X7.one_shot": ["这条基本只能走一次，材料齐了再交", "This way is in practice open once: hand in when complete"],
  "X7.not_taken_back": ["发出去就收不回来", "What is published cannot be taken back"],
  "A5.entry_closed": [
    "对方没有开通退款入口：改用邮件、信函或电话",
    "They offer no refund entry: use e-mail, post or telephone instead",
  ],

  // What shuts what, and where it goes (X8, X10, X13, X14, X16).
  "X10.once": [
    "同一件事 12315 基本只受理一次，材料齐了再投。",
    "For one matter 12315 is in practice open once: file when complete.",
  ],
  "X10.shut": [
    "{since:date}，{channel:channel}已经受理或处理过这件事，这条走不了了",
    "On {since:date} this matter was taken up or handled at: {channel:channel}. This way is shut.",
  ],
  "X10.not_handled": ["没有别处受理或处理过", "Nobody else took it up or handled it"],
  "X10.handled_open": [
    "有没有法院、仲裁、别的部门或消协已经受理或处理过这件事？撤回的、结束的也算。",
    "Has a court, arbitration, another authority or the association already taken it up or handled it? Withdrawn and ended count too.",
  ],
  "X10.handled_elsewhere": [
    "别处已经受理或处理过这件事，这条走不了了",
    "Somebody else already took it up or handled it: this way is shut",
  ],
  "X8.shuts": [
    "[?from=submitted 提交以后][?from=accepted 受理以后][?from=ended 处理完以后]，这件事不能再走：{channel:channel}",
    "[?from=submitted Once filed][?from=accepted Once accepted][?from=ended Once handled], this is shut for the matter: {channel:channel}",
  ],
  "X8.shuts_unused": [
    "走了这条，还没用过的{channel:channel}可能就关上了。一般先走那条。",
    "Going here may shut one that was not used yet: {channel:channel}. Usually that comes first.",
  ],
  "X8.shut_by_practice": [
    "{since:date}，{channel:channel}已经处理过这件事，这条可能走不了（按经验）",
    "On {since:date} this matter was handled at: {channel:channel}. This way may be shut (from practice).",
  ],
  "X8.will_shut": [
    "{channel:channel}还在等决定；那边受理以后，这条就关上了",
    "Still being decided: {channel:channel}. Once accepted there, this way is shut.",
  ],
  "X13.already_open": [
    "{since:date}已经提交过一次，还没有结果。同一件事只提交一处。",
    "It was filed on {since:date} and is still open. One matter goes to one place.",
  ],
  "X13.authority": ["交给：{authority}", "Goes to: {authority}"],
  "X13.authority_missing": ["写上交给哪里：部门或法院的名称", "Name where it goes: the authority or court"],
  "X13.operator": [
    "对方自己的网站：交给对方住所地的县级市场监督管理部门",
    "A site of their own: the county-level regulator at their domicile",
  ],
  "X13.published": [
    "商家开在平台上：可以交给商家公示地址所在地的县级部门",
    "A shop on a marketplace: the county-level regulator at its published address",
  ],
  "X13.not_published": [
    "商家没有公示地址，或者按公示的地址联系不上：只能交给平台住所地",
    "The shop shows no address or cannot be reached there: only the marketplace’s domicile is left",
  ],
  "X13.platform": [
    "也可以交给平台“{name}”住所地的县级部门",
    "Or the county-level regulator at the domicile of the marketplace “{name}”",
  ],
  "X13.first_handles": [
    "两处都能管的，先收到的那处处理。只投一处。",
    "Where two are in charge, the one that received it first handles it. File in one place.",
  ],
  "X13.defendant": ["对方住所地的法院", "The court at the other side’s domicile"],
  "X13.buyer": [
    "合同履行地的法院。网上买、网上交付的，有的法院按买方住所地算；服务类算不算，说法不一。",
    "The court where the contract is performed. For what is bought and delivered online some courts take the buyer’s domicile; for services opinions differ.",
  ],
  "X13.court_term": [
    "先看协议有没有约定法院。格式条款没有提醒您注意的，可以主张无效。",
    "See first whether their terms name a court. A standard term nobody pointed out to you can be contested.",
  ],
  "X13.venue_closed": [
    "[?venue=operator 商家没有公示地址或联系不上，选平台住所地][?venue=platform 对方是自己的网站，选对方住所地]",
    "[?venue=operator The shop shows no address or cannot be reached: choose the marketplace’s domicile][?venue=platform It is a site of their own: choose their domicile]",
  ],
  "X14.keep_apart": ["投诉和举报分开写，不放在一份材料里", "Keep complaint and report apart, never in one paper"],
  "X14.apart": ["投诉和举报没有混在一起", "Complaint and report are kept apart"],
  "X14.same_paper": ["投诉和举报用了同一份材料，分开写", "Complaint and report use the same paper: write two"],
  "X14.report_words": ["投诉里写到了举报，把那一句拿出去", "The complaint speaks of a report: take that sentence out"],
  "X16.two_doors": [
    "{channel:channel}从 {since:date} 起还开着。两边同时要同一笔，可能退两次，也可能说不清。",
    "Still open since {since:date}: {channel:channel}. Asking two for the same money may bring it twice, or confuse both.",
  ],

  // What is told (X7, E14, P4).
  "X7.tells.seller": ["对方会看到您写的和附的材料", "The other side sees what you write and attach"],
  "X7.tells.store": ["应用商店会看到这笔购买", "The store sees this purchase"],
  "X7.tells.marketplace": ["商家所在的平台会看到", "The marketplace sees it"],
  "X7.tells.provider": ["支付机构会看到您买了什么", "The payment provider sees what you bought"],
  "X7.tells.regulator": ["主管部门会看到", "The authority sees it"],
  "X7.tells.association": ["消费者协会会看到", "The consumer association sees it"],
  "X7.tells.hotline": ["热线会记下来，转给主管部门", "The hotline records it and passes it to an authority"],
  "X7.tells.police": ["警方会看到，要如实说", "The police see it; be truthful"],
  "X7.tells.mediator": ["调解的人会看到", "The mediator sees it"],
  "X7.tells.court": ["法院会看到全部材料；开庭一般是公开的", "The court sees everything; hearings are usually public"],
  "X7.tells.everyone": ["所有人都看得到，收不回来", "Everyone can see it, and it cannot be taken back"],
  "X7.tells.notary": ["公证处会看到", "The notary sees it"],
  "X7.tells.time_service": ["只发出一串指纹，看不到内容", "Only a fingerprint is sent, not the content"],
  "X7.tells.adviser": ["您问的人会看到您给的材料", "Whoever you ask sees what you give"],
  "X7.tells.nobody": ["不会让别人知道", "Nobody else learns of it"],
  "X7.tells.identity": ["要写您的真实姓名和联系方式", "Your real name and contact go in"],
  "X7.tells.purchase": ["会说出您自己买了刷量", "It tells that you bought engagement"],
  "X7.tells.bill_rows": [
    "整份账单有 {n} 行，会露出别的付款：只交有关的行",
    "The whole bill has {n} rows and shows other payments: hand in only what concerns this",
  ],
  "E14.list_goes": [
    "粉丝列表里有别人的账号，只交给法院",
    "The list of followers holds accounts of others; it goes to the court only",
  ],
  "E14.list_stays": [
    "粉丝列表里有别人的账号，不放进这份材料",
    "The list of followers holds accounts of others; it stays out of this",
  ],
  "P4.watermarked": [
    "要交身份证照片的，先加水印",
    "Where a picture of your identity card is asked for, watermark it first",
  ],
  "P4.never": ["不要交身份证照片", "Send no picture of your identity card"],

  // Stopping (L7).
  "L7.stop.small": [
    "金额 {claimFen:yuan} 元，低于 {belowFen:yuan} 元（可以改）",
    "The amount, {claimFen:yuan} yuan, is below {belowFen:yuan} yuan (you can change that)",
  ],
  "L7.stop.unidentified": ["还查不到对方是谁", "It is not known who they are"],
  "L7.lose.right": ["过了 {due:date}，有一样权利可能就用不上了", "After {due:date} one right may be lost"],
  "L7.lose.records": ["过了 {due:date}，交易记录可能就查不到了", "After {due:date} the records may be gone"],
  "L7.keep_material": [
    "停之前：存好材料，关掉自动扣款，改密码",
    "Before stopping: keep the material, switch off auto-debit, change passwords",
  ],
  "L7.reopen": ["停了以后随时可以再打开", "It can be opened again any time"],
} as const satisfies Record<string, Wording>;
