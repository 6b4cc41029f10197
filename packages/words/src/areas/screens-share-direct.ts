/** Words of ways straight from device to device (FR6), and of a copy that was here before the case was joined (R8). */
import type { Wording } from "../word.ts";

export const screensShareDirect = {
  "screen.share.direct": ["直接连接", "Direct connection"],
  "screen.share.direct.on": ["这台设备可以和成员直接连接", "This device may connect straight to members"],
  "screen.share.direct.text": [
    "打开后，这个案件的成员能看到您的网络地址。中转服务器断开时，同时打开案件的人之间还能继续收发；两边都要打开。平时仍走中转服务器，内容一样加密。",
    "When on, the members of this case can see your network address. If the relay is away, people who have the case open at the same time still exchange changes; both sides must switch it on. Otherwise the relay is used, and content is sealed all the same.",
  ],
  "screen.share.direct.impossible": [
    "这个浏览器不支持直接连接。可以照常通过中转服务器或文件交换。",
    "This browser cannot connect directly. The relay and files work as usual.",
  ],
  "screen.share.direct.waiting": ["还没有和谁直接连上。", "Not connected directly to anybody yet."],
  "screen.share.direct.joined": ["已和 {names} 直接连上。", "Connected directly to {names}."],
  "screen.share.direct.failed": [
    "没能记下这个设置，什么都没有改。请再试一次。",
    "The setting could not be kept and nothing was changed. Please try again.",
  ],
  "screen.share.linking.direct": ["直接相连", "Connected directly"],
  "screen.share.linking.direct.more": [
    "中转服务器连不上，改动直接送到已连上的成员；其他人要等中转服务器恢复。",
    "The relay is not reached; changes go straight to the members you are connected to. Everybody else gets them when the relay is back.",
  ],

  "screen.share.earlier": ["这台设备上还有这个案件的另一份", "This device holds another copy of this case"],
  "screen.share.earlier.text": [
    "它是您加入以前就有的，没有共享，现在也不再显示。里面写过的不会自己合进来。可以存成案件存档，再和现在的案件逐项比较，把要的取回来。",
    "It was here before you joined, was not shared, and is no longer shown. What was written in it does not merge by itself. Save it as a case archive, then compare it with the case item by item and take over what you want.",
  ],
  "screen.share.earlier.save": ["存成案件存档", "Save it as an archive"],
  "screen.share.earlier.saved": [
    "已存成 {name}，在“导入案件存档”里打开就能比较。",
    "Saved as {name}; open it under “Import a case archive” to compare.",
  ],
  "screen.share.earlier.compare": ["打开存档来比较", "Open the archive to compare"],
  "screen.share.earlier.drop": ["不要那一份了", "Give that copy up"],
  "screen.share.earlier.drop.title": ["不要那一份了吗？", "Give that copy up?"],
  "screen.share.earlier.drop.text": [
    "删掉的是加入以前的那一份，不能恢复；共享的案件不受影响。还没比较过的话，请先存成案件存档。",
    "Only the copy from before you joined is deleted; this cannot be undone. The shared case is not touched. If you have not compared it yet, save it as an archive first.",
  ],
  "screen.share.earlier.dropped": ["那一份已经删掉了。", "That copy is gone."],
  "screen.share.earlier.failed": [
    "没能做成，什么都没有改。请再试一次。",
    "That did not work; nothing was changed. Please try again.",
  ],
} as const satisfies Readonly<Record<string, Wording>>;
