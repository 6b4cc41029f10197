/**
 * Words of what leaves the house and of the command line: lists, bundles, checks.
 */
import type { Wording } from "../word.ts";

export const outgoing = {
  "dossier.from": [
    "本人提供（{name}，{importedAt:date} 存入）",
    "Provided by the applicant ({name}, added {importedAt:date})",
  ],
  "dossier.withheld": [
    "{name}（含他人个人信息，不随附，需要时交给法院）",
    "{name} (holds data of other people; not enclosed, for a court on request)",
  ],
  "cli.withheld": [
    "{name} 含他人个人信息，没有放进材料包",
    "{name} holds data of other people and was left out of the bundle",
  ],
  "cli.not_a_file": ["这不是一个文件", "This is not a file"],
  "cli.draft_blocked": ["还有 {n} 处要改才能发：", "{n} places to mend before it can be sent:"],
  "cli.packed": ["已写好 {path}（{files} 份材料）", "Wrote {path} ({files} exhibits)"],
  "cli.discloses": [
    "{path} 里有 {rows} 行与本案无关，交出去对方也会看到",
    "{path} has {rows} rows of other matters that the reader will see too",
  ],
  "cli.clock.due": ["到 {due:moment}", "until {due:moment}"],
  "cli.clock.user_chosen": [
    "没有法定的数字，时间由您来定[?hours ，常用 {hours:list} 小时]",
    "The law names no number; you set the time[?hours , usual are {hours:list} hours]",
  ],
  "cli.clock.not_in_force": [
    "这条规则在 {on:date} 不适用[?from ，从 {from:date} 起][?until ，到 {until:date} 为止]",
    "This rule does not stand on {on:date}[?from , it stands from {from:date}][?until  until {until:date}]",
  ],
  "cli.deadlines.none": ["还没有期限", "No deadlines yet"],
  "cli.bag_ok": ["全部一致", "Everything holds"],
} as const satisfies Record<string, Wording>;
