/**
 * QQ text export: blocks of `2024-05-02 10:00:01 昵称(号)` and the lines below. Pure.
 *
 * 1. A message is every line up to the next block head, without the empty lines at its end.
 * 2. One file may hold several conversations; each stays apart, because most of them are nobody's business here.
 */
import { datePattern, momentOf, timePattern } from "./clock-text.ts";
import { withSides, type Conversation, type KnownNames, type Utterance } from "./conversation.ts";

const blockHead = new RegExp(`^(${datePattern})\\s+(${timePattern})\\s+(\\S.*)$`);
/** With the number or address QQ writes after the name; where one block has it, all have. */
const numberedHead = new RegExp(`^(${datePattern})\\s+(${timePattern})\\s+(\\S.*[(（<][^()（）<>]{3,}[)）>])\\s*$`);

/** Undefined when the text is not a QQ export. */
export function readQq(text: string, names: KnownNames): readonly Conversation[] | undefined {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const start = lines.slice(0, 20).findIndex((line) => /^消息(?:记录|分组|对象)\s*[:：（(]/.test(line.trim()));
  if (start < 0) return undefined;
  const headPattern = lines.some((line) => numberedHead.test(line)) ? numberedHead : blockHead;
  const sections: { readonly peer?: string; readonly utterances: Utterance[] }[] = [];
  let open: { row: number; date: string; time: string; sender: string; text: string[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const at = momentOf(open.date, open.time);
    const words = open.text.join("\n").trimEnd();
    section().utterances.push({ row: open.row, ...(at === undefined ? {} : { at }), sender: open.sender, text: words });
    open = undefined;
  };
  const section = (): { readonly peer?: string; readonly utterances: Utterance[] } => {
    const last = sections.at(-1) ?? { utterances: [] };
    if (sections.length === 0) sections.push(last);
    return last;
  };
  for (const [i, line] of lines.entries()) {
    const peer = /^消息对象\s*[:：]\s*(.+?)\s*$/.exec(line)?.[1];
    const head = headPattern.exec(line);
    if (peer !== undefined) {
      close();
      sections.push({ peer, utterances: [] });
    } else if (/^消息分组\s*[:：]/.test(line)) close();
    else if (head !== null) {
      close();
      const [, date = "", time = "", sender = ""] = head;
      open = { row: i + 1, date, time, sender: sender.trim(), text: [] };
    } else if (open !== undefined && !/^={10,}\s*$/.test(line)) open.text.push(line);
  }
  close();
  const found = sections.filter((s) => s.utterances.length > 0);
  return found.map(({ peer, utterances }) => ({
    format: "qq",
    confidence: 1,
    ...(peer === undefined ? {} : { peer }),
    messages: withSides(utterances, names, peer),
  }));
}
