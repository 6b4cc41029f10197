/**
 * Words of the shell's screens: Today, board, settings, saving, offline, files coming in.
 */
import type { Wording } from "../word.ts";

export const screensShell = {
  "screen.app": ["追索", "Recourse"],
  "screen.discreet.app": ["记事", "Notes"],
  "screen.today": ["今天", "Today"],
  "screen.board": ["看板", "Board"],
  "screen.settings": ["设置", "Settings"],
  "screen.nav.cases": ["案件", "Cases"],
  "screen.nav.inbox": ["待整理", "To sort"],
  "screen.nav.rules": ["规则", "Rules"],
  "screen.add": ["添加", "Add"],

  "screen.more": ["再显示，还有 {n} 件", "Show more, {n} left"],
  "screen.mine": ["该我了", "My move"],
  "screen.theirs": ["等对方", "Waiting for them"],
  "screen.coming": ["即将到来", "Coming up"],
  "screen.mine.none": ["现在没有要您做的事。", "Nothing for you to do right now."],
  "screen.order": ["订单 {number}", "Order {number}"],
  "screen.order.none": ["还没填订单号", "No order number yet"],
  "screen.untitled": ["没有名字的案件", "Untitled case"],

  "screen.left.days": ["{n} 天", "{n} d"],
  "screen.left.hours": ["{n} 小时", "{n} h"],
  "screen.left.minutes": ["{n} 分钟", "{n} min"],
  "screen.left.over": ["到了", "over"],

  "screen.empty.title": [
    "网上买了服务没拿到，一步一步要求退款",
    "Paid online and got nothing? Ask for a refund, step by step",
  ],
  "screen.empty.text": [
    "材料只存在这台设备上。先新建一个案件，或看一个做好的示例。",
    "Your material stays on this device. Start a case, or look at a finished sample.",
  ],
  "screen.empty.new": ["新建案件", "New case"],
  "screen.empty.sample": ["看示例", "See a sample"],
  "screen.sample.membership": ["示例：会员年卡", "Sample: a yearly membership"],
  "screen.sample.engagement": ["示例：刷赞订单", "Sample: an order for likes"],
  "screen.sample.opening": ["正在打开示例", "Opening the sample"],
  "screen.sample.failed": ["示例没能打开。请再试一次。", "The sample could not be opened. Please try again."],

  "screen.save.title": ["保存情况", "Saving"],
  "screen.save.opening": ["正在打开", "Opening"],
  "screen.save.saved": ["已存在这台设备", "Saved on this device"],
  "screen.save.saving": ["正在保存", "Saving"],
  "screen.save.failed": ["没能保存", "Not saved"],
  "screen.save.opening.more": ["正在读这台设备上的案件。", "Reading the cases on this device."],
  "screen.save.saved.more": [
    "都已存在这台设备上。换设备前请先导出。",
    "Everything is on this device. Export before you change devices.",
  ],
  "screen.save.saving.more": [
    "正在存到这台设备，请先不要关掉页面。",
    "Being saved on this device. Please keep the page open.",
  ],
  "screen.save.failed.more": [
    "这台设备没能存下来。会自动再试；请先不要关掉页面，并腾出一些空间。",
    "This device could not save. It is tried again by itself; keep the page open and free some space.",
  ],

  "screen.offline.title": ["离线使用", "Use offline"],
  "screen.offline.unsupported": ["这个浏览器不能离线使用", "This browser cannot work offline"],
  "screen.offline.preparing": ["正在准备离线使用", "Preparing for offline use"],
  "screen.offline.ready": ["可离线使用", "Ready offline"],
  "screen.offline.update_available": ["有新版本", "Update available"],
  "screen.offline.ready.more": [
    "断网也能用。没有共享的案件，材料不会发到网上。",
    "It works without a network. Material of a case you have not shared is not sent anywhere.",
  ],
  "screen.offline.preparing.more": ["正在把整个应用存到这台设备。", "The whole app is being kept on this device."],
  "screen.offline.unsupported.more": [
    "断网时打不开。换一个浏览器试试，或不要用无痕窗口。",
    "It will not open without a network. Try another browser, or a window that is not private.",
  ],
  "screen.offline.update_available.more": [
    "更新会先保存，再重新打开所有窗口。",
    "Updating saves first, then reopens every window.",
  ],

  "screen.lang": ["中文", "English"],
  "screen.lang.switch": ["换成英文", "Switch to Chinese"],
  "screen.theme": ["外观", "Appearance"],
  "screen.theme.system": ["跟随系统", "As the system"],
  "screen.theme.light": ["浅色", "Light"],
  "screen.theme.dark": ["深色", "Dark"],
  "screen.theme.contrast": ["高对比", "High contrast"],
  "screen.theme.next": ["换外观", "Change appearance"],
  "screen.deadline.next": ["下一期限 {due:short}", "Next deadline {due:short}"],
  "screen.deadline.none": ["没有期限", "No deadline"],
  "screen.deadline.title": ["看最近的期限", "See the next deadline"],

  "screen.settings.update": ["更新", "Update"],

  "screen.undo": ["撤销", "Undo"],
  "screen.undo.done": ["已撤销", "Undone"],
  "screen.undo.partly": [
    "已撤销；有 {n} 处后来又改过，没有动",
    "Undone; {n} {n|place was|places were} changed since and left alone",
  ],
  "screen.undo.nothing": ["没有可撤销的", "Nothing to undo"],
  "screen.redo": ["重做", "Redo"],
  "screen.redo.done": ["已重做", "Redone"],
  "screen.redo.partly": [
    "已重做；有 {n} 处后来又改过，没有动",
    "Redone; {n} {n|place was|places were} changed since and left alone",
  ],
  "screen.redo.nothing": ["没有可重做的", "Nothing to redo"],
  "screen.removed": ["已移除", "Removed"],
  "screen.reveal": ["去看这一处", "Go to this place"],
  "screen.fix": ["按这个办法改", "Apply this fix"],
  "screen.fixed": ["已改好", "Done"],
  "screen.refused": [
    "没能做成，案件没有改动。请打开案件再看一下。",
    "That did not work and nothing was changed. Please look at the case.",
  ],
  "screen.problem.other": ["有一处要注意（{code}）", "Something needs a look ({code})"],

  "screen.open.title": ["这个案件没能打开", "This case could not be opened"],
  "screen.open.quota": ["这台设备没有空间了，请腾出一些再试。", "This device is full. Free some space and try again."],
  "screen.open.needs_update": [
    "另一个窗口已是新版本。请关掉所有窗口再打开。",
    "Another window runs a newer version. Close all windows and open the app again.",
  ],
  "screen.open.closed": ["存储已关闭，请重新打开页面。", "The store was closed. Please reload the page."],
  "screen.open.unavailable": [
    "这个浏览器现在不让存东西。换一个窗口或浏览器试试。",
    "The browser does not allow storing here. Try another window or browser.",
  ],
  "screen.open.io": ["读取失败，请重新打开页面再试。", "Reading failed. Reload the page and try again."],
  "screen.open.silent": [
    "存储没有回应，请重新打开页面再试。",
    "The store does not answer. Reload the page and try again.",
  ],

  "screen.take.quota": ["这台设备没有空间，“{name}”没有存下来", "No space on this device; “{name}” was not kept"],
  "screen.take.unreadable": [
    "“{name}”读不出内容，原件已按原样保留时会列在证据里",
    "The content of “{name}” could not be read; where the original was kept it is listed as an exhibit",
  ],
  "screen.take.store": ["“{name}”没能存下来，请再试一次", "“{name}” could not be kept; please try again"],
  "screen.take.refused": [
    "“{name}”里认出的内容没能写进案件，文件放在待整理",
    "What was found in “{name}” could not be entered; the file is in “To sort”",
  ],
} as const satisfies Record<string, Wording>;
