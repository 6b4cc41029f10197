/**
 * Words of safety cards (G1–G6, L6). Big type, short sentences, for somebody who is frightened.
 */
import type { Wording } from "../word.ts";

export const safety = {
  "G1.pay_first": ["正常退款不会先收钱。不要再付。", "A real refund never asks for money first. Do not pay again."],
  "G1.said": ["{at:moment} 对方说：[?phrase “{phrase}”]", "On {at:moment} they said:[?phrase  “{phrase}”]"],
  "G1.paid_again": [
    "申请退款以后，{paidAt:moment} 又付给“{payee}”{amountFen:yuan} 元。",
    "After the refund was asked for, {amountFen:yuan} yuan went to “{payee}” on {paidAt:moment}.",
  ],
  "G1.codes": [
    "退款也不需要验证码、密码、共享屏幕，不需要装别的应用。",
    "Nor does a refund need a code, a password, your screen or another app.",
  ],
  "G1.no_answer": [
    "这一条不用回，这里也不会替您写。保存好，先做下面几件事。",
    "This message needs no answer, and none is written here. Keep it, and first do the steps below.",
  ],
  "G1.heard": [
    "有 {n} 条消息像是要您先交钱，或者要验证码。请看一眼是不是。",
    "{n} {n|message sounds|messages sound} like asking for money or a code first. Please look.",
  ],
  "G1.heard_text": ["[?sender {sender}：]“{text}”", "[?sender {sender}: ]“{text}”"],

  "G2.helpers": ["小心“帮您退款”的人", "Beware of people who offer to get your money back"],
  "G2.never": [
    "退不退由对方决定，谁也打不了包票。不给任何人付费，不给验证码和卡号，不共享屏幕，不装应用。",
    "Whether money comes back is up to the other side; nobody can vouch for it. Pay nobody, give no code or card number, share no screen, install nothing.",
  ],
  "G2.no_field": [
    "这里没有填密码和验证码的地方；贴进来的会先遮住。",
    "There is no field for passwords or codes here; pasted ones are covered first.",
  ],
  "G2.what_helpers_see": [
    "帮手看得到您分享的整个案件。只请认识的人；帮手不会向您要钱、验证码或密码。",
    "A helper sees the whole case you share. Invite only people you know; a helper never asks for money, codes or passwords.",
  ],
  "G2.found_numbers": [
    "搜出来的“退款客服”电话，很多是冒充的。只用下单的应用里写的联系方式。",
    "Many “refund support” numbers found by searching are impostors. Use only the contact given in the app you ordered from.",
  ],

  "G3.account": [
    "账号给过对方：先保护账号，还有 {n} 件",
    "They had your account: protect it first, {n} {n|step|steps} left",
  ],
  "G3.export_first": [
    "先把要用的数据截好，再改密码；改了以后有的旧记录就看不到了。",
    "Save the data you need before changing the password; some old records vanish afterwards.",
  ],

  "G4.worked": ["这可能是刷单骗局。先停一下，保护好钱。", "This may be a task scam. Stop, and protect your money."],
  "G4.no_refund_path": [
    "这种情况不走申请退款：对方不会退，多联系只会让您多付。先找支付机构，再报警。",
    "Asking them for a refund is not the way here: more contact only leads to more payments. First the payment provider, then the police.",
  ],
  "G4.more_tasks": [
    "说“再做一单就能提现”的，不要信。自己发过什么、收过什么，照实说，不要删。",
    "Do not believe “one more task and you can withdraw”. Say truthfully what you sent and received, and delete nothing.",
  ],
  "G5.no_public": [
    "公开投诉的渠道已经关闭。不要把孩子的信息发到网上。",
    "Public channels are switched off. Do not put the child’s data online.",
  ],
  "L6.business_why": [
    "给店铺或公司刷量，自己也可能被处罚。说什么、先说哪一句，先问律师。",
    "Boosting a shop or business may get yourself fined. Ask a lawyer what to say, and what to say first.",
  ],

  "G6.pause": ["先缓一缓。", "Take a pause."],
  "G6.nothing_today": [
    "遇到这种事，难受很正常，不是您笨。材料都在，今天什么都不做也可以。",
    "Feeling this way is only human, and you are not stupid. Everything is kept; nothing has to be done today.",
  ],
  "G6.somebody": [
    "找一个信得过的人说一说，或者请他陪您一起看。",
    "Tell somebody you trust, or ask them to look at it with you.",
  ],
  "G6.help": [
    "要是有伤害自己的念头，请马上告诉身边的人，或者找医院、急救和警察，他们会帮您。",
    "If you think of hurting yourself, please tell somebody near you right now, or turn to a hospital, an ambulance or the police. They will help.",
  ],
} as const satisfies Record<string, Wording>;
