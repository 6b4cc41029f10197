/**
 * Words of shared cases as files, of what has not come yet, of who is here and what was changed (FI, ME5, BL2, FR5).
 */
import type { Wording } from "../word.ts";

export const screensShareFiles = {
  "screen.share.files": ["用文件传和留备份", "Files to pass on and to keep"],
  "screen.share.files.originals": [
    "这些文件里都没有证据的原文件。要连原文件一起留一份，请导出案件。",
    "None of these files holds the originals of exhibits. To keep those as well, export the case.",
  ],
  "screen.share.files.making": ["正在写文件", "Writing the file"],
  "screen.share.files.locking": [
    "正在用口令上锁。旧手机上要几秒，请开着这个页面。",
    "Locking it with the passphrase. This takes some seconds on an older phone; please keep this page open.",
  ],
  "screen.share.files.failed": [
    "没能写成文件，案件没有变。请再试一次。",
    "The file could not be written; the case is as it was. Please try again.",
  ],
  "screen.share.files.share": ["发一份改动给帮手", "Send changes to a helper"],
  "screen.share.files.share.text": [
    "连不上中转服务器时，用聊天软件或存储卡传给帮手。不用口令：只有案件成员打得开。",
    "Without the relay, pass it on by messenger or memory card. It needs no passphrase: only members of the case can open it.",
  ],
  "screen.share.files.share.done": [
    "已存下 {name}。发给帮手，请那边点“打开 .casebox 文件”。",
    "Saved {name}. Send it to your helper, who presses “Open a .casebox file”.",
  ],
  "screen.share.files.backup": ["备份到文件", "Back up to a file"],
  "screen.share.files.backup.text": [
    "案件的全部记录，用口令锁上。浏览器的数据没了，靠它看回来。",
    "All records of the case, locked with a passphrase. If the data of this browser is lost, it brings them back.",
  ],
  "screen.share.files.backup.make": ["上锁并保存", "Lock and save"],
  "screen.share.files.backup.saved": ["备份已存下", "The backup is saved"],
  "screen.share.files.recovery": ["保存恢复文件", "Save the recovery file"],
  "screen.share.files.recovery.text": [
    "设备都丢了，用它和备份在新手机上接着办，还能移出丢的那台。里面没有案件内容。",
    "If every device is lost, with it and a backup you go on from a new phone and can remove the lost one. It holds nothing of the case itself.",
  ],
  "screen.share.files.recovery.make": ["上锁并保存", "Lock and save"],
  "screen.share.files.recovery.saved": ["恢复文件已存下", "The recovery file is saved"],
  "screen.share.files.recovery.careful": [
    "谁拿到这个文件和口令，谁就能像您一样改成员名单。不要发给帮手。",
    "Whoever has this file and its passphrase can change the members as you can. Do not send it to helpers.",
  ],
  "screen.share.files.kept": ["放好了吗？", "Is it in a safe place?"],
  "screen.share.files.kept.text": [
    "这台设备丢了也要拿得到：比如存到家里的电脑，或交给家人，口令另外放。点“放好了”以后，这台设备不再留底，也不能再存一次。",
    "You must be able to reach it when this device is gone: on a computer at home or with family, the passphrase kept elsewhere. Once you press “It is safe”, this device keeps nothing of it and cannot save it again.",
  ],
  "screen.share.files.kept.yes": ["放好了", "It is safe"],
  "screen.share.files.kept.no": ["还没有", "Not yet"],
  "screen.share.files.kept.done": ["好，这台设备上不再留底。", "Good. This device no longer keeps a copy."],

  "screen.share.phrase": ["口令", "Passphrase"],
  "screen.share.phrase.which": ["用哪个口令", "Which passphrase"],
  "screen.share.phrase.proposed": ["用这个新口令", "Use this new one"],
  "screen.share.phrase.own": ["用我自己的口令", "Use one of my own"],
  "screen.share.phrase.show": ["新口令", "New passphrase"],
  "screen.share.phrase.proposing": ["正在准备口令", "Preparing a passphrase"],
  "screen.share.phrase.copy": ["复制口令", "Copy the passphrase"],
  "screen.share.phrase.copied": ["口令已复制", "Passphrase copied"],
  "screen.share.phrase.copy.failed": ["没能复制。请照着抄下来。", "Could not copy. Please write it down instead."],
  "screen.share.phrase.own.label": ["自己的口令", "Your own passphrase"],
  "screen.share.phrase.own.hint": [
    "至少 14 个字。用别人猜不到的几个词，不要用生日、电话。",
    "At least 14 characters. Several words nobody would guess; no birthdays, no telephone numbers.",
  ],
  "screen.share.phrase.short": [
    "现在是 {n} 个字，至少要 14 个。再加一两个词。",
    "It has {n} {n|character|characters} and needs at least 14. Add a word or two.",
  ],
  "screen.share.phrase.forgotten": [
    "忘了口令，这个文件谁也打不开，我们也没有办法。请把口令抄下来，和文件分开放。",
    "If the passphrase is forgotten nobody can open this file, and we cannot help. Write it down and keep it apart from the file.",
  ],
  "screen.share.phrase.this": ["它的口令，请现在抄下来", "Its passphrase; write it down now"],

  "screen.share.task.or": [
    "或者保存一份恢复文件。两样做一样就可以，两样都做更稳妥。",
    "Or save a recovery file. Either will do; both are better.",
  ],

  "screen.casebox.title": ["打开 .casebox 文件", "Open a .casebox file"],
  "screen.casebox.text": [
    "帮手发来的改动，或您自己的备份。打开只会添上没有的，不会删掉或盖住这里的。",
    "Changes a helper sent, or your own backup. Opening only adds what is missing; nothing here is deleted or replaced.",
  ],
  "screen.casebox.choose": ["选文件", "Choose the file"],
  "screen.casebox.drop": ["也可以拖进来", "Or drop it here"],
  "screen.casebox.restore": ["手机丢了？用恢复文件找回案件", "Lost your phone? Restore with the recovery file"],
  "screen.casebox.one": ["一次打开一个，先打开第一个。", "One at a time: the first is opened."],
  "screen.casebox.reading": ["正在读 {name}", "Reading {name}"],
  "screen.casebox.phrase": ["“{name}”要口令才打得开", "“{name}” opens with its passphrase"],
  "screen.casebox.phrase.hint": [
    "存这个文件时抄下来的那一个。自动给的新口令，大小写、空格、横线不要紧。",
    "The one written down when the file was saved. In one proposed by the app, capitals, spaces and dashes do not matter.",
  ],
  "screen.casebox.phrase.needed": ["请填口令。", "Please give the passphrase."],
  "screen.casebox.open": ["打开", "Open"],
  "screen.casebox.other": ["换一个文件", "Another file"],
  "screen.casebox.done": ["已读完", "Read"],
  "screen.casebox.of": ["“{name}”：{text}", "“{name}”: {text}"],
  "screen.casebox.nothing": ["没有新的：文件里的这里都有了。", "Nothing new: all of it was here already."],
  "screen.casebox.added": ["新来的 {n} 条", "{n} {n|record|records} that {n|was|were} not here"],
  "screen.casebox.known": ["原来就有的 {n} 条", "{n} that {n|was|were} here already"],
  "screen.casebox.waiting": [
    "先留着的 {n} 条：它们接着的内容还没到，到了会自动放进去",
    "{n} kept until what {n|it builds|they build} on arrives; then {n|it goes|they go} in by {n|itself|themselves}",
  ],
  "screen.casebox.not_taken": [
    "没有收的 {n} 条：不是案件成员写的，或被改过",
    "{n} not taken: not written by members of the case, or altered",
  ],
  "screen.casebox.damaged": [
    "文件有一部分坏了，读得出的都读进来了。请再要一份完整的。",
    "Part of the file is damaged; what could be read is here. Please ask for a whole one.",
  ],
  "screen.casebox.case": ["打开案件", "Open the case"],
  "screen.casebox.received": ["收到了帮手发来的文件", "A helper sent you a file"],

  "screen.restore.title": ["手机丢了，用恢复文件找回", "A lost phone: restore with the recovery file"],
  "screen.restore.text": [
    "要两个文件：案件的备份，和恢复文件。这台设备会成为案件主人的设备。",
    "It takes two files: a backup of the case and the recovery file. This device becomes one of the owner’s.",
  ],
  "screen.restore.needs": [
    "这份备份的案件不在这台设备上。请再选恢复文件，就能在这里接着办。",
    "The case of this backup is not on this device. Add the recovery file and you can go on here.",
  ],
  "screen.restore.backup": ["备份文件", "The backup"],
  "screen.restore.backup.phrase": ["备份的口令", "Passphrase of the backup"],
  "screen.restore.recovery": ["恢复文件", "The recovery file"],
  "screen.restore.recovery.phrase": ["恢复文件的口令", "Passphrase of the recovery file"],
  "screen.restore.choose": ["选文件：{what}", "Choose the file: {what}"],
  "screen.restore.chosen": ["已选 {name}", "Chosen: {name}"],
  "screen.restore.file.needed": ["请选这个文件。", "Please choose this file."],
  "screen.restore.lost": ["旧手机丢了，把它移出", "The old phone is lost: remove it"],
  "screen.restore.lost.text": [
    "不急就先不勾。先找回，联网，等别人的改动都到了，再到这里用同样两个文件做一次，勾上这一项。",
    "If there is no hurry, leave it unticked. Restore first, get online, wait until the changes of others are here; then come back with the same two files and tick it.",
  ],
  "screen.restore.lost.why": [
    "马上移出的话，旧手机上写了、这里还没有的改动不会直接写进案件，会另放着，要一条条看过再写进去。",
    "If it is removed at once, what was written on the old phone and has not come here does not go into the case; it is set aside to be read and written in one by one.",
  ],
  "screen.restore.lost.hurry": [
    "旧手机可能被人拿着用，就现在勾上。",
    "If somebody may be using the old phone, tick it now.",
  ],
  "screen.restore.do": ["找回案件", "Restore the case"],
  "screen.restore.doing": [
    "正在开锁、读记录。旧手机上要几秒，请开着这个页面。",
    "Unlocking and reading. This takes some seconds on an older phone; please keep this page open.",
  ],
  "screen.restore.done": ["这台设备现在是案件主人的设备", "This device is now one of the owner’s"],
  "screen.restore.later": [
    "旧手机还在名单里。联网，等改动都到齐以后，再来一次，勾上“旧手机丢了，把它移出”。",
    "The old phone is still a member. Get online, wait for all changes, then do this again and tick “The old phone is lost: remove it”.",
  ],
  "screen.restore.out": [
    "旧手机已移出。它以后写的会另放着，由您决定要不要。",
    "The old phone was removed. What it writes from now on is set aside for you to decide.",
  ],

  "screen.file.trouble.not_a_casebox": [
    "这不是 .casebox 文件。请选名字以 .casebox 结尾的文件。",
    "This is no .casebox file. Choose one whose name ends in .casebox.",
  ],
  "screen.file.trouble.damaged": [
    "文件坏了，读不出来。请让对方重新发一次；聊天软件里请用“文件”方式发，不要转成别的格式。",
    "The file is damaged and cannot be read. Have it sent again, as a file and not converted.",
  ],
  "screen.file.trouble.torn": [
    "文件只到了一半。请等下载完，或重新发一次。",
    "Only part of the file is here. Wait until the download is complete, or have it sent again.",
  ],
  "screen.file.trouble.too_large": [
    "文件太大，这里打不开。请确认没有选错文件。",
    "The file is too large to open here. Please check that it is the right one.",
  ],
  "screen.file.trouble.newer_version": [
    "这个文件是新版应用存的。请刷新页面更新应用，再打开。",
    "A newer version of the app saved this file. Reload the page to update, then open it.",
  ],
  "screen.file.trouble.wrong_kind": [
    "这是恢复文件，不能单独打开，要和备份一起用。",
    "This is a recovery file. It cannot be opened by itself: it goes with a backup.",
  ],
  "screen.file.trouble.passphrase_needed": ["这个文件要口令。请填口令。", "This file needs its passphrase."],
  "screen.file.trouble.passphrase_wrong": [
    "口令不对。请对着抄下的那一份再填一次，看有没有多字、少字。",
    "The passphrase does not fit. Compare it with what was written down and try again.",
  ],
  "screen.file.trouble.passphrase_weak": [
    "口令太短，至少要 14 个字。请再加一两个词，或用自动给的新口令。",
    "The passphrase is too short; it needs at least 14 characters. Add a word or two, or use the proposed one.",
  ],
  "screen.file.trouble.iterations": [
    "这个文件上锁的方式不对，没有打开。它可能不是追索存的，请找发给您的人核实。",
    "The lock of this file is not as it should be, so it was not opened. It may not come from this app; ask whoever sent it.",
  ],
  "screen.file.trouble.not_here": [
    "这份改动的案件不在这台设备上。请先让案件主人邀请您，加入以后再打开。",
    "The case of these changes is not on this device. Ask the owner for an invitation first; open it once you have joined.",
  ],
  "screen.file.trouble.unlisted": [
    "这个文件不是这个案件的。请看文件名，换一个。",
    "This file belongs to another case. Check its name and choose another.",
  ],
  "screen.file.trouble.needs_recovery": [
    "这份备份的案件不在这台设备上，要和恢复文件一起用。",
    "The case of this backup is not on this device; it takes the recovery file as well.",
  ],
  "screen.file.trouble.other_recovery": [
    "这个恢复文件是另一个案件的。请换成这个案件的恢复文件。",
    "This recovery file is of another case. Choose the one of this case.",
  ],
  "screen.file.trouble.no_genesis": [
    "文件里缺了开头的记录，没法确认谁是成员。请换一份完整的备份。",
    "The first record is missing, so nobody can say who is a member. Use a complete backup.",
  ],
  "screen.file.trouble.unknown_device": [
    "要移出的那台设备不在成员里。请不勾“移出”，先找回案件，再看成员名单。",
    "The device to be removed is no member. Restore without removing it, then look at the members.",
  ],
  "screen.file.trouble.device_out": [
    "这台设备以前被移出过，不能再用原来的身份回来。请换一个浏览器，或清掉这个网站的数据以后再试；清之前先导出这里的其他案件。",
    "This device was removed before and cannot come back as it was. Use another browser, or clear the data of this site first; export your other cases before that.",
  ],
  "screen.file.trouble.no_key": [
    "案件换过钥匙，这台设备还没拿到新的。请联网等案件主人的设备上线，再试一次。",
    "The case has a new key that this device does not have yet. Get online, wait for a device of the owner, then try again.",
  ],
  "screen.file.trouble.store": [
    "这台设备没能存下来，什么都没有改。请腾出一些空间，再试一次。",
    "This device could not save, and nothing was changed. Free some space and try again.",
  ],
  "screen.file.trouble.restore.passphrase_wrong": [
    "两个口令里有一个不对。备份和恢复文件各有各的口令，请对着抄下的再填一次。",
    "One of the two passphrases does not fit. The backup and the recovery file each have their own; compare and try again.",
  ],
  "screen.file.trouble.restore.wrong_kind": [
    "两个文件有一个选错了，或选反了：上面是备份，下面是恢复文件。",
    "One of the two files is another kind, or they are the wrong way round: the backup above, the recovery file below.",
  ],
  "screen.file.trouble.recovery.not_here": [
    "这台设备上没有恢复文件的底了：它已经存过并放好了，或案件是在您的另一台设备上开始共享的。请找原来存的那一份，或再加一台自己的设备。",
    "This device has nothing left to make the recovery file from: it was saved before, or sharing began on another device of yours. Look for the file you saved, or add another device of your own.",
  ],
  "screen.file.trouble.other": [
    "没能打开，什么都没有改。请再试一次，或换一个文件。",
    "That did not work and nothing was changed. Try again, or use another file.",
  ],

  "screen.evidence.missing": ["还没到这台设备 · {size:size}", "Not on this device yet · {size:size}"],
  "screen.evidence.fetching": ["正在接收 · {size:size}", "Receiving · {size:size}"],
  "screen.evidence.progress": ["原文件已到 {got} / {of} 块", "Original: {got} of {of} pieces here"],
  "screen.evidence.not_sent": ["还没上传，帮手那边看不到原文件", "Not uploaded yet; helpers cannot see the original"],
  "screen.evidence.trouble.no_room": [
    "这台设备空间不够，原文件放不下。请腾出一些空间，会自动再试。",
    "This device is out of room for the original. Free some space; it is tried again by itself.",
  ],
  "screen.evidence.trouble.store": [
    "这台设备没能存下原文件，会自动再试。",
    "This device could not store the original; it is tried again by itself.",
  ],
  "screen.evidence.trouble.false_note": [
    "传来的和登记的不是同一个文件，没有收。请让加这份证据的人重新放一次。",
    "What came is not the file that was announced, and was not taken. Ask whoever added this exhibit to add it again.",
  ],
  "screen.evidence.trouble.quota": [
    "这个案件在中转服务器上的空间用完了，原文件没传上去。请告诉管理它的人。",
    "The space of this case on the relay is used up; the original was not uploaded. Tell whoever runs it.",
  ],
  "screen.evidence.trouble.disk": [
    "中转服务器没有空间了，原文件没传上去。请告诉管理它的人。",
    "The relay is out of space; the original was not uploaded. Tell whoever runs it.",
  ],
  "screen.evidence.trouble.other": [
    "中转服务器没有收下原文件，会自动再试。",
    "The relay did not take the original; it is tried again by itself.",
  ],

  "screen.here.looks": ["{names} 正在看这个案件", "Looking at this case: {names}"],
  "screen.here.types": ["{names} 正在写", "Writing: {names}"],

  "screen.history": ["谁在什么时候改了什么", "Who changed what, and when"],
  "screen.history.text": [
    "开始共享以后的改动，最新的在最前。时间是写的人那台设备的钟，只供参考。",
    "Changes since sharing began, the newest first. Times are by the clock of whoever wrote, for orientation only.",
  ],
  "screen.history.none": ["开始共享以后还没有改动。", "Nothing was changed since sharing began."],
  "screen.history.more": ["再看更早的", "Show earlier ones"],
  "screen.history.me": ["您", "You"],
  "screen.history.added": ["加了：{what}", "added: {what}"],
  "screen.history.removed": ["拿掉了：{what}", "took out: {what}"],
  "screen.history.restored": ["放回了：{what}", "put back: {what}"],
  "screen.history.moved": ["拿掉或放回了：{what}", "took out or put back: {what}"],
  "screen.history.changed": ["改了：{what}", "changed: {what}"],
} as const satisfies Record<string, Wording>;
