/**
 * Words of the command line itself: usage and refusals, each naming the file and the fix. zh-CN and en.
 */
import { exhaustive, type Args, type DomainError, type Lang } from "@recourse/core";
import { word } from "@recourse/words";
import { badShareWords } from "./share-words.ts";
import type { UsageError } from "./shell.ts";

const commandLines = `recourse new <dir> --title T --category engagement|membership|topup|course|software|other --respondent NAME --order NO --paid YUAN --ordered-at ISO
             [--item TEXT] [--purpose life|business|unknown] [--payer-age N] [--paid-to merchant|person|store|wallet] [--lang zh-CN|en]
recourse add <dir> FILE... [--as 材料类型]
recourse do <dir> COMMAND [--data JSON|-]
recourse event <dir> TYPE --at ISO [--data JSON]
recourse commands [--json]
recourse assess <dir|archive> [--now ISO] [--json]
recourse deadlines <dir|archive> [--now ISO] [--json] [--ics FILE]
recourse clock RULE --from DATE [--json]
recourse channels <dir|archive> [--now ISO] [--json]
recourse draft <dir> KIND [--format txt|docx] [--out FILE]
             KIND: application reminder1 reminder2 demand termination payment_dispute complaint12315 association attorney claim post
recourse pack <dir> --out FILE.zip
recourse verify FILE.zip|DIR [--json]
recourse log verify DIR|FILE.casebox [--json]
recourse share export <dir> FILE.casebox [--json]
recourse share import <dir> FILE.casebox [--passphrase-file FILE] [--json]
recourse cite "电子商务法" 58 [--quote TEXT] [--at ISO] [--json]
recourse lint FILE|- [--json]
recourse schema
`;

/** All verbs, and what the exit codes mean. */
export const usage = (lang: Lang): string =>
  `${commandLines}\n${
    lang === "en"
      ? "Exit 0: done. 1: the question is answered “no”. 2: wrong usage, or case.json was refused."
      : "退出码 0：完成；1：答案是“否”；2：用法不对，或 case.json 被拒绝。"
  }\n`;

const own = (e: UsageError): readonly [string, string] => {
  switch (e.kind) {
    case "usage":
      return [
        `recourse ${e.verb}：用法不对：${e.reason}。运行 recourse help 看写法。`,
        `recourse ${e.verb}: wrong usage: ${e.reason}. See recourse help.`,
      ];
    case "no_case":
      return [
        `${e.path}：这里没有案件。用 recourse new 新建，或换一个文件夹。`,
        `${e.path}: there is no case here. Make one with recourse new, or name another folder.`,
      ];
    case "exists":
      return [
        `${e.path}：这里已经有一个案件，没有动它。换一个文件夹。`,
        `${e.path}: there is a case already; it was not touched. Name another folder.`,
      ];
    case "broken_case":
      return [
        `${e.path}：读不了：${e.reason}。改正这一处再试；什么都没有写。`,
        `${e.path}: cannot be read: ${e.reason}. Mend that place and try again; nothing was written.`,
      ];
    case "newer_case":
      return [
        `${e.path}：由更新的版本（${e.version}）写成。请先更新本程序；什么都没有写。`,
        `${e.path}: written by a newer version (${e.version}). Update this program first; nothing was written.`,
      ];
    case "locked":
      return [
        `${e.path}：另一个程序正在写它。稍后再试。`,
        `${e.path}: another program is writing it. Try again in a moment.`,
      ];
    case "io":
      return [
        `${e.path}：打不开或写不了：${e.reason}。检查路径、权限和剩余空间，再试一次。`,
        `${e.path}: cannot be opened or written: ${e.reason}. Check path, permissions and free space, then try again.`,
      ];
    case "cannot_pack":
      return e.why === "missing"
        ? [
            `${e.path}：原件不在案件文件夹里了，没有打包。用 recourse add 再放一次同一个文件，然后重来。`,
            `${e.path}: the original is no longer in the case folder; nothing was packed. Add the same file again with recourse add, then retry.`,
          ]
        : [
            `${e.path}：原件和放进来时不一样了，没有打包。用 recourse add 再放一次没改过的那份，然后重来。`,
            `${e.path}: the original is not what was added; nothing was packed. Add the unaltered file again with recourse add, then retry.`,
          ];
    case "not_text":
      return [
        `${e.path}：认不出文字的编码。另存为 UTF-8，再试一次。`,
        `${e.path}: the encoding is not recognised. Save it as UTF-8 and try again.`,
      ];
    case "never_shared":
      return [
        `${e.path}：这个案件还没有和别人共享过，没有记录可以导出。先在应用里共享它，或先导入别人给您的文件。`,
        `${e.path}: this case was never shared, so there are no records to export. Share it in the app first, or import a file someone gave you.`,
      ];
    case "bad_share": {
      const [zh, en] = badShareWords[e.why];
      return [`${e.path}：${zh}什么都没有写。`, `${e.path}: ${en} Nothing was written.`];
    }
    default:
      return exhaustive(e);
  }
};

const ownKinds: ReadonlySet<string> = new Set([
  "usage",
  "no_case",
  "exists",
  "broken_case",
  "newer_case",
  "locked",
  "io",
  "cannot_pack",
  "not_text",
  "never_shared",
  "bad_share",
]);
const isOwn = (e: UsageError | DomainError): e is UsageError => ownKinds.has(e.kind);

/** A refusal in words: file and fix. */
export function explain(e: UsageError | DomainError, lang: Lang): string {
  if (isOwn(e)) return own(e)[lang === "en" ? 1 : 0];
  const { kind, ...args } = e;
  return word(`error.${kind}`, args as Args, lang);
}
