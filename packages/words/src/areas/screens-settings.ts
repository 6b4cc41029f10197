/**
 * Words of the settings.
 */
import type { Wording } from "../word.ts";

export const screensSettings = {
  "screen.settings.language": ["语言", "Language"],
  "screen.settings.language.zh": ["中文", "Chinese"],
  "screen.settings.language.en": ["英文", "English"],
  "screen.settings.name": ["您的名字", "Your name"],
  "screen.settings.name.hint": [
    "聊天记录里用来认出哪些话是您说的。只有和您一起办案件的人看得到这个名字。",
    "Used to tell which words in a chat are yours. Only people you share a case with see this name.",
  ],
  "screen.settings.storage": ["存储", "Storage"],
  "screen.settings.storage.used": [
    "已用约 {used:size}，浏览器最多给 {quota:size}",
    "About {used:size} used; the browser gives up to {quota:size}",
  ],
  "screen.settings.storage.unknown": ["浏览器没有说用了多少", "The browser does not say how much is used"],
  "screen.settings.storage.kept": ["浏览器已答应不自动清理", "The browser has agreed not to clear it by itself"],
  "screen.settings.storage.loose": [
    "空间紧张时浏览器可能自动清理。可以请它不要清理，并定期导出。",
    "When space is short the browser may clear it. You can ask it not to, and export from time to time.",
  ],
  "screen.settings.storage.ask": ["请浏览器不要清理", "Ask the browser to keep it"],
  "screen.settings.storage.refused": [
    "浏览器没有答应。请定期导出案件。",
    "The browser did not agree. Please export your cases from time to time.",
  ],
  "screen.settings.cases": ["案件", "Cases"],
  "screen.settings.cases.none": ["还没有案件", "No cases yet"],
  "screen.settings.export": ["导出", "Export"],
  "screen.settings.export.of": ["导出“{title}”", "Export “{title}”"],
  "screen.settings.exported": ["已导出 {name}", "Exported {name}"],
  "screen.settings.export.failed": ["没能导出", "Could not export"],
  "screen.settings.delete": ["删除", "Delete"],
  "screen.settings.delete.of": ["删除“{title}”", "Delete “{title}”"],
  "screen.settings.delete.title": ["删除这个案件？", "Delete this case?"],
  "screen.settings.delete.text": [
    "“{title}”和它的原件会从这台设备删掉，找不回来。建议先导出一份。",
    "“{title}” and its originals will be deleted from this device and cannot be brought back. Exporting first is advised.",
  ],
  "screen.settings.delete.export": ["先导出", "Export first"],
  "screen.settings.delete.go": ["删除", "Delete"],
  "screen.settings.delete.cancel": ["不删", "Keep it"],
  "screen.settings.delete.failed": [
    "“{title}”没能删除，什么都没有删掉",
    "“{title}” could not be deleted; nothing is gone",
  ],
  "screen.settings.deleted": ["已删除“{title}”", "“{title}” was deleted"],
  "screen.settings.import": ["打开导出的案件", "Open an exported case"],
  "screen.settings.install": ["安装到这台设备", "Install on this device"],
  "screen.settings.install.text": [
    "像普通应用一样打开，断网也能用。",
    "Opens like any app and works without a network.",
  ],
  "screen.settings.about": ["关于", "About"],
  "screen.settings.about.text": [
    "追索是一块案件板：整理材料、写信、记时间。它不替您提交任何东西，也不是律师。",
    "Recourse is a case board: it sorts material, drafts letters and keeps time. It submits nothing for you and is no lawyer.",
  ],
  "screen.settings.version": ["版本 {version}", "Version {version}"],
  "screen.settings.version.build": ["版本 {version}（{build}）", "Version {version} ({build})"],
  "screen.settings.licence": ["开放源代码，可自由使用", "Open source, free to use"],
} as const satisfies Record<string, Wording>;
