/**
 * Words of sharing a case: what it means, starting it, how far things have come, and why something was refused (P5, G2, I10, I12).
 */
import type { Wording } from "../word.ts";

export const screensShare = {
  "screen.share.title": ["与帮手一起办", "Share with a helper"],
  "screen.share.category": ["一起办", "Sharing"],
  "screen.share.members.open": ["看谁在办这个案件", "See who is on this case"],
  "screen.share.close": ["关闭", "Close"],
  "screen.share.cancel": ["取消", "Cancel"],

  "screen.share.before.text": [
    "请您认识的人一起办：一起看材料、改信、记进展。断网时各改各的，联网后自动合在一起。",
    "Work on the case with people you know: look at material, edit letters, note what happened. Without a network each goes on alone; it is put together later.",
  ],
  "screen.share.before.means": ["共享是什么意思", "What sharing means"],
  "screen.share.before.sealed": [
    "离开这台设备的只有加密的记录。中转服务器负责转发和暂存，打不开，也看不到内容。",
    "Only sealed records leave this device. The relay passes them on and holds them; it cannot open or read them.",
  ],
  "screen.share.before.outside": [
    "中转服务器看得到的只有：什么时候、从哪个网络地址、传了多大。",
    "All the relay sees is when something was sent, from which network address, and how big it was.",
  ],
  "screen.share.before.whole": [
    "您邀请的人看得到这个案件的全部内容，以前的和以后加的都在内。看过的收不回来。",
    "Whoever you invite sees everything of this case, past and future. What was seen cannot be taken back.",
  ],
  "screen.share.before.nobody": [
    "不邀请，就没有人看得到。别的案件不会跟着共享。",
    "Nobody sees anything until you invite them. No other case is shared along.",
  ],
  "screen.share.before.stays": [
    "开始以后，这个案件不能再改回不共享。",
    "Once started, this case cannot go back to not being shared.",
  ],
  "screen.share.engagement": ["帮手具体会看到这些", "This is what a helper will see"],
  "screen.share.sees.bought": ["您自己买了点赞、粉丝这类数据", "That you bought likes, followers or the like yourself"],
  "screen.share.sees.order": [
    "{n} 笔订单：跟谁买的、买了多少、付了多少",
    "{n} {n|order|orders}: from whom, how many, for how much",
  ],
  "screen.share.sees.payment": [
    "{n} 笔付款：收款方和支付单号",
    "{n} {n|payment|payments}: who was paid, with the payment number",
  ],
  "screen.share.sees.exhibit": [
    "{n} 份证据：里面可能有您的账号、头像和别人的名字",
    "{n} {n|exhibit|exhibits}, which may show your account, your picture and names of others",
  ],
  "screen.share.sees.reading": ["{n} 次账号数据的读数", "{n} {n|reading|readings} of your account figures"],
  "screen.share.sees.communication": ["{n} 条聊天消息", "{n} chat {n|message|messages}"],
  "screen.share.sees.party": [
    "{n} 个人的姓名，填了的话还有联系方式",
    "The {n|name|names} of {n} {n|person|people}, with contact details where given",
  ],
  "screen.share.sees.draft": ["{n} 封信，草稿也在内", "{n} {n|letter|letters}, drafts included"],
  "screen.share.sees.tick": ["我看过了，我邀请的帮手可以看到这些", "I have read this; helpers I invite may see it"],
  "screen.share.sees.needed": ["请先看上面这些，再打勾。", "Please read the list above and tick it first."],
  "screen.share.name.hint": ["您邀请的人会看到这个名字。", "Whoever you invite sees this name."],
  "screen.share.begin": ["开始共享", "Start sharing"],
  "screen.share.again": ["再试一次", "Try again"],
  "screen.share.beginning": ["正在准备[?of ：{done} / {of}]", "Preparing[?of : {done} / {of}]"],
  "screen.share.beginning.text": ["请先不要关掉页面。", "Please keep this page open."],
  "screen.share.begun": ["已开始共享。现在可以邀请帮手。", "Sharing has started. You can invite a helper now."],

  "screen.share.trouble.unsupported": [
    "这个浏览器缺少加密要用的功能。请更新浏览器，或换一个新一点的浏览器。案件照样可以在这里自己办。",
    "This browser lacks what sealing needs. Update it or use a newer one. You can go on with the case here by yourself.",
  ],
  "screen.share.trouble.elsewhere": [
    "这个案件在另一个标签页里开着。请先关掉那个标签页，再试一次。",
    "This case is open in another tab. Close that tab first, then try again.",
  ],
  "screen.share.trouble.not_owner": [
    "只有案件主人能做这一步。请让案件主人来做。",
    "Only the owner of the case can do this. Please ask the owner.",
  ],
  "screen.share.trouble.no_key": [
    "成员刚变过，要先换新钥匙。请在案件主人的设备上打开这个案件并联网，会自动换好，然后再试一次。",
    "Members changed, so a new key is needed first. Open the case on a device of the owner with a network; it is done by itself. Then try again.",
  ],
  "screen.share.trouble.gone": [
    "这一项已经不在了，可能刚被停掉或处理过。请看现在的名单。",
    "This is no longer there; it may just have been stopped or settled. Please look at the list as it is now.",
  ],
  "screen.share.trouble.store": [
    "这台设备没能存下来，什么都没有改。请腾出一些空间，再试一次。",
    "This device could not save, and nothing was changed. Free some space and try again.",
  ],
  "screen.share.trouble.not_equal": [
    "核对时前后对不上，所以没有开始，案件保持原样。请先导出一份，重新打开页面，再试一次。",
    "A check found a difference, so sharing was not started and the case is as it was. Export a copy, reload the page and try again.",
  ],
  "screen.share.trouble.not_canonical": [
    "案件里有一处内容读不准，所以没有开始，案件保持原样。请先处理“要注意的地方”，再试一次。",
    "Something in the case cannot be read exactly, so sharing was not started and the case is as it was. See “Things to fix” first, then try again.",
  ],
  "screen.share.trouble.closed": [
    "这个案件现在没有开着。请重新打开页面，再试一次。",
    "This case is not open at the moment. Reload the page and try again.",
  ],
  "screen.share.trouble.other": [
    "没能做成，什么都没有改。请再试一次。",
    "That did not work and nothing was changed. Please try again.",
  ],

  "screen.share.link": ["连接情况", "Connection"],
  "screen.share.reconnect": ["现在再连一次", "Connect again now"],
  "screen.share.linking.local": ["还没连接", "Not connected yet"],
  "screen.share.linking.local.more": [
    "改动都存在这台设备上，连上中转服务器后自动发出。",
    "Changes are kept on this device and go out once the relay is reached.",
  ],
  "screen.share.linking.connecting": ["正在连接", "Connecting"],
  "screen.share.linking.connecting.more": ["可以照常办，不用等。", "You can go on as usual; there is no need to wait."],
  "screen.share.linking.syncing": ["正在收发", "Exchanging"],
  "screen.share.linking.syncing.more": [
    "正在和中转服务器互相补齐。可以照常办。",
    "This device and the relay are giving each other what is missing. You can go on as usual.",
  ],
  "screen.share.linking.live": ["已连接", "Connected"],
  "screen.share.linking.live.more": [
    "这里和中转服务器上的一样，谁改了马上就到。",
    "This device and the relay hold the same; changes arrive at once.",
  ],
  "screen.share.linking.behind": ["有内容还没到", "Something has not arrived"],
  "screen.share.linking.behind.more": [
    "有人的改动用到了还没传来的内容。等那台设备联网就会补齐；您可以照常办。",
    "A change builds on something that was not sent yet. It comes when that device is online; you can go on as usual.",
  ],
  "screen.share.linking.silent": ["中转服务器没有回应", "The relay does not answer"],
  "screen.share.linking.silent.more": [
    "改动都存在这台设备上，有回应后自动发出。",
    "Changes are kept on this device and go out once it answers.",
  ],
  "screen.share.linking.offline": ["离线", "Offline"],
  "screen.share.linking.offline.more": [
    "可以照常办。联网后自动发出，并和别人的改动合在一起。",
    "You can go on as usual. With a network it goes out by itself and is put together with the changes of others.",
  ],
  "screen.share.linking.rolled_back": ["中转服务器缺了记录", "The relay lost records"],
  "screen.share.linking.rolled_back.more": [
    "它有的比它确认过的少，或者换了一台。这里的都还在，正在重新传给它；传完以前，请不要以为别人都收到了。",
    "It holds less than it had confirmed, or is another one. Everything is still here and is being sent again; until that is done, do not rely on others having it.",
  ],
  "screen.share.linking.waiting_for_key": ["等换新钥匙", "Waiting for a new key"],
  "screen.share.linking.waiting_for_key.more": [
    "成员变过，要先换新钥匙。您的改动先存在这台设备；案件主人的设备一联网就会换好，然后自动发出。",
    "Members changed, so a new key is needed. Your changes are kept on this device; once a device of the owner is online they go out by themselves.",
  ],
  "screen.share.linking.removed": ["已被移出", "Removed"],
  "screen.share.linking.removed.more": [
    "这台设备不再是成员。原有的还能看；以后的收不到，这里写的别人也看不到。要继续，请案件主人重新邀请。",
    "This device is no longer a member. What was here can still be read; nothing new arrives, and what you write here reaches nobody. To go on, ask the owner for a new invitation.",
  ],
  "screen.share.linking.refused": ["中转服务器不接", "The relay refuses"],
  "screen.share.linking.refused.more": [
    "改动都存在这台设备上，没有丢。",
    "Changes are kept on this device; nothing is lost.",
  ],
  "screen.share.refused.version": [
    "它用的是另一个版本。请更新应用。",
    "It runs another version. Please update the app.",
  ],
  "screen.share.refused.auth": [
    "它没有认出这台设备。请看设备的日期和时间对不对，再连一次。",
    "It did not recognise this device. Check its date and time, then connect again.",
  ],
  "screen.share.refused.not_member": [
    "它说这台设备不是成员：可能已被移出。如果刚加入，请等案件主人的设备联网。",
    "It says this device is no member: it may have been removed. If you have just joined, wait until a device of the owner is online.",
  ],
  "screen.share.refused.read_only": ["它说这台设备只能看。", "It says this device may only view."],
  "screen.share.refused.quota": [
    "这个案件在中转服务器上的空间用完了。请告诉管理它的人。",
    "The space of this case on the relay is used up. Tell whoever runs it.",
  ],
  "screen.share.refused.disk": [
    "中转服务器没有空间了。请告诉管理它的人。",
    "The relay is out of space. Tell whoever runs it.",
  ],
  "screen.share.refused.rate": ["发得太密，稍后会自动再试。", "Too much at once; it is tried again by itself."],

  "screen.share.reach": ["您写的到了哪里", "How far what you wrote has come"],
  "screen.share.reach.here": ["已存在这台设备", "Saved on this device"],
  "screen.share.reach.saving": ["正在保存", "Saving"],
  "screen.share.reach.failed": ["没能保存", "Not saved"],
  "screen.share.reach.relay": ["加密备份已上传", "Encrypted copy uploaded"],
  "screen.share.reach.relay.not": ["还没上传", "Not uploaded yet"],
  "screen.share.reach.unsent": ["还有 {n} 条没上传", "{n} not uploaded yet"],
  "screen.share.reach.seen": ["{n} 位帮手已收到", "{n} {n|helper has|helpers have} it"],
  "screen.share.reach.seen.not": ["帮手还没收到", "No helper has it yet"],
  "screen.share.status.asked": ["有人想加入", "Someone wants to join"],
  "screen.share.status.two": ["{one} · {two}", "{one} · {two}"],

  "screen.share.viewer": ["您只能看", "You can only view"],
  "screen.share.viewer.text": [
    "这个案件是别人给您看的。要改什么，请告诉案件主人。",
    "This case was shown to you. To have something changed, tell its owner.",
  ],
  "screen.share.out": ["您已被移出这个案件", "You were removed from this case"],
  "screen.share.out.text": [
    "这里原有的还能看，以后的收不到，您写的别人也看不到。",
    "What was here can still be read. Nothing new arrives, and what you write reaches nobody.",
  ],
} as const satisfies Record<string, Wording>;
