/**
 * Words of `recourse log verify`. zh-CN and en.
 */
import type { Lang } from "@recourse/core";
import type { LogFinding, LogReport } from "@recourse/sync/log";

const sentences: Readonly<Record<LogFinding["code"], readonly [string, string]>> = {
  no_genesis: [
    "没有案件的第一条记录，无法判断其余的",
    "the case's first record is not there, so the rest cannot be judged",
  ],
  cut_off: ["文件从这里起残缺", "the file is cut off or damaged from here on"],
  unreadable: ["这个文件读不了，里面没有留下一条记录", "the file cannot be read, and no record in it is left"],
  damaged: [
    "文件的这一处和写出时不一样；没受影响的记录照常核对了",
    "this part of the file is not as it was written; the records it has not reached were checked as usual",
  ],
  noise: ["不是记录，或签名不对", "no record, or its signature is wrong"],
  inadmissible: [
    "作者当时无权这样写，或内容不合规则",
    "its author was not entitled to write it, or it breaks the rules",
  ],
  missing: ["它所依据的一条记录不在文件里", "a record it stands on is not in the file"],
  fork: ["这台设备用同一编号写了两条记录", "this device has written two records under one number"],
  client_id: ["两份日志用了同一个编辑编号", "two logs write under one editing number"],
};

/** One finding in one line: code, place, sentence. */
export function findingLine(finding: LogFinding, lang: Lang): string {
  const sentence = sentences[finding.code][lang === "en" ? 1 : 0];
  return `${finding.code}  ${placeOf(finding)}  ${sentence}\n`;
}

function placeOf(finding: LogFinding): string {
  if (finding.code === "unreadable") return finding.why;
  if (finding.code === "damaged") return finding.at === undefined ? finding.why : `${finding.why}@${finding.at}`;
  if ("record" in finding) return `#${finding.record}`;
  if ("device" in finding) return finding.device;
  return finding.code === "cut_off" ? `@${finding.at}` : "-";
}

/** What holds when nothing was found. */
export const intactLine = ({ records, members, masked }: LogReport, lang: Lang): string =>
  lang === "en"
    ? `Intact: ${records} records, ${members.length} devices ever admitted, ${masked} records not counted since a removal.\n`
    : `完好：${records} 条记录，先后加入过 ${members.length} 台设备，${masked} 条因移出成员而不计入。\n`;
