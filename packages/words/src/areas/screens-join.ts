/**
 * Words of joining a case by a link: for whoever was invited (JO, G2).
 */
import type { Wording } from "../word.ts";

export const screensJoin = {
  "screen.join.title": ["加入一个案件", "Join a case"],
  "screen.join.steps": ["怎么加入", "How joining works"],
  "screen.join.ready": [
    "有人请您一起办一个退款案件。加入以后，案件的全部内容会存到这台设备。",
    "Somebody asks you to work on a refund case with them. Once you join, all of the case is kept on this device.",
  ],
  "screen.join.unknown": [
    "现在还看不出是谁邀请您。核对数字以后才算数：只跟您认识、能打电话的人继续。",
    "Nothing shows yet who invites you; only comparing the digits does. Go on only with someone you know and can call.",
  ],
  "screen.join.scam": [
    "谁让您先付钱、给验证码、装应用才能加入，都是骗人的，请关掉这个页面。",
    "If anybody asks for money, a code or an app before you may join, it is a scam. Close this page.",
  ],
  "screen.join.name": ["您的名字", "Your name"],
  "screen.join.name.hint": [
    "写邀请您的人认得出的名字。案件里的成员都看得到。",
    "One that whoever invited you will recognise. All members of the case see it.",
  ],
  "screen.join.name.needed": ["请先写一个名字。", "Please give a name first."],
  "screen.join.ask": ["请求加入", "Ask to join"],
  "screen.join.leave": ["不加入了", "Do not join"],
  "screen.join.again": ["再试一次", "Try again"],
  "screen.join.open": ["打开案件", "Open the case"],
  "screen.join.keep_open": ["请开着这个页面。", "Please keep this page open."],

  "screen.join.is.calling": ["正在连接", "Connecting"],
  "screen.join.is.calling.text": ["正在找中转服务器。", "Looking for the relay."],
  "screen.join.is.asking": ["等邀请您的人上线", "Waiting for whoever invited you"],
  "screen.join.is.asking.text": [
    "请打电话告诉邀请您的人：联网，打开这个案件，点“与帮手一起办”。",
    "Call whoever invited you and say: get online, open the case, press “Share with a helper”.",
  ],
  "screen.join.is.comparing": ["核对这六位数字", "Compare these six digits"],
  "screen.join.digits.call": [
    "给邀请您的人打电话，或当面。要听得出是本人。",
    "Call whoever invited you, or meet. You should recognise the voice.",
  ],
  "screen.join.digits.same": [
    "完全一样，请那边点“一样”，这里会自动继续。",
    "If all are the same, have them press “Same”; it goes on here by itself.",
  ],
  "screen.join.digits.differ": [
    "有一位不同，就不要加入，也请那边点“不一样”。",
    "If one differs, do not join, and have them press “Different”.",
  ],
  "screen.join.differ": ["不一样，不加入", "Different, do not join"],
  "screen.join.is.fetching": ["已让您加入，正在接收", "You were let in; receiving the case"],
  "screen.join.is.fetching.text": ["案件正在传到这台设备。", "The case is on its way to this device."],
  "screen.join.is.joined": ["已加入", "You have joined"],
  "screen.join.joined.owner": [
    "这是您自己的另一台设备，能做的和第一台一样。",
    "This is another device of yours; it can do what the first one can.",
  ],
  "screen.join.joined.helper": [
    "您是帮手：能看、能改、能加材料。断网也能办。",
    "You are a helper: you may look, edit and add material, also without a network.",
  ],
  "screen.join.joined.viewer": ["您能看，不能改。断网也能看。", "You may look but not edit, also without a network."],
  "screen.join.is.refused": ["没有加入", "You were not let in"],
  "screen.join.is.refused.text": [
    "那边点了“不一样”，或者没有认出您。案件的内容您没有收到。请打电话问清楚，再要一个新链接。",
    "They pressed “Different” or did not recognise you. Nothing of the case has reached you. Call and ask, then get a new link.",
  ],
  "screen.join.is.closed": ["这个链接不能用了", "This link no longer works"],
  "screen.join.is.closed.text": [
    "可能用过了、过期了，或被停掉了。请打电话要一个新链接。",
    "It was used, has run out or was stopped. Call and ask for a new one.",
  ],
  "screen.join.is.doubtful": ["没法确认这是谁的案件", "It cannot be confirmed whose case this is"],
  "screen.join.is.doubtful.text": [
    "收到的记录对不上，可能被人动过，所以没有打开。别再用这个链接，请当面要一个新的。",
    "What arrived does not fit together and may have been tampered with, so it was not opened. Do not use this link again; get a new one face to face.",
  ],
  "screen.join.is.offline": ["没有连上", "No connection"],
  "screen.join.is.offline.text": [
    "请联网后再试一次。链接还在，先不要关掉这个页面。",
    "Get online and try again. The link is kept as long as this page stays open.",
  ],
  "screen.join.is.unsupported": ["这个浏览器不能加入", "This browser cannot join"],
  "screen.join.is.unsupported.text": [
    "它缺少加密要用的功能。请更新浏览器，或把收到的链接放到新一点的浏览器里打开。",
    "It lacks what sealing needs. Update it, or open the link you received in a newer browser.",
  ],
  "screen.join.is.no_invite": ["这里没有邀请", "There is no invitation here"],
  "screen.join.is.no_invite.text": [
    "请重新点开收到的链接，或完整复制到浏览器的地址栏。还不行，就请那边重新发一个。",
    "Open the link you received once more, or copy all of it into the address bar. If that fails, ask for a new one.",
  ],
  "screen.join.home": ["去今天", "Go to Today"],
} as const satisfies Record<string, Wording>;
