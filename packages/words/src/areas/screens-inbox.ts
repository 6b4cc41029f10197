/**
 * Words of the inbox: files coming in, waiting, being sorted into a case.
 */
import type { Wording } from "../word.ts";

export const screensInbox = {
  "screen.inbox": ["待整理", "To sort"],
  "screen.inbox.category": ["材料", "Material"],
  "screen.inbox.add": ["放进材料", "Add material"],
  "screen.inbox.tab": ["放进材料 · {title}", "Add material · {title}"],
  "screen.inbox.text": [
    "截图、账单、聊天、录音，什么文件都可以，一次放多少都行。先原样存好，再认它是什么。",
    "Screenshots, bills, chats, recordings: any files, any number at once. Each is kept as it is first, then recognised.",
  ],
  "screen.inbox.into": ["放进案件“{title}”", "Into the case “{title}”"],
  "screen.inbox.wanted": ["现在要找：{name}", "Wanted now: {name}"],
  "screen.inbox.choose": ["选文件", "Choose files"],
  "screen.inbox.folder": ["选整个文件夹", "Choose a folder"],
  "screen.inbox.camera": ["拍照", "Take a photo"],
  "screen.inbox.progress": [
    "正在存“{name}”：{done:size} / {total:size}",
    "Keeping “{name}”: {done:size} / {total:size}",
  ],
  "screen.inbox.progress.left": ["后面还有 {n} 个", "{n} more to come"],
  "screen.inbox.progress.reading": ["已存好，正在认“{name}”", "Kept; recognising “{name}”"],
  "screen.inbox.report": ["刚放进来的", "Just added"],
  "screen.inbox.back": ["回到案件", "Back to the case"],
  "screen.inbox.again": [
    "“{name}”已经在待整理里，没有存第二份",
    "“{name}” is waiting here already; no second copy was kept",
  ],
  "screen.inbox.kept": ["“{name}”存好了，还没放进案件", "“{name}” is kept and not in a case yet"],
  "screen.inbox.waiting": ["还没整理的", "Waiting"],
  "screen.inbox.filed": ["已整理的 {n} 个", "{n} sorted"],
  "screen.inbox.filed.in": ["在“{title}”里", "in “{title}”"],
  "screen.inbox.empty.title": ["没有待整理的文件", "Nothing to sort"],
  "screen.inbox.empty.text": [
    "从支付宝或微信导出账单，或截几张图，放到上面。",
    "Export a bill from Alipay or WeChat, or take screenshots, and put them above.",
  ],
  "screen.inbox.case": ["放进哪个案件", "Into which case"],
  "screen.inbox.case.of": ["“{name}”放进哪个案件", "Into which case “{name}” goes"],
  "screen.inbox.case.none": ["先选案件", "Choose a case"],
  "screen.inbox.case.new": ["新建案件", "New case"],
  "screen.inbox.material": ["这是什么材料", "What it is"],
  "screen.inbox.material.of": ["“{name}”是什么材料", "What “{name}” is"],
  "screen.inbox.material.auto": ["自动认", "Recognise it"],
  "screen.inbox.sort": ["放进去", "Put it in"],
  "screen.inbox.sort.of": ["放进去：{name}", "Put it in: {name}"],
  "screen.inbox.dismiss": ["不要了", "Not needed"],
  "screen.inbox.dismiss.of": ["不要了：{name}", "Not needed: {name}"],
  "screen.inbox.dismissed": ["已从待整理拿掉，原件还在", "Taken off the list; the original is still kept"],
  "screen.inbox.undo": ["撤销", "Undo"],
  "screen.inbox.new.title": ["案件叫什么", "Name of the case"],
  "screen.inbox.new.title.error": ["写一个名字，例如“会员年卡”", "Enter a name, e.g. “Yearly membership”"],
  "screen.inbox.new.category": ["买的是什么", "What was bought"],
  "screen.inbox.new.do": ["新建并放进去", "Create and put it in"],
  "screen.inbox.new.hint": [
    "放进账单以后，选出是哪一笔，订单和付款会自动填好。",
    "After a bill is in, pick the row; order and payment are filled in from it.",
  ],
  "screen.inbox.failed": ["没能新建案件：{reason}", "The case could not be created: {reason}"],
  "screen.inbox.cancel": ["取消", "Cancel"],
} as const satisfies Record<string, Wording>;
