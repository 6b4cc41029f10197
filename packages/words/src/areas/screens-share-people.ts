/**
 * Words of the people on a shared case: inviting, comparing digits, members, removal, changes set aside (JO, ME, RE).
 */
import type { Wording } from "../word.ts";

export const screensSharePeople = {
  "screen.share.members": ["成员", "Members"],
  "screen.share.members.out": ["已移出的", "Removed"],
  "screen.share.role.owner": ["案件主人", "Owner"],
  "screen.share.role.helper": ["帮手", "Helper"],
  "screen.share.role.viewer": ["只能看", "View only"],
  "screen.share.role.out": ["已移出", "Removed"],
  "screen.share.me": ["这台设备", "This device"],
  "screen.share.unnamed": ["没写名字的成员", "A member without a name"],
  "screen.share.recovery": ["恢复文件", "Recovery file"],
  "screen.share.recovery.text": [
    "不是人，也不是谁的手机：设备都丢了的时候才用。",
    "Neither a person nor a phone: for when every device is lost.",
  ],
  "screen.share.device": ["设备 {code}", "Device {code}"],
  "screen.share.seen": ["上次联系", "Last heard from"],
  "screen.share.seen.never": ["还没联系过", "Not heard from yet"],
  "screen.share.has.all": ["已收到全部", "Has everything"],
  "screen.share.has.lacks": ["还差 {n} 条", "Still lacks {n} {n|entry|entries}"],
  "screen.share.has.unknown": ["还不知道收到了多少", "Not known yet what it has"],
  "screen.share.unaware": [
    "还不知道“{name}”已被移出，仍可能把内容传过去",
    "Has not seen that “{name}” was removed and may still pass things on",
  ],
  "screen.share.by_owner": ["邀请和移出由案件主人来做。", "Inviting and removing is done by the owner."],

  "screen.share.acts": ["“{name}”：可以做的", "“{name}”: what you can do"],
  "screen.share.lower.viewer": ["改为只能看", "Change to view only"],
  "screen.share.lower.out": ["移出", "Remove"],
  "screen.share.lower.viewer.title": ["把“{name}”改为只能看？", "Change “{name}” to view only?"],
  "screen.share.lower.out.title": ["移出“{name}”？", "Remove “{name}”?"],
  "screen.share.lower.does": ["改了以后", "What it does"],
  "screen.share.lower.cannot": ["做不到的", "What it cannot do"],
  "screen.share.lower.out.does.key": [
    "案件换一把新钥匙，其他成员自动拿到。以后写的、加的，被移出的设备打不开。",
    "The case gets a new key, which the other members receive by themselves. What is written or added from now on cannot be opened by the removed device.",
  ],
  "screen.share.lower.out.does.late": [
    "那边以后写的不会出现在案件里，会另放着，由您决定要不要。",
    "What is written there from now on does not show in the case; it is set aside for you to decide.",
  ],
  "screen.share.lower.out.cannot.unread": [
    "已经看过、存下、截图的，收不回来。",
    "What was seen, saved or captured cannot be taken back.",
  ],
  "screen.share.lower.out.cannot.unaware": [
    "还没联网的成员暂时不知道，在那以前仍可能把内容传过去。名单里会写明是谁。",
    "Members who are offline do not know yet and may still pass things on. The list says who.",
  ],
  "screen.share.lower.out.cannot.back": [
    "不能改回来。要再一起办，得重新邀请、重新核对数字。",
    "It cannot be undone. To work together again takes a new invitation and new digits.",
  ],
  "screen.share.lower.viewer.does.late": [
    "那边以后的改动不会出现在案件里；以前写的留着。",
    "Changes made there from now on do not show in the case; earlier ones stay.",
  ],
  "screen.share.lower.viewer.cannot.reads": [
    "仍然看得到案件的全部内容，以后加的也在内。不想让看，请移出。",
    "Everything of the case can still be seen, also what is added later. To stop that, remove them.",
  ],
  "screen.share.lower.viewer.cannot.back": [
    "不能改回来。要再让改，得重新邀请。",
    "It cannot be undone. To let them edit again takes a new invitation.",
  ],
  "screen.share.lower.viewer.done": ["“{name}”现在只能看", "“{name}” can only view now"],
  "screen.share.lower.out.done": ["已移出“{name}”", "“{name}” was removed"],

  "screen.share.invite": ["邀请帮手", "Invite a helper"],
  "screen.share.invite.who": ["邀请谁", "Whom to invite"],
  "screen.share.invite.role.helper": ["帮手，能看能改", "A helper who may edit"],
  "screen.share.invite.role.viewer": ["只看不改的人", "Someone who only views"],
  "screen.share.invite.role.owner": ["我自己的另一台设备", "Another device of my own"],
  "screen.share.invite.owner.text": [
    "这台设备能做您能做的一切，包括邀请和移出。只用于您自己的手机或电脑，不要给别人。",
    "That device can do all you can, inviting and removing included. Only for a phone or computer of your own; never for somebody else.",
  ],
  "screen.share.first_lost": [
    "要知道：第一台设备丢了，第二台没法把它移出，只有用恢复文件才行。这样，偷走第二台的人也没法把您移出。",
    "Worth knowing: if the first device is lost, the second cannot remove it; only the recovery file can. So whoever steals the second cannot remove you either.",
  ],
  "screen.share.invite.hours": ["链接多久有效", "How long the link works"],
  "screen.share.invite.hours.1": ["1 小时", "1 hour"],
  "screen.share.invite.hours.24": ["1 天", "1 day"],
  "screen.share.invite.hours.72": ["3 天", "3 days"],
  "screen.share.invite.hours.168": ["7 天", "7 days"],
  "screen.share.invite.once": ["一个链接只能放进一个人。", "A link lets in one person."],
  "screen.share.invite.make": ["创建链接", "Make the link"],
  "screen.share.invite.made": ["邀请链接", "Invitation link"],
  "screen.share.invite.link": ["链接", "Link"],
  "screen.share.invite.qr": ["邀请链接的二维码", "The invitation link as a QR code"],
  "screen.share.invite.until": ["有效到 {at:moment}", "Works until {at:moment}"],
  "screen.share.invite.copy": ["复制链接", "Copy the link"],
  "screen.share.invite.copied": ["链接已复制", "Link copied"],
  "screen.share.invite.copy.failed": [
    "没能复制。请选中上面的链接自己复制。",
    "Could not copy. Please select the link above and copy it yourself.",
  ],
  "screen.share.invite.send": ["用别的应用发", "Send with another app"],
  "screen.share.invite.print": ["打印", "Print"],
  "screen.share.invite.ready": ["链接已经能用", "The link works now"],
  "screen.share.invite.not_ready": [
    "链接还打不开：要先传到中转服务器。请联网，开着这个页面。",
    "The link does not open yet: it has to reach the relay first. Get online and keep this page open.",
  ],
  "screen.share.invite.step.give": [
    "把链接发给这个人，或当面扫码。",
    "Send the link to this person, or let it be scanned face to face.",
  ],
  "screen.share.invite.step.wait": [
    "那边打开链接、写好名字以后，这里会出现六位数字。请联网，开着这个页面。",
    "Once the link is opened and a name is given there, six digits appear here. Stay online and keep this page open.",
  ],
  "screen.share.invite.step.call": [
    "打电话互相念一遍数字，核对好才放进来。",
    "Call each other and read the digits aloud; only then is anybody let in.",
  ],
  "screen.share.invite.careful": [
    "拿到链接的人都能请求加入，所以不要公开张贴。",
    "Whoever has the link may ask to join, so do not post it in public.",
  ],
  "screen.share.invite.done": ["好了", "Done"],

  "screen.share.invites": ["还能用的链接", "Links that still work"],
  "screen.share.invites.none": ["没有还能用的链接。", "No link is open."],
  "screen.share.invites.line": ["邀请：{role:screen.share.role}", "Invitation: {role:screen.share.role}"],
  "screen.share.invites.show": ["再看链接", "Show the link"],
  "screen.share.invites.elsewhere": [
    "链接只在创建它的设备上看得到。",
    "The link can be seen only on the device that made it.",
  ],
  "screen.share.invites.stop": ["停掉", "Stop"],
  "screen.share.invites.stop.of": [
    "停掉这个链接：{role:screen.share.role}，有效到 {at:moment}",
    "Stop this link: {role:screen.share.role}, works until {at:moment}",
  ],
  "screen.share.invites.stopped": [
    "链接已停掉，这台设备不再回应它。",
    "The link was stopped; this device no longer answers it.",
  ],
  "screen.share.invites.also": [
    "您的其他设备还会回应没停掉的链接，请在那边也停掉。",
    "Other devices of yours still answer a link until it is stopped there, too.",
  ],

  "screen.share.asks": ["有人想加入", "Someone wants to join"],
  "screen.share.asks.of": ["“{name}”想加入“{title}”", "“{name}” wants to join “{title}”"],
  "screen.share.asks.look": ["去核对", "Compare"],
  "screen.share.asks.name": ["“{name}”想加入", "“{name}” wants to join"],
  "screen.share.asks.claimed": [
    "名字是那边自己写的，不能当真，数字才算数。",
    "The name is what they typed. It proves nothing; only the digits count.",
  ],
  "screen.share.asks.calling": [
    "正在接通，数字马上就来。请那边也开着页面。",
    "Connecting; the digits are about to appear. The page has to stay open there, too.",
  ],
  "screen.share.digits": ["核对这六位数字", "Compare these six digits"],
  "screen.share.digits.spoken": ["六位数字：{digits}", "Six digits: {digits}"],
  "screen.share.digits.call": [
    "给这个人打电话，或当面。要听得出是本人。",
    "Call this person, or meet. You should recognise the voice.",
  ],
  "screen.share.digits.read": ["互相念出屏幕上的六位数字。", "Read the six digits on your screens to each other."],
  "screen.share.digits.owner": [
    "完全一样，点“一样”。有一位不同，点“不一样”。",
    "If all are the same, press “Same”. If one differs, press “Different”.",
  ],
  "screen.share.digits.never": [
    "不要用发链接的那个聊天发数字：能截走链接的人，也能改数字。",
    "Never send the digits in the chat that carried the link: whoever took the link there could change them as well.",
  ],
  "screen.share.same": ["一样", "Same"],
  "screen.share.differ": ["不一样", "Different"],
  "screen.share.skip": ["不核对，直接让这个人看", "Let this person view without comparing"],
  "screen.share.skip.text": [
    "不核对，也可能放进了捡到链接的别人。",
    "Without comparing you may let in somebody else who came by the link.",
  ],
  "screen.share.another": ["有两个人用了这个链接", "Two people used this link"],
  "screen.share.another.text": [
    "也许是同一个人断线后又连上，也许有一个您不认识。先不要点“一样”，打电话核对：有一个不认识，就都点“不一样”，停掉链接，重新邀请。",
    "Perhaps one person got cut off and came back; perhaps one is a stranger. Do not press “Same” yet. Call and compare: if one is unknown, press “Different” for both, stop the link and invite anew.",
  ],
  "screen.share.admitted": ["“{name}”已加入", "“{name}” has joined"],
  "screen.share.turned_away": ["没有让“{name}”加入", "“{name}” was not let in"],
  "screen.share.turned_away.text": [
    "链接可能到了别人手里。请停掉它，换一种方式重新发。",
    "The link may be in other hands. Stop it and send a new one another way.",
  ],

  "screen.share.aside": ["另放着的改动", "Changes set aside"],
  "screen.share.aside.text": [
    "这些没有写进案件，在这里留着给您看。",
    "These are not in the case; they are kept here to be read.",
  ],
  "screen.share.aside.may": [
    "要用的，可以当作您自己的改动写进去。",
    "Those you want can be written in as changes of your own.",
  ],
  "screen.share.aside.removed": ["移出以后写的", "Written after the removal"],
  "screen.share.aside.doubled": ["同一台设备写重了", "Written twice by one device"],
  "screen.share.aside.adopt": ["写进案件", "Write it in"],
  "screen.share.aside.adopt.of": ["写进案件：“{name}”的改动", "Write it in: changes of “{name}”"],
  "screen.share.aside.all": ["全部写进案件，{n} 项", "Write in all {n}"],
  "screen.share.aside.adopted": ["已写进案件", "Written in"],

  "screen.share.task": ["这台设备丢了怎么办", "If this device is lost"],
  "screen.share.task.text": [
    "现在只有这台设备能邀请和移出。它丢了，案件还能看、能改，但名单再也动不了。请加一台您自己的设备。",
    "Only this device can invite and remove. If it is lost, the case can still be read and edited, but its members can never be changed again. Add another device of your own.",
  ],
  "screen.share.task.add": ["加一台自己的设备", "Add a device of my own"],
} as const satisfies Record<string, Wording>;
