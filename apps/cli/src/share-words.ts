/**
 * Words of `recourse share`. zh-CN and en.
 */
import { exhaustive, type Lang } from "@recourse/core";
import type { Damage, Received, Refusal } from "@recourse/sync/casebox";
import type { BadShare } from "./shell.ts";

type Both = readonly [string, string];
const inLang = (words: Both, lang: Lang): string => words[lang === "en" ? 1 : 0];

/** Why a shared file, or a folder's log, is not taken; each ends its sentence. */
export const badShareWords: Readonly<Record<BadShare, Both>> = {
  not_a_casebox: [
    "不是共享文件（.casebox）。请确认选对了文件。",
    "this is not a .casebox file. Check that it is the right one.",
  ],
  damaged: [
    "文件坏了，读不出内容。请对方重新发一份，或换一份备份。",
    "the file is damaged and nothing in it can be read. Ask for it again, or use another copy.",
  ],
  torn: [
    "文件不完整，可能没有传完。请重新传一次。",
    "the file is not complete; it may not have been copied to its end. Copy it again.",
  ],
  passphrase_wrong: [
    "口令不对。文件本身是好的，核对一下口令再试。",
    "the passphrase is wrong. The file itself is whole; check the passphrase and try again.",
  ],
  iterations: [
    "文件要求的口令运算次数不在允许范围内，不是本程序写的。请不要用它。",
    "the file asks for an amount of work that no such file asks for. Do not use it.",
  ],
  too_large: ["文件太大，不会是一个案件的记录。", "the file is too large to be the records of one case."],
  newer_version: ["由更新的版本写成。请先更新本程序。", "written by a newer version. Update this program first."],
  wrong_kind: [
    "这是恢复文件，里面没有记录。请用共享文件或备份文件。",
    "this is a recovery file and holds no records. Use a share or backup file.",
  ],
  not_a_backup: [
    "这个文件没有口令。去掉 --passphrase-file 再试，或换成备份文件。",
    "this file has no passphrase. Leave --passphrase-file out, or use a backup file.",
  ],
  other_case: [
    "是另一个案件的，没有并进来。换一个文件夹，或换一个文件。",
    "this is of another case and was not merged. Name another folder or another file.",
  ],
  no_genesis: [
    "里面没有案件的第一条记录，不知道属于哪个案件。请对方重新导出一份。",
    "the case's first record is not in it, so nobody can say which case it is of. Ask for it to be exported again.",
  ],
};

const refusals: Readonly<Record<Refusal["is"], Both>> = {
  noise: ["不是记录、属于别的案件，或签名不对", "no record, of another case, or its signature is wrong"],
  inadmissible: [
    "作者当时无权这样写，或内容不合规则",
    "its author was not entitled to write it, or it breaks the rules",
  ],
  full: ["等待中的记录太多，先不收；文件里还有它", "too many records wait already; it is still in the file"],
  unknown_author: ["作者是谁还无法核对，先不收", "its author cannot be checked yet, so it is not kept"],
};

/** One refused record in one line: what, place, reason, sentence. */
export const refusalLine = ({ is, record, why }: Refusal, lang: Lang): string =>
  `${is}  #${record}  ${why}  ${inLang(refusals[is], lang)}\n`;

function damageWords(damage: Damage): Both {
  switch (damage.is) {
    case "head":
      return [
        "文件开头坏了，记录是逐条找回来的",
        "the beginning of the file is damaged; its records were found one by one",
      ];
    case "secret":
      return ["文件里的钥匙部分坏了，记录没有受影响", "the part with the keys is damaged; the records are not"];
    case "altered":
      return ["文件里的记录部分有改动；坏的那一条会单独列出", "the records were changed; the bad one is listed"];
    case "torn":
      return [
        `文件在第 ${damage.at} 字节处断了，之前的记录都在`,
        `the file breaks off at byte ${damage.at}; the records before it are here`,
      ];
    case "surplus":
      return [
        `文件在第 ${damage.at} 字节之后有多余的内容`,
        `there is more after byte ${damage.at} than belongs to the file`,
      ];
    case "gap":
      return [
        `第 ${damage.at} 到 ${damage.until} 字节读不出记录`,
        `no record can be read from byte ${damage.at} to ${damage.until}`,
      ];
    default:
      return exhaustive(damage);
  }
}

/** One place of a file that is not as it was written. */
export const damageLine = (damage: Damage, lang: Lang): string =>
  `${damage.is}  ${inLang(damageWords(damage), lang)}\n`;

/** What came of an import. */
export const importedLine = ({ added, known, waiting, refused }: Received, lang: Lang): string =>
  inLang(
    [
      `已并入：新增 ${added} 条，原来就有 ${known} 条，等待前面的记录 ${waiting} 条，没有收下 ${refused.length} 条。\n`,
      `Merged: ${added} new records, ${known} known, ${waiting} waiting for earlier ones, ${refused.length} not taken.\n`,
    ],
    lang,
  );

/** What an export holds. */
export const exportedLine = (records: number, waiting: number, lang: Lang): string =>
  inLang(
    [
      `共 ${records} 条记录，其中 ${waiting} 条在等前面的记录。只有案件的成员读得出内容。\n`,
      `${records} records, ${waiting} of them waiting for earlier ones. Only members of the case can read what is in them.\n`,
    ],
    lang,
  );

/** What the content gave. */
export const contentLine = (records: number, unopened: number, lang: Lang): string =>
  inLang(
    [
      `已按记录写好 case.json：${records} 项。另有 ${unopened} 条记录还打不开或被拒。文件里不带原件。\n`,
      `case.json was written from the records: ${records} items. ${unopened} more records do not open yet or were refused. The file carries no originals.\n`,
    ],
    lang,
  );

/** The log opened, and nobody has written a case into it. */
export const noCaseLine = (lang: Lang): string =>
  inLang(
    [
      "记录打开了，里面还没有案件内容，没有写 case.json。\n",
      "The records opened and hold no case yet; case.json was not written.\n",
    ],
    lang,
  );

/** Where a copy of what was there before lies. */
export const asideLine = (path: string, lang: Lang): string =>
  inLang([`原来的文件另存在：${path}\n`, `What was there before is kept in: ${path}\n`], lang);
